import { allSides, around, behind, excess, grow, SAME, turningAxis } from '../model/rect.ts';
import type { PressMarks, Rect, Sheet, SheetBoxes, SheetLine } from '../model/sheets.ts';
import type { Stock } from '../model/stock.ts';
import type { Mm } from '../model/units.ts';
import { beside } from './cut-marks.ts';
import { freePlace } from './free-place.ts';

/** A crop mark at most. */
const LENGTH: Mm = 5;
/** The marks' distance from the bleed, and from each other. */
const CLEAR: Mm = 0.5;
/** Half of a crop mark's width. */
const HALF: Mm = 0.05;
/** A registration target: a cross, and a circle on it. */
const TARGET: Mm = 4;
/** A patch of the color bar: what a densitometer's small aperture takes. */
const PATCH: Mm = 4;
/** Cyan, magenta, yellow and black, each full and half. */
const PATCHES: readonly (readonly [number, number, number, number])[] = [1, 0.5].flatMap((tint) =>
  [0, 1, 2, 3].map((ink) => [0, 1, 2, 3].map((one) => (one === ink ? tint : 0)) as [number, number, number, number]),
);

/** TrimBox and BleedBox of a sheet for a press: around the trims of all its slots, as they lie on that side, and around their bleed. */
export function boxesOf({ side }: Pick<Sheet, 'side'>, stock: Stock): SheetBoxes {
  const { paper, fold, back, bleed } = stock;
  const axis = fold?.axis ?? turningAxis(paper, stock.flip);
  const at = fold?.at ?? (axis === 'vertical' ? paper.width / 2 : paper.height / 2);
  const turned = stock.slots.map((slot) => behind(slot, axis, at));
  const rects = fold ? [...stock.slots, ...turned] : side === 'front' ? stock.slots : turned;
  if (side === 'front' || fold) return boxesAround(rects, bleed, paper);
  const moved = rects.map((one) => ({ ...one, x: one.x + back.x, y: one.y + back.y }));
  return boxesAround(moved, bleed + back.bleed, paper);
}

function boxesAround(rects: readonly Rect[], bleed: Mm, paper: Stock['paper']): SheetBoxes {
  const trim = around(rects);
  return { trim, bleed: within(grow(trim, allSides(bleed)), { x: 0, y: 0, ...paper }) };
}

/**
 * What a press and its cutter need on a sheet, all of it outside the bleed of all cards: crop marks at the edges of the block, a
 * target near the middle of each side by which the inks are laid on each other, and a bar that shows how much of each is printed.
 */
export function pressMarks(sheet: Sheet, stock: Stock): PressMarks {
  const { bleed } = boxesOf(sheet, stock);
  const area = grow({ x: 0, y: 0, ...stock.paper }, allSides(-stock.printable));
  const slug = stock.slug ? [grow(stock.slug, allSides(CLEAR))] : [];
  const crops =
    stock.marks === 'none'
      ? []
      : cropMarks(sheet, bleed, area, stock.marks === 'edge' ? Number.POSITIVE_INFINITY : LENGTH);
  // A shift of backs may move an edge to where a printer prints nothing.
  const seen = crops.filter((line) => excess(thick(line), grow(area, allSides(HALF))) <= SAME);
  // One to the edge of the paper ends before the slug: left out, the block would have no marks on that side.
  const clear = seen.flatMap((line) => beside(line, stock.slug ? [stock.slug] : []));
  const obstacles = [grow(bleed, allSides(CLEAR)), ...slug, ...clear.map((line) => grow(thick(line), allSides(CLEAR)))];
  const targets = targetsIn(bleed, area, obstacles);
  const taken = [...obstacles, ...targets.map((one) => grow(one, allSides(CLEAR)))];
  return { crops: clear, targets, bar: barIn(bleed, area, taken) };
}

