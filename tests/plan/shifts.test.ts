import { describe, expect, test } from 'vitest';
import { calibration } from '../../src/impose/calibration.ts';
import { impose } from '../../src/impose/impose.ts';
import type { SheetLabel } from '../../src/model/sheets.ts';
import type { Flip, Stock } from '../../src/model/stock.ts';
import { adjusted } from '../../src/plan/print-options.ts';
import { onPage, type Point3, printed, rotate, turnedOver } from '../impose/paper.ts';
import { shipped } from '../impose/support.ts';

// A printer that is out: it prints backs where the paper is not. What its calibration sheet says must put every other sheet right.

const stocks = new Map((await shipped()).map((stock) => [stock.id, stock]));
const named = (id: string) => stocks.get(id) as Stock;

interface Printer {
  /** How far backs are out, right and down on upright paper that was turned on its long edge. */
  shift: { x: number; y: number };
  /** And turned, clockwise, in degrees. */
  turn?: number;
  /** Which way a page that lies across is turned: 1 anti-clockwise, as IPP has it. */
  quarter?: 1 | -1;
}

/** Where a point of the front falls on upright paper, seen from behind after a turn on the long edge. */
function frontAt(point: readonly [number, number], stock: Stock, { quarter = 1 }: Printer): Point3 {
  return turnedOver(printed(point, stock, quarter), 'long');
}

/** Where this printer puts a point of the back, seen the same way. */
function backAt(point: readonly [number, number], stock: Stock, flip: Flip, printer: Printer): Point3 {
  const { shift, turn = 0, quarter = 1 } = printer;
  const page = printed(point, stock, quarter);
  // Turned on its short edge, the paper stands on its head beside one that was turned on its long edge.
  const upright = flip === 'long' ? page : rotate(page, [0, 0, 1], Math.PI);
  const [x, y, z] = rotate(upright, [0, 0, 1], (-turn * Math.PI) / 180);
  return [x + shift.x, y - shift.y, z];
}

/** What somebody reads off the middle target of a calibration pair that this printer made. */
function reading(stock: Stock, flip: Flip, printer: Printer): { x: number; y: number } {
  const [front, back] = calibration(stock, flip);
  const [level, upright] = front.marks.lines;
  const cross = frontAt([upright?.x1 ?? 0, level?.y1 ?? 0], stock, printer);
  const words = back.marks.labels.map((label) => label.text).join(' ');
  const labels = back.marks.labels.filter((label) => /^-?\d$/u.test(label.text)).slice(0, 10);
  const above = labels.filter((_, at) => at % 2 === 0);
  const beside = labels.filter((_, at) => at % 2 === 1);
  // The strokes are where their numbers are; those beside stand 0.6 mm lower, in the middle of their strokes.
  const onLevel = read(
    above,
    (one) => [one.x, stock.paper.height / 2],
    cross,
    (one) => backAt(one, stock, flip, printer),
  );
  const onUpright = read(
    beside,
    (one) => [stock.paper.width / 2, one.y - 0.6],
    cross,
    (one) => backAt(one, stock, flip, printer),
  );
  const levelFirst = words.includes('first on the level scale');
  return levelFirst ? { x: onLevel, y: onUpright } : { x: onUpright, y: onLevel };
}

/** Where on a scale a point shows: between its numbers -2 and 2. */
function read(
  labels: readonly SheetLabel[],
  stroke: (label: SheetLabel) => readonly [number, number],
  [x, y]: Point3,
  where: (point: readonly [number, number]) => Point3,
): number {
  const at = (text: string) => where(stroke(labels.find((one) => one.text === text) as SheetLabel));
  const [from, to] = [at('-2'), at('2')];
  const along = [to[0] - from[0], to[1] - from[1]] as const;
  const share = ((x - from[0]) * along[0] + (y - from[1]) * along[1]) / (along[0] ** 2 + along[1] ** 2);
  return -2 + 4 * share;
}

/** How far the backs of a sheet lie from their fronts, at most: at the middles and at the corners of cards. */
function distances(stock: Stock, printer: Printer): { middles: number; corners: number } {
  const cards = stock.slots.map((_, at) => ({ card: `card-${at}`, copies: 1 }));
  const [front, back] = impose(cards, stock);
  const far = { middles: 0, corners: 0 };
  for (const placed of front?.placed ?? []) {
    const behind = back?.placed.find((one) => one.face.card === placed.face.card);
    if (!behind) throw new Error('a card without a back');
    for (const [u, v, where] of [
      [31.75, 44.45, 'middles'],
      [0, 0, 'corners'],
      [63.5, 0, 'corners'],
      [0, 88.9, 'corners'],
      [63.5, 88.9, 'corners'],
    ] as const) {
      const [x, y] = frontAt(onPage(placed, u, v), stock, printer);
      const [bx, by] = backAt(onPage(behind, 63.5 - u, v), stock, stock.flip, printer);
      far[where] = Math.max(far[where], Math.hypot(bx - x, by - y));
    }
  }
  return far;
}

const ids = ['a4', 'a4-bleed', 'avery-95328', 'letter-bleed'];
const flips = ['long', 'short'] as const;
const cases = ids.flatMap((id) => flips.map((flip) => ({ id, flip })));

describe('what the sheet of calibrate says', () => {
  const shift = { x: 1.3, y: -0.7 };

  test.each(cases)('puts backs right on $id, $flip edge, though it was read on upright A4', ({ id, flip }) => {
    const printer = { shift };
    const offset = reading(named('a4'), 'long', printer);
    expect(distances({ ...named(id), flip }, printer).middles).toBeCloseTo(Math.hypot(shift.x, shift.y), 6);
    expect(distances(adjusted(named(id), { flip, backOffset: offset }), printer).corners).toBeLessThan(0.1);
  });

  test.each(cases)('may be read on $id, $flip edge, and holds for all others', ({ id, flip }) => {
    const offset = reading(named(id), flip, { shift });
    expect(offset.x).toBeCloseTo(-shift.x, 6);
    expect(offset.y).toBeCloseTo(-shift.y, 6);
  });

  test.each(cases)(
    'leaves less than 0.4 mm in the middles of cards of a turn by 0.2° on $id, $flip edge',
    ({ id, flip }) => {
      const printer = { shift, turn: 0.2 };
      const offset = reading(named('a4'), 'long', printer);
      const { middles, corners } = distances(adjusted(named(id), { flip, backOffset: offset }), printer);
      expect(middles).toBeLessThan(0.4);
      expect(corners).toBeLessThan(0.6);
    },
  );

  test('is a paper’s own where a printer turns what lies across the other way', () => {
    const printer: Printer = { shift, quarter: -1 };
    const all = reading(named('a4'), 'long', printer);
    const own = reading(named('a4-bleed'), 'long', printer);
    const deck = { ...all, for: { 'a4-bleed': own } };
    expect(distances(adjusted(named('a4-bleed'), {}, all), printer).middles).toBeGreaterThan(1);
    expect(distances(adjusted(named('a4-bleed'), {}, deck), printer).corners).toBeLessThan(0.1);
    expect(distances(adjusted(named('a4'), {}, deck), printer).corners).toBeLessThan(0.1);
  });
});
