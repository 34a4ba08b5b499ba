import { expect, test } from 'vitest';
import { withBleeds } from '../../src/impose/bleed.ts';
import type { Rect } from '../../src/model/sheets.ts';

const paper = { width: 100, height: 80 };

/** The bleeds of cards of 20 × 30 at these places: top, right, bottom, left. */
function bleeds(...places: [x: number, y: number][]): number[][] {
  const placed = places.map(([x, y]): Rect => ({ x, y, width: 20, height: 30 }));
  const made = withBleeds(
    placed.map((one) => ({ ...one, face: { card: 'a', side: 'front' }, turn: 0 })),
    3,
    paper,
  );
  return made.map(({ bleed: { top, right, bottom, left } }) => [top, right, bottom, left]);
}

test('bleed ends at the edges of the paper', () => {
  expect(bleeds([40, 25])).toEqual([[3, 3, 3, 3]]);
  expect(bleeds([1, 2])).toEqual([[2, 3, 3, 1]]);
  expect(bleeds([79, 48])).toEqual([[3, 1, 2, 3]]);
  expect(bleeds([80, 50])).toEqual([[3, 0, 0, 3]]);
});

test('bleed ends half-way to a neighbor, beside, above or aslant', () => {
  expect(bleeds([10, 10], [34, 10])).toEqual([
    [3, 2, 3, 3],
    [3, 3, 3, 2],
  ]);
  expect(bleeds([10, 5], [12, 39])).toEqual([
    [3, 3, 2, 3],
    [2, 3, 3, 3],
  ]);
  expect(bleeds([10, 5], [32, 37])).toEqual([
    [3, 1, 3, 3],
    [3, 3, 3, 1],
  ]);
});
