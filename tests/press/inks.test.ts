import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hexOf, limitInks, rgbOf, totalInk } from '../../src/press/inks.ts';

const byte = fc.integer({ min: 0, max: 255 });
const inks = fc.tuple(byte, byte, byte, byte);
const limit = fc.integer({ min: 100, max: 400 });

describe('the ink limit', () => {
  test('is kept; black stays, the others keep their proportion to within a step', () => {
    fc.assert(
      fc.property(inks, limit, (asked, most) => {
        const samples = Uint8Array.from(asked);
        const over = limitInks(samples, most);
        const [c = 0, m = 0, y = 0, k = 0] = samples;
        expect(totalInk([c, m, y, k])).toBeLessThanOrEqual(Math.max(most, (asked[3] / 255) * 100) + 1e-9);
        expect(k).toBe(asked[3]);
        expect(over).toBe(totalInk(asked) > most + 1e-9 ? 1 : 0);
        if (over === 0) expect([c, m, y, k]).toEqual(asked);
        const scale = (c + m + y) / Math.max(1, asked[0] + asked[1] + asked[2]);
        for (const i of [0, 1, 2] as const) expect(Math.abs((samples[i] ?? 0) - asked[i] * scale)).toBeLessThan(3);
      }),
    );
  });

  test('of 240 % on 100 100 100 60 is 60 60 60 60', () => {
    const samples = Uint8Array.of(255, 255, 255, 153);
    expect(limitInks(samples, 240)).toBe(1);
    expect([...samples]).toEqual([153, 153, 153, 153]);
  });
});

test('colours go to hex and back', () => {
  expect(hexOf([0.13725490196078433, 0.14901960784313725, 0.16862745098039217])).toBe('#23262b');
  expect(rgbOf('#23262b')).toEqual([35, 38, 43]);
});
