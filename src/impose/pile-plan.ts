import { allSides, around, grow } from '../model/rect.ts';
import type { Rect, Sheet, SheetLabel, SheetLine, SmallPrint } from '../model/sheets.ts';
import { QUIET, type Stock } from '../model/stock.ts';
import { type Mm, pt } from '../model/units.ts';
import { freePlace } from './free-place.ts';

/** Sides of the plan's smallest cell, the best first; in the last a digit is 1 mm high. */
const CELLS: readonly Mm[] = [4, 3, 2.4, 1.8, 1.6];
/** The plan's distance from anything else that is printed. */
const CLEAR: Mm = 0.5;

/**
 * A small picture of the sheet on the uppermost one of a stack, with a number for each pile: where the sheet has room for it, clear
 * of cards and their bleed, of empty slots (a used perforated sheet has holes there) and of all other marks.
 */
export function pilePlan(
  sheet: Sheet,
  stock: Stock,
  { cuts, registration, boxes }: { cuts: readonly SheetLine[]; registration: readonly Rect[]; boxes: readonly Rect[] },
): SmallPrint {
  const { lift } = sheet;
  if (!lift?.first || sheet.side === 'back' || stock.slots.length === 1) return { lines: [], labels: [] };
  const taken = [
    ...stock.slots.map((slot) => grow(slot, allSides(stock.bleed))),
    ...sheet.placed.map((one) => grow(one, one.bleed)),
    ...cuts.map(({ x1, y1, x2, y2 }) => ({
      x: Math.min(x1, x2),
      y: Math.min(y1, y2),
      width: Math.abs(x2 - x1),
      height: Math.abs(y2 - y1),
    })),
    ...boxes,
    ...(stock.slug ? [stock.slug] : []),
  ].map((one) => grow(one, allSides(CLEAR)));
  const obstacles = [...taken, ...registration.map((one) => grow(one, allSides(QUIET)))];
  const area = grow({ x: 0, y: 0, ...stock.paper }, allSides(-stock.printable));
  for (const cell of CELLS) {
    const cells = scaled(stock.slots, cell);
    const at = freePlace(around(cells), { area, obstacles, near: area });
    if (at)
      return drawn(
        cells.map((one) => ({ ...one, x: one.x + at.x, y: one.y + at.y })),
        sheet,
        stock,
      );
  }
  return { lines: [], labels: [] };
}

/** The slots, drawn small: from 0, 0, the smallest of them so wide and so high. */
function scaled(slots: readonly Rect[], cell: Mm): Rect[] {
  const { x, y } = around(slots);
  const [across, down] = [
    cell / Math.min(...slots.map((slot) => slot.width)),
    cell / Math.min(...slots.map((slot) => slot.height)),
  ];
  return slots.map((slot) => ({
    x: (slot.x - x) * across,
    y: (slot.y - y) * down,
    width: slot.width * across,
    height: slot.height * down,
  }));
}

function drawn(cells: readonly Rect[], { lift }: Sheet, { slots }: Stock): SmallPrint {
  const numbers = slots.map(
    (slot) => (lift?.piles.findIndex((pile) => pile.x === slot.x && pile.y === slot.y) ?? -1) + 1,
  );
  return {
    lines: cells.flatMap(({ x, y, width, height }) => [
      { x1: x, y1: y, x2: x + width, y2: y },
      { x1: x + width, y1: y, x2: x + width, y2: y + height },
      { x1: x + width, y1: y + height, x2: x, y2: y + height },
      { x1: x, y1: y + height, x2: x, y2: y },
    ]),
    labels: cells.flatMap((cell, at) => (numbers[at] ? [numberIn(cell, numbers[at])] : [])),
  };
}

/** A number in the middle of a cell; capitals and digits are seven tenths of their size. */
function numberIn({ x, y, width, height }: Rect, number: number): SheetLabel {
  const size = height * 0.85;
  return {
    text: String(number),
    x: x + width / 2,
    y: y + height / 2 + size * 0.35,
    anchor: 'middle',
    turn: 0,
    points: pt(size),
    room: width * 0.8,
  };
}
