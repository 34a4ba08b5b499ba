import type { Pt } from '../model/units.ts';
import { divided, type Piece } from './pieces.ts';
import { piecesIn, type TextOrRuns } from './runs.ts';
import type { Type } from './type.ts';

/** Width of a text in the deck's own font, broken only where its author has broken it. */
export function textWidth(text: TextOrRuns, type: Type, size: Pt): Pt {
  const lines = wrap(piecesIn(text, type), Number.POSITIVE_INFINITY);
  return Math.max(0, ...lines.map(({ width }) => width)) * size;
}

/** How many lines a text fills when each takes as many words as fit. */
export function lineCount(text: TextOrRuns, type: Type, size: Pt, width: Pt): number {
  return wrap(piecesIn(text, type), width / size).length;
}

/** A line's pieces and its width in font sizes. */
export interface TextLine {
  pieces: readonly Piece[];
  width: number;
}

/** Lines, each filled with as many pieces as fit; a piece wider than a line stands alone. */
export function wrap(pieces: readonly Piece[], width: number): TextLine[] {
  const lines: { pieces: Piece[]; width: number }[] = [];
  for (const piece of divided(pieces, width)) {
    const line = lines.at(-1);
    const { space, width: own, hyphen = 0, starts = false } = piece;
    if (line !== undefined && !starts && line.width + space + own + hyphen <= width) {
      line.pieces.push(piece);
      line.width += piece.space + piece.width;
    } else lines.push({ pieces: [piece], width: piece.width });
  }
  return lines.map(({ pieces: all, width: own }) => ({ pieces: all, width: own + (all.at(-1)?.hyphen ?? 0) }));
}

/** A line's text; one that ends inside a word ends with a hyphen. */
export function lineText({ pieces }: TextLine): string {
  const words = pieces.map(({ text, space }, index) => (index > 0 && space > 0 ? ` ${text}` : text)).join('');
  return (pieces.at(-1)?.hyphen ?? 0) > 0 ? `${words}-` : words;
}
