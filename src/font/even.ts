import type { Pt } from '../model/units.ts';
import { lineText, wrap } from './lines.ts';
import { piecesIn, type TextOrRuns } from './runs.ts';
import type { Type } from './type.ts';

/** Room left at the end of a line: the renderer gets rounded lengths, and could break a line exactly as wide as its column. */
export const SLACK: Pt = 0.05;

/** Factor on the widths of an estimate that fills each line: the renderer evens lines out, and so breaks a little earlier. */
export const CAUTION = 1.03;

/** Least share of the column that a paragraph's last line fills. */
const LAST_LINE = 0.3;
/** The narrowest setting for such a last line, as a share of the column: of two lines the first may be much shorter. */
const NARROWEST = 0.5;

/**
 * A text in as few lines as it needs, the last one with two words and a third of the column where possible. The layout sets these
 * breaks itself: the renderer evens lines out by a rule that may leave a word alone at the end.
 */
export function evenLines(text: TextOrRuns, type: Type, size: Pt, width: Pt): string[] {
  const pieces = piecesIn(text, type);
  const lines = wrap(pieces, (width - SLACK) / size);
  for (let tried = width - SLACK; lines.length > 1 && tried >= width * NARROWEST; tried -= width * 0.01) {
    const now = wrap(pieces, tried / size);
    const last = now.at(-1);
    if (now.length > lines.length || last === undefined) break;
    if (last.pieces.length > 1 && last.width * size >= tried * LAST_LINE) return now.map(lineText);
  }
  return lines.map(lineText);
}
