import { SPACES, trimmed } from '../model/spaces.ts';
import type { Font } from '../model/theme.ts';
import { jointParts, softParts, unspacedParts } from './breaks.ts';
import { openFont } from './open.ts';
import { type FontRun, runsByFont } from './runs-by-font.ts';
import { shape } from './shape.ts';

/** A part of a text between two places where a line may end. Lengths in font sizes. */
export interface Piece {
  readonly text: string;
  readonly width: number;
  /** Width of a space before it. */
  readonly space: number;
  /** Height of its highest letter over the baseline. */
  readonly over: number;
  /** Depth of its lowest point below the baseline; 0 where no letter hangs. */
  readonly under: number;
  /** Width of the hyphen that is added where a line ends after this piece. */
  readonly hyphen?: number;
  /** Smaller pieces that it is divided into where it is wider than a line. */
  readonly parts?: readonly Piece[];
  /** True where it always begins a line: its author has broken the line before it. */
  readonly starts?: boolean;
}

/** Texts and words by font: the same ones come again and again, as a text is tried in several sizes. */
const known = new WeakMap<Font, { texts: Map<string, readonly Piece[]>; words: Map<string, Piece> }>();

function knownOf(font: Font) {
  const own = known.get(font) ?? { texts: new Map<string, readonly Piece[]>(), words: new Map<string, Piece>() };
  known.set(font, own);
  return own;
}

/**
 * A text by its pieces, as wide as the renderer sets them: the font's own advances with its kerning, inside words and between
 * words and spaces. Takes time in proportion to the text's length.
 */
export function piecesOf(text: string, font: Font): readonly Piece[] {
  const { texts } = knownOf(font);
  const pieces = texts.get(text) ?? wordsIn(text).flatMap((word) => softPieces(word, font));
  texts.set(text, pieces);
  return pieces;
}

function wordsIn(text: string): string[] {
  return trimmed(text).split(SPACES);
}

/** A word's pieces between its soft hyphens. */
function softPieces(word: string, font: Font): Piece[] {
  const parts = softParts(word);
  const { width: hyphen } = pieceOf('-', font);
  return parts.flatMap((part, at) => {
    const pieces = unspacedParts(part).map((one) => pieceOf(one, font));
    return pieces.map((piece, inside) => ({
      ...piece,
      ...((at > 0 || inside > 0) && { space: 0 }),
      ...(at < parts.length - 1 && inside === pieces.length - 1 && { hyphen }),
    }));
  });
}

function pieceOf(word: string, font: Font): Piece {
  const { words } = knownOf(font);
  const piece = words.get(word) ?? jointed(word, font);
  words.set(word, piece);
  return piece;
}

/** A word as a piece that can be divided at its joints. */
function jointed(word: string, font: Font): Piece {
  const whole = shapedWord(word, font);
  const [first = '', ...others] = jointParts(word);
  if (others.length === 0) return whole;
  const rest = others.map((part) => ({ ...shapedWord(part, font), space: 0 }));
  return { ...whole, parts: [shapedWord(first, font), ...rest] };
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

/** A letter as it is set: where its ink is from the beginning of its line, and over and under the baseline. Lengths in font sizes. */
export interface SetLetter {
  left: number;
  right: number;
  over: number;
  under: number;
  advance: number;
}

/** A text's letters on one line. */
export function lettersOf(text: string, font: Font): SetLetter[] {
  let pen = 0;
  return byFont(text, font).flatMap((run) => {
    const opened = openFont(run.of);
    const em = (units: number) => units / opened.unitsPerEm;
    return shape(run.text, run.of.data).map(({ glyph, advance, x, y }) => {
      const { minX, minY, maxX, maxY } = opened.getGlyph(glyph).bbox;
      const [left, right] = [pen + em(x + minX), pen + em(x + maxX)];
      pen += em(advance);
      return { left, right, over: em(y + maxY), under: em(-y - minY), advance: em(advance) };
    });
  });
}

/** A word, shaped with a space on both sides, since fonts also kern letters and spaces. */
function shapedWord(word: string, font: Font): Piece {
  const letters = lettersOf(` ${word} `, font);
  const [first, ...rest] = letters.map(({ advance }) => advance);
  // Of a letter without ink, as a space, both are minus infinity.
  return {
    text: word,
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
