import type { Pt } from '../model/units.ts';
import { wordsOf, wrap } from './lines.ts';
import { type Given, piecesIn } from './runs.ts';
import type { Type } from './type.ts';

/** Lengths are rounded on their way to the renderer: a line as wide as its column could be broken. */
export const SLACK: Pt = 0.05;

/** The renderer evens lines out and so breaks a little earlier than an estimate that fills each of them. */
export const CAUTION = 1.03;

/** Least share of the column that a paragraph's last line fills. */
const LAST_LINE = 0.3;
/** How narrow a paragraph may be made for that, as a share of its column: of two lines the first may be much shorter. */
const NARROWEST = 0.5;

/**
 * A text's lines, none more than it needs, the last of two words and a third of the column where that can be: the breaks are the
 * layout's own, for the renderer evens lines out by a rule that leaves a word alone at the end.
 */
export function evenLines(text: Given, type: Type, size: Pt, width: Pt): string[] {
  const pieces = piecesIn(text, type);
  const lines = wrap(pieces, (width - SLACK) / size);
  for (let tried = width - SLACK; lines.length > 1 && tried >= width * NARROWEST; tried -= width * 0.01) {
    const now = wrap(pieces, tried / size);
    const last = now.at(-1);
    if (now.length > lines.length || last === undefined) break;
    if (last.pieces.length > 1 && last.width * size >= tried * LAST_LINE) return now.map(wordsOf);
  }
  return lines.map(wordsOf);
}
