import { describe, expect, test } from 'vitest';
import { pilePlan } from '../../src/impose/pile-plan.ts';
import { allSides, around } from '../../src/model/rect.ts';
import type { Rect, Sheet, SheetLine } from '../../src/model/sheets.ts';
import type { Slot, Stock } from '../../src/model/stock.ts';

// A small sheet, of which the plan's corner is free: two slots beside each other, far from it.

const slot = (x: number, y: number, size: { width: number; height: number } = { width: 10, height: 14 }): Slot => ({
  ...size,
  ...{ x, y, turn: 0 },
});
const slots = [slot(70, 40), slot(80, 40)];
const stock: Stock = {
  ...{ id: 'any', name: 'Any', format: 'any', page: false, marks: 'none', flip: 'long', order: 'front-first' },
  ...{ paper: { width: 100, height: 60 }, printable: 5, slots, bleed: 1 },
  back: { x: 0, y: 0, rotation: 0, bleed: 0 },
};
const none = { cuts: [], registration: [], boxes: [] };

function sheetOf(piles: readonly Rect[], other: Partial<Sheet> = {}): Sheet {
  const about = { stock: 'any', width: 100, height: 60, side: 'front' as const, number: 1, of: 1, placed: [] };
  return { ...about, lift: { number: 1, of: 1, first: true, piles }, ...other };
}

/** The plan's outline. */
function planOf(
  marks: Partial<Parameters<typeof pilePlan>[2]> = {},
  given: Partial<Stock> = {},
  sheet = sheetOf(slots),
): Rect {
  const { lines } = pilePlan(sheet, { ...stock, ...given }, { ...none, ...marks });
  return around(lines.map(({ x1, y1, x2, y2 }) => ({ x: x1, y: y1, width: x2 - x1, height: y2 - y1 })));
}

test('four strokes and a number for each slot, in the first corner that a printer reaches', () => {
  const { lines, labels } = pilePlan(sheetOf(slots), stock, none);
  const cell = (x: number, y: number): SheetLine[] => [
    { x1: x, y1: y, x2: x + 4, y2: y },
    { x1: x + 4, y1: y, x2: x + 4, y2: y + 4 },
    { x1: x + 4, y1: y + 4, x2: x, y2: y + 4 },
    { x1: x, y1: y + 4, x2: x, y2: y },
  ];
  expect(lines).toEqual([...cell(5, 5), ...cell(9, 5)]);
  expect(labels.map(({ text, x }) => [text, x])).toEqual([
    ['1', 7],
    ['2', 11],
  ]);
});

test.each([
  ['a back', sheetOf(slots, { side: 'back' }), stock],
  [
    'a sheet that is not the first of its lift',
    sheetOf(slots, { lift: { number: 1, of: 1, first: false, piles: slots } }),
    stock,
  ],
  ['a sheet that is not cut in a stack', sheetOf(slots, { lift: undefined }), stock],
  ['a sheet of a single card', sheetOf([slots[0] as Slot]), { ...stock, slots: slots.slice(0, 1) }],
])('%s has none', (_, sheet, given) => {
  expect(pilePlan(sheet, given, none)).toEqual({ lines: [], labels: [] });
});

describe('stays half a millimeter clear of', () => {
  const column = { x: 5, y: 5, width: 3, height: 50 };

  test('the slug', () => expect(planOf({}, { slug: { ...column, turn: 270 } }).x).toBe(8.5));

  test('what a press needs', () => expect(planOf({ boxes: [column] }).x).toBe(8.5));

  test.each([
    ['downwards', { x1: 8, y1: 5, x2: 8, y2: 55 }],
    ['upwards', { x1: 8, y1: 55, x2: 8, y2: 5 }],
  ])('a mark that runs %s', (_, cut) => expect(planOf({ cuts: [cut] }).x).toBe(8.5));

  test.each([
    ['to the right', { x1: 5, y1: 8, x2: 95, y2: 8 }],
    ['to the left', { x1: 95, y1: 8, x2: 5, y2: 8 }],
  ])('a mark that runs %s', (_, cut) => expect(planOf({ cuts: [cut] }).y).toBe(8.5));

  test('the bleed of an empty slot', () => {
    expect(planOf({}, { slots: [...slots, slot(0, 0, { width: 10, height: 60 })] }).x).toBe(11.5);
  });

  test('a card with all of its own bleed', () => {
    const card = { face: { card: 'a', side: 'front' as const }, ...slot(0, 0, { width: 8, height: 60 }) };
    const placed = [{ ...card, bleed: { ...allSides(0), right: 4 } }];
    expect(planOf({}, {}, sheetOf(slots, { placed })).x).toBe(12.5);
  });
});

test('is ten millimeters off the marks of a plotter', () => {
  expect(planOf({ registration: [{ x: 5, y: 5, width: 3, height: 50 }] }).x).toBe(18);
});

test('of slots that are not alike, the smallest is as wide and as high as the cell; between them is what lies between the slots', () => {
  const given = [slot(50, 20), slot(65, 20, { width: 20, height: 28 })];
  const { lines } = pilePlan(sheetOf(given), { ...stock, slots: given }, none);
  expect(lines.filter(({ x1, x2, y1, y2 }) => x1 < x2 || y1 < y2)).toEqual([
    { x1: 5, y1: 5, x2: 9, y2: 5 },
    { x1: 9, y1: 5, x2: 9, y2: 9 },
    { x1: 11, y1: 5, x2: 19, y2: 5 },
    { x1: 19, y1: 5, x2: 19, y2: 13 },
  ]);
});

test.each([
  [4, 4],
  [3.9, 3],
  [2.9, 2.4],
  [2.3, 1.8],
  [1.7, 1.6],
])('where %d mm are free it is %d mm high', (free, high) => {
  const below = { x: 0, y: 5 + free + 0.5, width: 100, height: 60 };
  expect(planOf({ boxes: [below] }).height).toBeCloseTo(high, 9);
});

test('where less is free there is none', () => {
  const below = { x: 0, y: 7, width: 100, height: 60 };
  expect(pilePlan(sheetOf(slots), stock, { ...none, boxes: [below] })).toEqual({ lines: [], labels: [] });
});

test('numbers are those of the piles in their order; a slot beside and above two piles has none', () => {
  const four = [slot(60, 30), slot(70, 30), slot(60, 44), slot(70, 44)];
  const [first, , , last] = four as [Slot, Slot, Slot, Slot];
  const { labels } = pilePlan(sheetOf([last, first]), { ...stock, slots: four }, none);
  expect(labels.map(({ text, x, y }) => [text, x, Math.round(y)])).toEqual([
    ['2', 7, 8],
    ['1', 11, 12],
  ]);
});
