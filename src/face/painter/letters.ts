import { Font as Fonts } from '@react-pdf/renderer';
import { scriptItemizer } from '@react-pdf/textkit';
import type { Font, Glyph } from 'fontkit';
import { SOFT_HYPHEN, softParts } from '../../font/breaks.ts';
import { runsByFont } from '../../font/runs-by-font.ts';
import type { Stacked } from '../stand-ins/textkit.ts';
import { type Element, Unpainted } from './element.ts';
import { type Shaped, shaped } from './shaped.ts';
import { FONT_SIZE, type Style, styleOf } from './style.ts';

/** How letters are set, as textkit names it. Lengths in points. */
export interface Type {
  font: readonly [Font];
  fontSize: number;
  lineHeight: number | undefined;
  characterSpacing: number;
  color: string;
  align: NonNullable<Style['textAlign']>;
}

/** Letters of one type in a paragraph or a line, from `start` to `end` of its text. */
export interface Run {
  start: number;
  end: number;
  attributes: Type;
  glyphs: readonly Glyph[];
  positions: { xAdvance: number }[];
  /** How wide it is set. */
  xAdvance: number;
}

/** A text up to where its author has broken the line. */
export interface Paragraph {
  string: string;
  /** The same with the soft hyphens, in parts. */
  texts: readonly string[];
  runs: readonly Run[];
  /** Whether a line may end inside a word, or spaces stand side by side. */
  isDivisible: boolean;
}

/** Part of a text in one style. */
type Fragment = { text: string; type: Type };

/** Letters of which nothing needs to be looked up: most texts have no others. */
const COMMON = /^[\n -~\u00a0-\u00ff\u2013\u2014\u2018-\u201d\u2022\u2026]*$/u;
/** Letters that textkit treats all alike: in a row from left to right. Left out are marks, emoji, signs that turn the direction or show nothing, and Hangul that is made of several. */
const PLAIN =
  /^(?:\n|(?![\p{Cc}\p{M}\p{Emoji_Presentation}\u0590-\u08ff\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffc\u{10000}-\u{10ffff}])[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3131-\u318e\uac00-\ud7a3\p{sc=Common}])*$/u;

/** The paragraphs of a text element, shaped. Throws Unpainted for letters, fonts and styles that the painter does not know */
export function paragraphsOf(element: Element, style: Style): Paragraph[] {
  const { hyphenationCallback = softParts } = element.props ?? {};
  if (hyphenationCallback !== softParts) throw new Unpainted('other rules of hyphenation');
  const fragments = fragmentsOf(element, style);
  for (const { text } of fragments) {
    if (!COMMON.test(text) && !PLAIN.test(text)) throw new Unpainted(`the letters of “${text}”`);
  }
  return byLines(fragments).map(paragraphOf);
}

function fragmentsOf({ children = [] }: Element, style: Style): Fragment[] {
  const type = typeOf(style);
  return children.flatMap((child) => {
    if (child.type === 'TEXT_INSTANCE') return [{ text: child.value ?? '', type }];
    return fragmentsOf(child, styleOf(child.style, style));
  });
}

function typeOf(style: Style): Type {
  const { fontFamily = '', fontWeight, fontStyle, fontSize = FONT_SIZE, textAlign: align = 'left' } = style;
  const { lineHeight, letterSpacing: characterSpacing = 0, color = '#000000' } = style;
  if (!Object.hasOwn(Fonts.getRegisteredFonts(), fontFamily)) throw new Unpainted(`the font ${fontFamily}`);
  const named = fontStyle === undefined ? { fontFamily } : { fontFamily, fontStyle };
  const { data } = Fonts.getFont(fontWeight === undefined ? named : { ...named, fontWeight });
  if (!data || data.type === 'STANDARD') throw new Unpainted(`the font ${fontFamily}`);
  const font = [data as unknown as Font] as const;
  return { font, fontSize, lineHeight, characterSpacing, color, align };
}

/** Fragments, divided where the author has broken a line. The break itself is left out: no font has it. */
function byLines(fragments: readonly Fragment[]): Fragment[][] {
  const lines: Fragment[][] = [[]];
  for (const { text, type } of fragments) {
    const [first = '', ...rest] = text.split('\n');
    lines.at(-1)?.push({ text: first, type });
    lines.push(...rest.map((part) => [{ text: part, type }]));
  }
  const isEmpty = (line: readonly Fragment[]) => line.every(({ text }) => text === '');
  // A break at the very end begins no line.
  if (lines.length > 1 && isEmpty(lines.at(-1) ?? [])) lines.pop();
  if (lines.some(isEmpty)) throw new Unpainted('an empty line');
  return lines.map((line) => line.filter(({ text }) => text !== ''));
}

function paragraphOf(fragments: readonly Fragment[]): Paragraph {
  const texts: string[] = [];
  const runs: Run[] = [];
  let string = '';
  for (const { text, type } of byAlphabet(fragments.flatMap(byFont))) {
    const letters = text.replaceAll(SOFT_HYPHEN, '');
    const shape = shaped(letters, type.font[0]);
    if (!shape.isWhole) throw new Unpainted(`the letters of “${text}”`);
    texts.push(text);
    runs.push(runOf(shape, { start: string.length, end: string.length + letters.length, attributes: type }));
    string += letters;
  }
  const isDivisible = fragments.some(({ text }) => text.includes(SOFT_HYPHEN)) || string.includes('  ');
  return { string, texts, runs, isDivisible };
}

function runOf({ glyphs, advances }: Shaped, of: Pick<Run, 'start' | 'end' | 'attributes'>): Run {
  const { font, fontSize, characterSpacing } = of.attributes;
  const scale = fontSize / font[0].unitsPerEm;
  const positions = advances.map((advance) => ({ xAdvance: advance * scale + characterSpacing }));
  return { ...of, glyphs, positions, xAdvance: widthOf(positions) };
}

/** A run, as wide as its letters are now. */
export function measured(run: Run): Run {
  return { ...run, xAdvance: widthOf(run.positions) };
}

/** How wide letters or runs are set. */
export function widthOf(set: readonly { xAdvance: number }[]): number {
  return set.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
}

/** A paragraph, divided where its alphabet changes, and, as textkit does, before its first letter: of `1. Ask` number and word are shaped apart. */
function byAlphabet(fragments: readonly Fragment[]): Fragment[] {
  const string = fragments.map(({ text }) => text).join('');
  const starts = COMMON.test(string)
    ? [string.search(/\p{sc=Latin}/u)]
    : scriptItemizer()({ string, runs: [] }).runs.map(({ start }) => start);
  let from = 0;
  return fragments.flatMap(({ text, type }) => {
    const inside = starts.map((start) => start - from).filter((start) => start > 0 && start < text.length);
    from += text.length;
    return [0, ...inside].map((start, at) => ({ text: text.slice(start, inside[at]), type }));
  });
}

/** A fragment, divided where another of the deck's fonts sets letters that its own lacks. */
function byFont({ text, type }: Fragment): Fragment[] {
  const [first] = type.font;
  const others = ((first as Stacked).fallbacks ?? []) as readonly Font[];
  if (others.length === 0) return [{ text, type }];
  const has = (font: Font, character: number) =>
    character === SOFT_HYPHEN.charCodeAt(0) || font.hasGlyphForCodePoint(character);
  const runs = runsByFont(text, [first, ...others], has);
  return runs.map(({ text: part, of }) => ({ text: part, type: of === first ? type : { ...type, font: [of] } }));
}
