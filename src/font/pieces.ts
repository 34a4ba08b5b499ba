import type { Font } from '../model/theme.ts';
import { FEATURES, openFont } from './open.ts';

/** A part of a text between two places where a line may end. Lengths in font sizes. */
export interface Piece {
  text: string;
  width: number;
  /** Width of a space before it. */
  space: number;
  /** From the baseline to the top of its highest letter. */
  over: number;
  /** From the baseline down to its lowest point; 0 where no letter hangs. */
  under: number;
}

type Shaped = Omit<Piece, 'text'>;

/** Words that were shaped, by font. */
const known = new WeakMap<Font, Map<string, Shaped>>();

/**
 * A text by its pieces, as wide as the renderer sets them: the font's own advances with its kerning, inside words and between
 * words and spaces. Takes time in proportion to the text's length.
 */
export function piecesOf(text: string, font: Font): Piece[] {
  const words = text.trim().split(/[^\S\u00a0]+/u);
  return words.map((word) => ({ ...shapedOnce(word, font), text: word }));
}

function shapedOnce(word: string, font: Font): Shaped {
  const words = known.get(font) ?? new Map<string, Shaped>();
  known.set(font, words);
  const result = words.get(word) ?? shape(word, font);
  words.set(word, result);
  return result;
}

function shape(word: string, font: Font): Shaped {
  const opened = openFont(font);
  const { glyphs, positions } = opened.layout(` ${word} `, FEATURES, undefined, undefined, 'ltr');
  const [first, ...rest] = positions.map(({ xAdvance }) => xAdvance / opened.unitsPerEm);
  const boxes = glyphs.map(({ bbox }) => bbox).filter(({ minY, maxY }) => maxY > minY && Number.isFinite(maxY - minY));
  return {
    width: rest.slice(0, -1).reduce((sum, one) => sum + one, 0),
    space: first ?? 0,
    over: Math.max(0, ...boxes.map(({ maxY }) => maxY / opened.unitsPerEm)),
    under: Math.max(0, ...boxes.map(({ minY }) => -minY / opened.unitsPerEm)),
  };
}
