import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownSize } from '../../../layouts/parts/picture-size.ts';

test('a picture is as wide as its column, or as high as may be, and always whole', () => {
  const side = fc.integer({ min: 1, max: 8000 });
  const length = fc.double({ min: 1, max: 200, noNaN: true });
  fc.assert(
    fc.property(side, side, length, length, (width, height, column, tallest) => {
      const { w, h } = shownSize({ width, height }, column, tallest);
      expect(w).toBeLessThanOrEqual(column);
      expect(h).toBeLessThanOrEqual(tallest);
      expect(Math.max(w / column, h / tallest)).toBeCloseTo(1, 9);
      expect((w * height) / (h * width)).toBeCloseTo(1, 9);
    }),
  );
});
