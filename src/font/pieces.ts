import type { Font } from '../model/theme.ts';
import { jointParts, softParts } from './breaks.ts';
import { openFont } from './open.ts';
import { type FontRun, runsByFont } from './runs-by-font.ts';
import { shape } from './shape.ts';

/** A part of a text between two places where a line may end. Lengths in font sizes. */
export interface Piece {
  text: string;
  width: number;
  /** Width of a space before it. */
  space: number;
  /** Height of its highest letter over the baseline. */
  over: number;
  /** Depth of its lowest point below the baseline; 0 where no letter hangs. */
  under: number;
  /** Width of the hyphen that is added where a line ends after this piece. */
  hyphen?: number;
  /** Smaller pieces that it is divided into where it is wider than a line. */
  parts?: readonly Piece[];
  /** True where it always begins a line: its author has broken the line before it. */
  starts?: boolean;
}

type Shaped = Omit<Piece, 'text' | 'parts'>;

/** Words that were shaped, by font. */
const known = new WeakMap<Font, Map<string, Shaped>>();

/**
 * A text by its pieces, as wide as the renderer sets them: the font's own advances with its kerning, inside words and between
 * words and spaces. Takes time in proportion to the text's length.
 */
export function piecesOf(text: string, font: Font): Piece[] {
  const words = text.replace(/^[^\S\u00a0]+|[^\S\u00a0]+$/gu, '').split(/[^\S\u00a0]+/u);
  return words.flatMap((word) => softPieces(word, font));
}

/** A word's pieces between its soft hyphens. */
function softPieces(word: string, font: Font): Piece[] {
  const parts = softParts(word);
  if (parts.length === 1) return [jointed(parts[0] ?? '', font)];
  const { width: hyphen } = shapedOnce('-', font);
  return parts.map((part, at) => {
    const piece = at === 0 ? jointed(part, font) : { ...jointed(part, font), space: 0 };
    return at === parts.length - 1 ? piece : { ...piece, hyphen };
  });
}

/** A word as a piece that can be divided at its joints. */
function jointed(word: string, font: Font): Piece {
  const piece: Piece = { ...shapedOnce(word, font), text: word };
  const parts = jointParts(word);
  if (parts.length === 1) return piece;
  const shaped = parts.map((text, at) => {
    const one = shapedOnce(text, font);
    return { ...one, space: at === 0 ? one.space : 0, text };
  });
  return { ...piece, parts: shaped };
}

/** Pieces with those that are wider than a line divided, as far as possible. */
export function divided(pieces: readonly Piece[], width: number): readonly Piece[] {
  if (!pieces.some((piece) => piece.parts && piece.width > width)) return pieces;
  return pieces.flatMap((piece) => {
    if (!piece.parts || piece.width <= width) return [piece];
    const { hyphen, starts } = piece;
    return piece.parts.map((part, at, { length }) => ({
      ...part,
      ...(at === 0 && { space: piece.space, ...(starts && { starts }) }),
      ...(at === length - 1 && hyphen !== undefined && { hyphen }),
    }));
  });
}

function shapedOnce(word: string, font: Font): Shaped {
  const words = known.get(font) ?? new Map<string, Shaped>();
  known.set(font, words);
  const result = words.get(word) ?? shapedWord(word, font);
  words.set(word, result);
  return result;
}

/** A word, shaped with a space on both sides, since fonts also kern letters and spaces. */
function shapedWord(word: string, font: Font): Shaped {
  const letters = byFont(` ${word} `, font).flatMap(({ text, of }) => {
    const opened = openFont(of);
    return shape(text, of.data).map(({ glyph, advance }) => {
      const { minY, maxY } = opened.getGlyph(glyph).bbox;
      const em = (units: number) => units / opened.unitsPerEm;
      const hasInk = maxY > minY && Number.isFinite(maxY - minY);
      return { advance: em(advance), over: hasInk ? em(maxY) : 0, under: hasInk ? em(-minY) : 0 };
    });
  });
  const [first, ...rest] = letters.map(({ advance }) => advance);
  return {
    width: rest.slice(0, -1).reduce((sum, one) => sum + one, 0),
    space: first ?? 0,
    over: Math.max(0, ...letters.map(({ over }) => over)),
    under: Math.max(0, ...letters.map(({ under }) => under)),
  };
}

/** A text by the fonts that set it, as the renderer is told to. */
function byFont(text: string, font: Font): FontRun<Font>[] {
  const { fallbacks } = font;
  if (!fallbacks) return [{ text, of: font }];
  return runsByFont(text, [font, ...fallbacks], (one, character) => openFont(one).hasGlyphForCodePoint(character));
}
