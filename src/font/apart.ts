import type { Font } from '../model/theme.ts';
import { type Mm, mm, type Pt } from '../model/units.ts';
import { extent, type TextRoom } from './ink.ts';
import { lineText, type TextLine } from './lines.ts';
import { lettersOf, type SetLetter } from './pieces.ts';

/** How deep frames of letters may lie in each other; a little more is an error on the drawn page (`face/inspect.ts`). */
const TOUCH: Mm = 0.18;
/** Between letters that would lie deeper, in font sizes. */
const AIR = 0.03;

/**
 * A room for lines of a text, its line height as it was or large enough that no letters touch: two lines of Vietnamese, with an
 * accent on a capital below a letter that hangs, need a fifth more than others.
 */
export function apart(lines: readonly TextLine[], font: Font, size: Pt, room: TextRoom): TextRoom {
  const needed = lines.slice(1).map((lower, at) => leadingOf([lines[at] ?? lower, lower], font, size, room));
  return { ...room, leading: Math.max(room.leading, ...needed) };
}

/** The line height that two lines need; 0 where what is wanted will do. */
function leadingOf([upper, lower]: [TextLine, TextLine], font: Font, size: Pt, { leading, align }: TextRoom): number {
  if (extent(upper, 'under') + extent(lower, 'over') <= leading) return 0;
  const [above, below] = [upper, lower].map((line) => letters(line, font, align)) as [SetLetter[], SetLetter[]];
  const heights = above.flatMap((one) => below.map((other) => heightOf(one, other, size)));
  const deepest = Math.max(0, ...heights);
  return mm((deepest - leading) * size) > TOUCH ? deepest + AIR : 0;
}

/** How far apart baselines must be so that a letter just touches one of the line below it; 0 for letters that are not over one another. */
function heightOf(one: SetLetter, other: SetLetter, size: Pt): number {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  return mm(across * size) > TOUCH ? one.under + other.over : 0;
}

function letters(line: TextLine, font: Font, align: TextRoom['align']): SetLetter[] {
  const start = align === 'center' ? -line.width / 2 : 0;
  return lettersOf(lineText(line), font).map((one) => ({ ...one, left: one.left + start, right: one.right + start }));
}
