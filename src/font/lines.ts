import type { Pt } from '../model/units.ts';
import { divided, type Piece } from './pieces.ts';
import { type Given, piecesIn } from './runs.ts';
import type { Type } from './type.ts';

/** Width of a text that is broken only where its author did, as the deck's own font sets it. */
export function textWidth(text: Given, type: Type, size: Pt): Pt {
  const lines = wrap(piecesIn(text, type), Number.POSITIVE_INFINITY);
  return Math.max(0, ...lines.map(({ width }) => width)) * size;
}

/** How many lines a text fills, broken at spaces as late as they fit. */
export function lineCount(text: Given, type: Type, size: Pt, width: Pt): number {
  return wrap(piecesIn(text, type), width / size).length;
}

/** A line's pieces and its width in font sizes. */
export interface Line {
  pieces: Piece[];
  width: number;
}

/** The renderer narrows the spaces of a line by up to this share where that spares it a further one. */
export const NARROWED = 1 / 3;

/**
 * Lines broken as late as they fit; a piece wider than all stands alone.
 *
 * @param narrowed share of the width of its spaces by which a line may be too long
 */
export function wrap(pieces: readonly Piece[], width: number, narrowed = 0): Line[] {
  const lines: Line[] = [];
  for (const piece of divided(pieces, width)) {
    const line = lines.at(-1);
    const over = narrowed * piece.space * (line?.pieces.length ?? 0);
    const { space, width: own, hyphen = 0, starts = false } = piece;
    if (line !== undefined && !starts && line.width + space + own + hyphen <= width + over) {
      line.pieces.push(piece);
      line.width += piece.space + piece.width;
    } else lines.push({ pieces: [piece], width: piece.width });
  }
  return lines.map(({ pieces: all, width: own }) => ({ pieces: all, width: own + (all.at(-1)?.hyphen ?? 0) }));
}

/** A line's text; one that ends inside a word ends with a hyphen. */
export function wordsOf({ pieces }: Line): string {
  const words = pieces.map(({ text, space }, index) => (index > 0 && space > 0 ? ` ${text}` : text)).join('');
  return (pieces.at(-1)?.hyphen ?? 0) > 0 ? `${words}-` : words;
}