/** Each distinct edge of a card, at both ends of the block; some are too short, or less than nothing, where there is no room. */
function cropMarks({ placed }: Sheet, bleed: Rect, area: Rect, length: Mm): SheetLine[] {
  const xs = distinct(placed.flatMap((one) => [one.x, one.x + one.width]));
  const ys = distinct(placed.flatMap((one) => [one.y, one.y + one.height]));
  const [top, bottom] = [bleed.y - CLEAR, bleed.y + bleed.height + CLEAR];
  const [left, right] = [bleed.x - CLEAR, bleed.x + bleed.width + CLEAR];
  const up = Math.max(area.y, top - length);
  const down = Math.min(area.y + area.height, bottom + length);
  const [before, after] = [Math.max(area.x, left - length), Math.min(area.x + area.width, right + length)];
  return [
    ...xs.flatMap((x) => [
      { x1: x, y1: up, x2: x, y2: top },
      { x1: x, y1: bottom, x2: x, y2: down },
    ]),
    ...ys.flatMap((y) => [
      { x1: before, y1: y, x2: left, y2: y },
      { x1: right, y1: y, x2: after, y2: y },
    ]),
  ];
}

/** A target as near as can be to the middle of each side. */
function targetsIn(bleed: Rect, area: Rect, obstacles: readonly Rect[]): Rect[] {
  const size = { width: TARGET, height: TARGET };
  const targets: Rect[] = [];
  for (const strip of strips(bleed, area)) {
    const near = { x: strip.x + strip.width / 2, y: strip.y + strip.height / 2 };
    const taken = [...obstacles, ...targets.map((one) => grow(one, allSides(CLEAR)))];
    const at = freePlace(size, { area, obstacles: taken, near });
    if (at) targets.push({ ...size, ...at });
  }
  return targets;
}

/** A row of patches, or a column of them, beside the first side that has room. */
function barIn(bleed: Rect, area: Rect, obstacles: readonly Rect[]): PressMarks['bar'] {
  for (const strip of strips(bleed, area)) {
    const level = strip.width > strip.height;
    const length = PATCHES.length * PATCH;
    const size = level ? { width: length, height: PATCH } : { width: PATCH, height: length };
    const near = { x: strip.x + strip.width / 4, y: strip.y + strip.height / 4 };
    const at = freePlace(size, { area: strip, obstacles, near });
    if (!at) continue;
    return PATCHES.map((inks, index) => ({
      ...{ x: at.x + (level ? index * PATCH : 0), y: at.y + (level ? 0 : index * PATCH) },
      ...{ width: PATCH, height: PATCH, inks },
    }));
  }
  return [];
}

/** What is printable above, below, left and right of the bleed. */
function strips(bleed: Rect, area: Rect): Rect[] {
  const [right, bottom] = [bleed.x + bleed.width, bleed.y + bleed.height];
  return [
    { ...area, height: bleed.y - area.y },
    { ...area, y: bottom, height: area.y + area.height - bottom },
    { ...area, width: bleed.x - area.x },
    { ...area, x: right, width: area.x + area.width - right },
  ];
}

function thick({ x1, y1, x2, y2 }: SheetLine): Rect {
  return {
    x: Math.min(x1, x2) - HALF,
    y: Math.min(y1, y2) - HALF,
    width: Math.abs(x2 - x1) + 2 * HALF,
    height: Math.abs(y2 - y1) + 2 * HALF,
  };
}

function within(rect: Rect, outer: Rect): Rect {
  if (excess(rect, outer) <= 0) return rect;
  const [x, y] = [Math.max(rect.x, outer.x), Math.max(rect.y, outer.y)];
  return {
    ...{ x, y },
    width: Math.min(rect.x + rect.width, outer.x + outer.width) - x,
    height: Math.min(rect.y + rect.height, outer.y + outer.height) - y,
  };
}

/** Edges that differ only by rounding are one edge. */
function distinct(lengths: readonly Mm[]): Mm[] {
  return [...new Map(lengths.map((one) => [Math.round(one / SAME), one])).values()].sort((a, b) => a - b);
}
