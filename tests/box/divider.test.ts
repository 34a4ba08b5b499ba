import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dividerOf } from '../../src/box/divider.ts';
import { nestOf } from '../../src/box/nest.ts';
import { sleeveOf } from '../../src/box/sleeve.ts';
import { areaOf, ends } from './shapes.ts';

const length = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const cards = fc.record({ width: length(25, 297), height: length(25, 297), radius: fc.constantFrom(0, 2.5, 3, 6) });
const places = fc
  .record({ columns: fc.integer({ min: 1, max: 5 }), which: fc.nat(), height: length(8, 40) })
  .map(({ columns, which, height }) => ({ columns, at: which % columns, height }));

describe('a divider', () => {
  test('is a card with a tab above it: as wide, as high and that much more, its outline inside', () => {
    fc.assert(
      fc.property(cards, places, (card, place) => {
        const { width, height, outline, body, tab, creases } = dividerOf(card, place);
        expect([width, height]).toEqual([card.width, card.height + place.height]);
        expect(body).toEqual({ x: 0, y: place.height, width: card.width, height: card.height });
        expect(tab).toEqual({
          x: (card.width / place.columns) * place.at,
          y: 0,
          width: card.width / place.columns,
          height: place.height,
        });
        expect(creases).toEqual([]);
        for (const step of outline) {
          for (let at = 0; at < step.length; at += 2) {
            const [x, y] = [step[at] ?? Number.NaN, step[at + 1] ?? Number.NaN];
            expect(Math.min(x, width - x)).toBeGreaterThan(-1e-9);
            expect(Math.min(y, height - y)).toBeGreaterThan(-1e-9);
          }
        }
      }),
    );
  });

  test('has the area of the card and the tab, but for its round corners', () => {
    fc.assert(
      fc.property(cards, places, (card, place) => {
        const { outline, tab } = dividerOf(card, place);
        const whole = card.width * card.height + tab.width * tab.height;
        const corners = 4 * card.radius ** 2 + 2 * 2 ** 2;
        expect(areaOf(outline)).toBeLessThanOrEqual(whole + 1e-6);
        expect(areaOf(outline)).toBeGreaterThanOrEqual(whole - corners);
      }),
    );
  });

  test('has tabs that together reach from side to side, none behind another', () => {
    const tabs = [0, 1, 2].map(
      (at) => dividerOf({ width: 63.5, height: 88.9, radius: 3 }, { columns: 3, at, height: 12 }).tab,
    );
    expect(tabs.map(({ x, width }) => [x, x + width].map((one) => Number(one.toFixed(4))))).toEqual([
      [0, 21.1667],
      [21.1667, 42.3333],
      [42.3333, 63.5],
    ]);
  });
});

test('pieces lie on the area that holds the most, and one of any size on none', () => {
  const areas = [
    { width: 200, height: 257 },
    { width: 271, height: 187 },
  ];
  expect(nestOf({ width: 63.5, height: 100.9 }, areas, 4)).toEqual({ columns: 3, rows: 2 });
  expect(nestOf({ width: 70, height: 132 }, areas, 4)).toEqual({ columns: 3, rows: 1 });
  expect(nestOf({ width: 98, height: 126.5 }, areas, 4)).toEqual({ columns: 2, rows: 2 });
  expect(nestOf({ width: 297, height: 222 }, areas, 4)).toEqual({ columns: 1, rows: 1 });
});

describe('a sleeve', () => {
  const sizes = fc.record({ width: length(25, 300), height: length(25, 300), depth: length(1, 120) });

  test('goes once around its cards, open above and below', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const { width, height, front, back, sides, glue, creases, outline } = sleeveOf(size);
        expect(width).toBeCloseTo(glue.width + 2 * size.width + 2 * size.depth, 6);
        expect(height).toBe(size.height);
        for (const panel of [front, back]) expect([panel.width, panel.height]).toEqual([size.width, size.height]);
        for (const side of sides) expect([side.width, side.height]).toEqual([size.depth, size.height]);
        const folds = [glue.width, sides[0].x, back.x, sides[1].x];
        expect(creases).toEqual(folds.map((x) => ({ x1: x, y1: 0, x2: x, y2: size.height })));
        const points = ends(outline);
        const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
        expect([Math.min(...xs), Math.min(...ys)]).toEqual([0, 0]);
        expect(Math.max(...xs)).toBeCloseTo(width, 6);
        expect(Math.max(...ys)).toBeCloseTo(height, 6);
      }),
    );
  });
});
