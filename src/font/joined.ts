// Scripts of India, Sri Lanka, Tibet and Southeast Asia join letters, and set vowels before, over and around them. fontkit, by which react-pdf
// sets texts, joins some otherwise than their fonts ask, as in Kannada and Bengali, and breaks off at others, as in Malayalam: HarfBuzz sets these.

import type { Font, Glyph, GlyphRun } from 'fontkit';
import { isSpace } from '../model/spaces.ts';
import { type Letter, shape } from './shape.ts';

/**
 * Devanagari, Bengali, Gurmukhi, Gujarati, Oriya, Tamil, Telugu, Kannada, Malayalam, Sinhala, Thai, Lao and Tibetan, whose blocks follow one
 * another in Unicode, then Burmese and Khmer.
 */
const JOINED = /[\u0900-\u109f\u1780-\u17ff\ua9e0-\ua9ff\uaa60-\uaa7f]/u;

/** What is used of a text that is set in a font. Lengths in font units. */
export type Joined = Pick<GlyphRun, 'glyphs' | 'positions' | 'advanceWidth'>;

/** Whether a text has letters of a script that joins them. */
export function isJoined(text: string): boolean {
  return JOINED.test(text);
}

/**
 * A text in such a script as a font sets it.
 *
 * @param data the font's file, not packed
 */
export function joined(text: string, font: Font, data: Uint8Array): Joined {
  const letters = shape(text, data);
  const glyphs = groupsOf(text, letters).flatMap(({ ids, characters }) => named(ids, characters, font));
  const positions = letters.map(({ advance, x, y }) => ({ xAdvance: advance, yAdvance: 0, xOffset: x, yOffset: y }));
  return { glyphs, positions, advanceWidth: letters.reduce((sum, { advance }) => sum + advance, 0) };
}

/** Glyphs that stand together for some characters. */
interface Group {
  ids: number[];
  characters: string;
}

/** The glyphs of a text with the characters that each group of them stands for: where these are fewer, with those before them in the word. */
function groupsOf(text: string, letters: readonly Letter[]): Group[] {
  const places = [...new Set(letters.map(({ at }) => at)), text.length];
  const groups: Group[] = [];
  for (const [index, at] of places.slice(0, -1).entries()) {
    const ids = letters.filter((one) => one.at === at).map(({ glyph }) => glyph);
    const characters = text.slice(at, places[index + 1]);
    const last = groups.at(-1);
    if (last && ids.length > characters.length && !isSpace(last.characters.at(-1))) {
      last.ids.push(...ids);
      last.characters += characters;
    } else groups.push({ ids, characters });
  }
  return groups;
}

/**
 * The glyphs of some characters, each with those that it stands for: its own, where it is a character's; of the others each has one of what is
 * left, and the last all that is left then. The renderer counts by them where in the text it is.
 *
 * @throws Error where there are so few characters that the renderer would leave out a glyph: it begins a line with the last of those that stand
 * for one character
 */
function named(ids: readonly number[], characters: string, font: Font): Glyph[] {
  const left = [...characters].map((one) => one.codePointAt(0) ?? 0);
  const own = ids.map((id) => {
    const at = left.findIndex((point) =>
      [point, firstPart(point)].some((one) => font.glyphForCodePoint(one).id === id),
    );
    return at < 0 ? [] : left.splice(at, 1);
  });
  const others = own.filter(({ length }) => length === 0);
  // What sets a letter of Burmese or Khmer under another is no character that stands by itself.
  for (const points of others) points.push(...left.splice(0, STACKER.has(left[0] ?? 0) ? 2 : 1));
  (others.at(-1) ?? own.at(-1))?.push(...left);
  if (own[1]?.length === 0) throw new Error(`“${characters}” takes more glyphs than react-pdf can place`);
  return ids.map((id, at) => {
    const codePoints = own[at] ?? [];
    // Another object for each: of those that fontkit has, one glyph stands for the same characters wherever it is.
    return Object.assign(Object.create(font.getGlyph(id, codePoints)) as Glyph, { codePoints });
  });
}

/** Virama of Burmese and coeng of Khmer. */
const STACKER: ReadonlySet<number> = new Set([0x1039, 0x17d2]);

/** Vowels of Khmer that begin with េ, before their letter: Unicode does not take them apart, but fonts do. */
const WITH_E: ReadonlySet<number> = new Set([0x17be, 0x17bf, 0x17c0, 0x17c4, 0x17c5]);
const KHMER_E = 0x17c1;

/** The first of the characters that one is made of: the ring of ำ, which stands before a tone, where the rest stands after it. */
function firstPart(point: number): number {
  return partsOf(point).codePointAt(0) ?? point;
}

/** The characters that HarfBuzz sets for one. */
function partsOf(point: number): string {
  const character = String.fromCodePoint(point);
  return WITH_E.has(point) ? String.fromCodePoint(KHMER_E) + character : character.normalize('NFKD');
}

/** The characters that joined letters of a text are made of: its font needs them, too. */
export function madeOf(text: string): string {
  if (!isJoined(text)) return '';
  return [...text].map((letter) => (isJoined(letter) ? partsOf(letter.codePointAt(0) ?? 0) : '')).join('');
}
