import { lineText, type TextLine, wrap } from './lines.ts';
import { divided, type Piece, piecesOf } from './pieces.ts';
import { fontOf, type Type } from './type.ts';

/**
 * A text cut into at most `count` lines so that the longest is as short as can be.
 *
 * @param widest in font sizes: a longer word is divided
 */
export function balance(text: string, type: Type, count: number, widest = Number.POSITIVE_INFINITY): string[] {
  return balanced(divided(piecesOf(text, fontOf(type)), widest), count).map(lineText);
}

/** Up to this many lines are also evened out among themselves; a longer text is no title. */
const EVENED = 6;

/** As few lines as `count`, the longest as short as can be; of these the one whose first lines are shortest. */
export function balanced(pieces: readonly Piece[], count: number): TextLine[] {
  if (count < 2) return wrap(pieces, Number.POSITIVE_INFINITY);
  const width = leastWidth(pieces, count);
  if (count > EVENED) return wrap(pieces, width);
  const rest = pieces.length - firstLine(pieces, count - 1, width);
  return [...wrap(pieces.slice(0, -rest), Number.POSITIVE_INFINITY), ...balanced(pieces.slice(-rest), count - 1)];
}

/** How many pieces must stand on the first line so that the others fit `count` lines: lines are filled from the end. */
function firstLine(pieces: readonly Piece[], count: number, width: number): number {
  let [at, lines, used] = [pieces.length, 0, Number.POSITIVE_INFINITY];
  while (at > 0) {
    const { width: own, space, hyphen = 0 } = pieces[at - 1] as Piece;
    const next = (pieces[at] as Piece | undefined)?.space ?? space;
    if (used + next + own <= width) used += next + own;
    else if (lines === count) return at;
    // It is the last of its line, which ends with its hyphen.
    else [lines, used] = [lines + 1, own + hyphen];
    at -= 1;
  }
  return 0;
}

/** How often a width is halved in the search: from a million font sizes to a thousandth of one. */
const HALVINGS = 30;

/** The least width in which pieces fill no more than `count` lines; found in time that grows as their number. */
function leastWidth(pieces: readonly Piece[], count: number): number {
  let most = pieces.reduce((sum, { space, width }) => sum + space + width, 0);
  let least = Math.max(0, ...pieces.map(({ width }) => width));
  if (wrap(pieces, least).length <= count) return least;
  for (let time = 0; time < HALVINGS; time += 1) {
    const middle = (least + most) / 2;
    if (wrap(pieces, middle).length <= count) most = middle;
    else least = middle;
  }
  return most;
}
