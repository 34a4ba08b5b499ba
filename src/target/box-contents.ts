import type { Rect } from '../model/sheets.ts';
import { type Mm, mm } from '../model/units.ts';
import type { ColouredLabel } from '../pdf/die-line.ts';
import { widthIn } from '../pdf/runs.ts';
import { printedGroups } from './groups.ts';
import { CAPITALS } from './set-text.ts';
import type { Job } from './target.ts';

/** Type sizes in points, the preferred first. */
const CONTENT_SIZES = [10, 9, 8, 7, 6] as const;
/** Distance from line to line, in type sizes. */
const LEADING = 1.3;

/** The contents of the box, suit by suit, copies counted: `142 Patterns`. Covers and references have no number and are not counted. */
export function contentsOf(job: Pick<Job, 'deck' | 'cards'>): string[] {
  return printedGroups(job, 'suits').map(({ count }) => count);
}

/** The box's contents as lines down a side: one line for each suit where the side is deep enough, else several suits in a smaller line. */
export function contentsOn(
  side: Rect,
  contents: readonly string[],
  look: Pick<ColouredLabel, 'colour' | 'fonts'>,
): ColouredLabel[] {
  const room = side.height - 10;
  const sizes = CONTENT_SIZES.map((points) => ({ points, lines: linesIn(side.width, contents, points) }));
  const width = (text: string) => widthIn(text, look.fonts);
  // A line that is too wide in the smallest size is set smaller still.
  const fits = sizes.find(({ points, lines }) => lines.every((text) => width(text) * mm(points) <= room));
  const { points, lines } = fits ?? sizes.at(-1) ?? { points: 6, lines: [] };
  const half = (mm(points) * CAPITALS) / 2;
  return lines.map((text, at) => ({
    ...{ text, ...look, anchor: 'middle', turn: 90, points, room },
    // Turned clockwise, the first line is the one farthest to the right.
    x: side.x + side.width / 2 - half + ((lines.length - 1) / 2 - at) * mm(points) * LEADING,
    y: side.y + side.height / 2,
  }));
}

function linesIn(width: Mm, contents: readonly string[], points: number): string[] {
  const most = Math.max(1, Math.floor((width - 2) / (mm(points) * LEADING)));
  const each = Math.ceil(contents.length / most);
  return Array.from({ length: Math.ceil(contents.length / each) }, (_, at) =>
    contents.slice(at * each, (at + 1) * each).join(' · '),
  );
}
