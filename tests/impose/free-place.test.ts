import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freePlace } from '../../src/impose/free-place.ts';
import { excess, overlap } from '../../src/model/rect.ts';
import type { Rect } from '../../src/model/sheets.ts';

const area: Rect = { x: 5, y: 5, width: 30, height: 20 };
const size = { width: 4, height: 3 };

test('where nothing is in the way it is where it was wished, as far as the area allows', () => {
  expect(freePlace(size, { area, obstacles: [], near: { x: 20, y: 15 } })).toEqual({ x: 18, y: 13.5 });
  expect(freePlace(size, { area, obstacles: [], near: { x: 0, y: 0 } })).toEqual({ x: 5, y: 5 });
  expect(freePlace(size, { area, obstacles: [], near: { x: 99, y: 99 } })).toEqual({ x: 31, y: 22 });
});

test('what is in the way moves it to the nearest side', () => {
  const near = { x: 20, y: 15 };
  const wall = { x: 17, y: 5, width: 4, height: 20 };
  expect(freePlace(size, { area, obstacles: [wall], near })).toEqual({ x: 21, y: 13.5 });
  const roof = { x: 5, y: 13, width: 30, height: 3 };
  expect(freePlace(size, { area, obstacles: [roof], near })).toEqual({ x: 18, y: 16 });
  const floor = { x: 5, y: 14, width: 30, height: 11 };
  expect(freePlace(size, { area, obstacles: [floor], near })).toEqual({ x: 18, y: 11 });
});

test('where it is as large as the area it fills it; where it is larger, or all is taken, it has no place', () => {
  const near = { x: 0, y: 0 };
  expect(freePlace(area, { area, obstacles: [], near })).toEqual({ x: 5, y: 5 });
  expect(freePlace({ width: 31, height: 3 }, { area, obstacles: [], near })).toBeUndefined();
  expect(freePlace(size, { area, obstacles: [area], near })).toBeUndefined();
});

const anyRect = fc.record({
  x: fc.integer({ min: 0, max: 38 }),
  y: fc.integer({ min: 0, max: 28 }),
  width: fc.integer({ min: 1, max: 14 }),
  height: fc.integer({ min: 1, max: 14 }),
});

test('no place of a grid that is free lies nearer, and what is found is free', () => {
  const point = fc.record({ x: fc.integer({ min: 0, max: 40 }), y: fc.integer({ min: 0, max: 30 }) });
  fc.assert(
    fc.property(fc.array(anyRect, { maxLength: 7 }), point, (obstacles, near) => {
      const isFree = (one: Rect) => excess(one, area) <= 0.001 && !obstacles.some((other) => overlap(one, other));
      const far = ({ x, y }: { x: number; y: number }) =>
        Math.hypot(x + size.width / 2 - near.x, y + size.height / 2 - near.y);
      const found = freePlace(size, { area, obstacles, near });
      const nearest = grid.filter(isFree).reduce((least, one) => Math.min(least, far(one)), Number.POSITIVE_INFINITY);
      if (!found) return expect(nearest).toBe(Number.POSITIVE_INFINITY);
      expect(isFree({ ...size, ...found })).toBe(true);
      expect(far(found)).toBeLessThan(nearest + 0.01);
    }),
  );
});

/** Every half millimeter of the area. */
const grid: readonly Rect[] = Array.from({ length: 53 * 35 }, (_, at) => ({
  ...size,
  x: area.x + (at % 53) / 2,
  y: area.y + Math.floor(at / 53) / 2,
}));
