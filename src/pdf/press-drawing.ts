import type { PressMarks, Rect } from '../model/sheets.ts';
import { type Mm, pt } from '../model/units.ts';
import { numbers } from './operators.ts';

/** Names of resources that the operators below call. */
export const ALL_INKS = 'All';
export const CUT = 'Cut';
export const CUT_LAYER = 'CutLayer';
export const OVER = 'Over';

/** Crop marks and targets: a hairline that a press holds. In pt. */
const HAIRLINE = 0.25;
/** The knife's line. In pt. */
const KNIFE = 0.5;
/** The handles of a quarter circle, in radii. */
const ROUND = 0.5523;

/** Crop marks and targets in all inks, and the color bar, on a page of some height. `full`: all inks, as their space counts them. */
export function pressMarksOn({ crops, targets, bar }: PressMarks, page: Mm, full: '1' | '1 1 1 1'): string {
  const lines = crops.map(({ x1, y1, x2, y2 }) => `${point(x1, y1, page)} m ${point(x2, y2, page)} l`);
  const strokes = [...lines, ...targets.flatMap((one) => target(one, page))];
  const patches = bar.map(
    ({ inks, x, y, width, height }) =>
      `${inks.join(' ')} k ${point(x, y + height, page)} ${numbers(pt(width), pt(height))} re f`,
  );
  return [
    strokes.length > 0 ? `q /${ALL_INKS} CS ${full} SCN ${HAIRLINE} w\n${strokes.join('\n')}\nS Q` : '',
    patches.length > 0 ? `q\n${patches.join('\n')}\nQ` : '',
  ]
    .filter(Boolean)
    .join('\n');
}

/** The knife's way around cards with round corners, as a spot color in a layer of its own, over what is printed. */
export function cutLinesOn(trims: readonly Rect[], radius: Mm, page: Mm): string {
  const paths = trims.map((one) => roundedOn(one, radius, page));
  return `/OC /${CUT_LAYER} BDC q /${OVER} gs /${CUT} CS 1 SCN ${KNIFE} w\n${paths.join('\n')}\nS Q EMC`;
}

/** A cross as wide as its square, and a circle of six tenths. */
function target({ x, y, width, height }: Rect, page: Mm): string[] {
  const [across, down] = [x + width / 2, y + height / 2];
  const r = width * 0.3;
  return [
    `${point(x, down, page)} m ${point(x + width, down, page)} l`,
    `${point(across, y, page)} m ${point(across, y + height, page)} l`,
    roundedOn({ x: across - r, y: down - r, width: 2 * r, height: 2 * r }, r, page),
  ];
}

/** A closed path around a rectangle, clockwise from the left end of its upper edge. */
function roundedOn({ x, y, width, height }: Rect, radius: Mm, page: Mm): string {
  const r = Math.min(radius, width / 2, height / 2);
  const h = r * (1 - ROUND);
  const [right, bottom] = [x + width, y + height];
  const at = (...points: readonly (readonly [Mm, Mm])[]) => points.map(([a, b]) => point(a, b, page)).join(' ');
  return [
    `${at([x + r, y])} m ${at([right - r, y])} l`,
    `${at([right - h, y], [right, y + h], [right, y + r])} c ${at([right, bottom - r])} l`,
    `${at([right, bottom - h], [right - h, bottom], [right - r, bottom])} c ${at([x + r, bottom])} l`,
    `${at([x + h, bottom], [x, bottom - h], [x, bottom - r])} c ${at([x, y + r])} l`,
    `${at([x, y + h], [x + h, y], [x + r, y])} c h`,
  ].join('\n');
}

function point(x: Mm, y: Mm, page: Mm): string {
  return numbers(pt(x), pt(page - y));
}
