import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxSize, netOf } from '../../src/box/net.ts';
import { ends } from './shapes.ts';

const POKER = { width: 63.5, height: 88.9 };
const sizes = fc.record({
  width: fc.double({ min: 40, max: 120, noNaN: true }),
  height: fc.double({ min: 50, max: 160, noNaN: true }),
  depth: fc.double({ min: 4, max: 120, noNaN: true }),
});

describe('a tuck box', () => {
  test('is its cards, their clearance and its own board: 54 cards of 0.3 mm', () => {
    const size = boxSize(POKER, { count: 54, caliper: 0.3, clearance: 1, board: 0.4 });
    expect(size.width).toBeCloseTo(63.5 + 1.4, 9);
    expect(size.height).toBeCloseTo(88.9 + 1.4, 9);
    expect(size.depth).toBeCloseTo(54 * 0.3 + 1.4, 9);
  });

  test('has panels that add up: once around is the glue tab, two fronts and two sides', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const { width, glue, front, back, sides, lids } = netOf(size);
        expect(width).toBeCloseTo(glue.width + 2 * size.width + 2 * size.depth, 6);
        for (const panel of [front, back]) expect([panel.width, panel.height]).toEqual([size.width, size.height]);
        for (const side of sides) expect([side.width, side.height]).toEqual([size.depth, size.height]);
        // A lid covers the opening: as wide as the front, as deep as the box.
        for (const lid of lids) expect([lid.width, lid.height]).toEqual([size.width, size.depth]);
      }),
    );
  });

  test('has an outline inside its size, the same above and below, that touches all four edges', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const net = netOf(size);
        const points = ends(net.outline);
        const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
        expect(Math.min(...xs)).toBeCloseTo(0, 6);
        expect(Math.max(...xs)).toBeCloseTo(net.width, 6);
        expect(Math.min(...ys)).toBeCloseTo(0, 6);
        expect(Math.max(...ys)).toBeCloseTo(net.height, 6);
      }),
    );
  });

  test('folds only inside its outline: every crease ends on it or on another crease', () => {
    const net = netOf({ width: 65, height: 90, depth: 20 });
    expect(net.creases.length).toBe(4 + 6 + 2);
    for (const { x1, y1, x2, y2 } of net.creases) {
      expect(Math.min(x1, x2, y1, y2)).toBeGreaterThanOrEqual(0);
      expect(Math.max(x1, x2)).toBeLessThanOrEqual(net.width);
      expect(Math.max(y1, y2)).toBeLessThanOrEqual(net.height);
      expect(x1 === x2 || y1 === y2).toBe(true);
    }
  });

  test('has dust flaps that do not meet in the middle, and a tongue as long as it needs', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const { front, sides, lids, height, outline } = netOf(size);
        const [side] = sides;
        const over = ends(outline).filter(([x]) => x > side.x + 0.01 && x < side.x + side.width - 0.01);
        const flap = front.y - Math.min(...over.map(([, y]) => y));
        expect(flap).toBeLessThan(size.width / 2);
        expect(lids[0].y).toBeGreaterThan(6.9);
        expect(height).toBeCloseTo(2 * front.y + size.height, 6);
      }),
    );
  });
});
