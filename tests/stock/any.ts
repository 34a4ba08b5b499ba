import fc from 'fast-check';
import type { Format } from '../../src/model/faces.ts';

/** A card of any size that is allowed. */
export const anyFormat: fc.Arbitrary<Format> = fc
  .record({
    long: fc.double({ min: 25, max: 297, noNaN: true }),
    short: fc.double({ min: 25, max: 210, noNaN: true }),
    wide: fc.boolean(),
  })
  .map(({ long, short, wide }) => {
    const [a, b] = [Math.max(long, short), Math.min(long, short)];
    return { id: 'own', name: 'Own', width: wide ? a : b, height: wide ? b : a, radius: 3 };
  });

export const anyPaper = fc.record({
  paper: fc.record({
    width: fc.double({ min: 140, max: 500, noNaN: true }),
    height: fc.double({ min: 140, max: 500, noNaN: true }),
  }),
  printable: fc.constantFrom(0, 4.2, 5),
  grid: fc.record({
    gap: fc.record({ x: fc.constantFrom(0, 1.25, 4, 6, 12), y: fc.constantFrom(0, 1.25, 4, 6, 12) }),
  }),
  bleed: fc.constantFrom(0, 0.625, 3, 4),
  flip: fc.constantFrom('long' as const, 'short' as const),
  slug: fc.constantFrom('top' as const, 'right' as const, 'bottom' as const, 'left' as const, 'none' as const),
});
