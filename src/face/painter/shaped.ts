import type { Font, Glyph } from 'fontkit';
import { shape } from '../../font/shape.ts';
import type { Stacked } from '../stand-ins/textkit.ts';

/** Letters of one font, one after the other. Advances in font units. */
export interface Shaped {
  glyphs: readonly Glyph[];
  advances: readonly number[];
  /** Whether each letter is a glyph of the font, and stands on the line. */
  isWhole: boolean;
}

/** Words that were shaped, by font and alphabet. */
const known = new WeakMap<Font, Map<string | undefined, Map<string, Shaped>>>();

/** The alphabets that the painter knows, by their ISO 15924 names. All others need more than letters in a row. */
const SCRIPTS = [
  ['Latn', /\p{Script=Latin}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
] as const;

/** A text in one font and one alphabet, shaped word by word: each with the spaces beside it, as fonts also kern letters and spaces. */
export function shaped(text: string, font: Font): Shaped {
  const script = SCRIPTS.find(([, letter]) => letter.test(text))?.[0];
  const words = wordsOf(font, script);
  // Spaces side by side have no word between them: such a text is taken as one.
  const isOne = text.includes('  ');
  const parts: Shaped[] = [];
  for (let at = 0; at < text.length; ) {
    const end = isOne ? -1 : text.indexOf(' ', at + 1);
    const next = end < 0 ? text.length : end;
    const word = text.slice(at, next + 1);
    const part = words.get(word) ?? shapedWord(word, next - at, font, script);
    words.set(word, part);
    parts.push(part);
    at = next;
  }
  const [only, ...others] = parts;
  if (only && others.length === 0) return only;
  return {
    glyphs: parts.flatMap(({ glyphs }) => glyphs),
    advances: parts.flatMap(({ advances }) => advances),
    isWhole: parts.every(({ isWhole }) => isWhole),
  };
}

function wordsOf(font: Font, script: string | undefined): Map<string, Shaped> {
  const scripts = known.get(font) ?? new Map<string | undefined, Map<string, Shaped>>();
  const words = scripts.get(script) ?? new Map<string, Shaped>();
  known.set(font, scripts.set(script, words));
  return words;
}

/** The first letters of a word: not the space that it was shaped with. */
function shapedWord(word: string, length: number, font: Font, script: string | undefined): Shaped {
  const { data = new Uint8Array() } = font as Stacked;
  const letters = shape(word, data, script);
  // A glyph for each character in turn: what goes beyond that is not for a painter of cards.
  const isPlain =
    letters.length === word.length && letters.every(({ at, x, y }, index) => x === 0 && y === 0 && at === index);
  const own = isPlain ? letters.slice(0, length) : [];
  return {
    glyphs: own.map(({ glyph, at }) => font.getGlyph(glyph, [word.charCodeAt(at)])),
    advances: own.map(({ advance }) => advance),
    isWhole: isPlain && own.every(({ glyph }) => glyph !== 0),
  };
}
