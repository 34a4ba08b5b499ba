import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lightGrounds } from '../../src/press/grounds.ts';
import { hexOf, type Inks, rgbOf } from '../../src/press/inks.ts';
import { deltaE, type Lab, labOfRgb } from '../../src/press/lab.ts';
import { separatorOf } from '../../src/press/press.ts';
import { convertColours } from '../../src/press/separate.ts';
import { labOf } from './lab.ts';
import { fogra39, gracol } from './profiles.ts';

describe('ΔE00', () => {
  // Of the table that Sharma, Wu and Dalal give for testing implementations (2005): the pairs that find most mistakes.
  test.each<[Lab, Lab, number]>([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, 2.49, -0.001], [50, -2.49, 0.0009], 7.1792],
    [[50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195],
    [[50, -0.001, 2.49], [50, 0.0011, -2.49], 4.7461],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[50, 2.5, 0], [50, 3.1736, 0.5854], 1],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
    [[90.8027, -2.0831, 1.441], [91.1528, -1.6435, 0.0447], 1.4441],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ])('of %j and %j', (one, other, expected) => {
    expect(deltaE(one, other)).toBeCloseTo(expected, 4);
    expect(deltaE(other, one)).toBeCloseTo(expected, 4);
  });

  test('of sRGB: white, grey, red', () => {
    expect(labOfRgb([255, 255, 255])).toEqual([expect.closeTo(100, 2), expect.closeTo(0, 2), expect.closeTo(0, 2)]);
    expect(labOfRgb([119, 119, 119])[0]).toBeCloseTo(50.03, 1);
    expect(labOfRgb([255, 0, 0])).toEqual([
      expect.closeTo(53.24, 1),
      expect.closeTo(80.09, 1),
      expect.closeTo(67.2, 1),
    ]);
  });
});

describe('a proof of inks', () => {
  test.each([fogra39, gracol])('is that of $id’s own table', async (profile) => {
    const inks: Inks[] = [
      [0, 0, 0, 0],
      [0, 0, 21, 0],
      [10, 8, 0, 0],
      [20, 30, 40, 0],
      [0, 60, 60, 60],
    ];
    const rgb = await separatorOf(profile).proof(inks);
    for (const [at, one] of inks.entries()) {
      const [r = 0, g = 0, b = 0] = rgb.subarray(3 * at, 3 * at + 3);
      // This one counts from D65, the table from D50.
      expect(
        deltaE(
          labOfRgb([r, g, b]),
          labOf(
            profile.data,
            one.map((ink) => ink / 255),
          ),
        ),
      ).toBeLessThan(2);
    }
  });
});

describe('light grounds', () => {
  test.each([fogra39, gracol])(
    'on $id have no ink under 3 %, the lightest no black, and are near their color',
    async (profile) => {
      const separator = separatorOf(profile);
      const tints = fc.sample(fc.tuple(fc.integer({ min: 205, max: 254 }), fc.nat(45), fc.nat(45)), {
        seed: 7,
        numRuns: 60,
      });
      const colours = [
        ...new Set(tints.map(([r, g, b]) => hexOf([r / 255, Math.max(0, r - g) / 255, Math.max(0, r - b) / 255]))),
      ];
      const asked = await convertColours(colours, separator);
      const grounds = await lightGrounds(asked, separator.proof);
      expect(grounds.size).toBeGreaterThan(20);
      for (const [hex, { inks, deltaE: far }] of grounds) {
        expect(inks.filter((ink) => ink > 0 && ink < 0.03 * 255)).toEqual([]);
        expect(Math.max(...inks)).toBeGreaterThan(0);
        if (labOfRgb(rgbOf(hex))[0] >= 90) expect(inks[3]).toBe(0);
        // Where the press cannot print the color, as some pinks, no farther than the profile itself.
        const [r = 0, g = 0, b = 0] = await separator.proof([asked.get(hex) ?? [0, 0, 0, 0]]);
        expect(far).toBeLessThanOrEqual(Math.max(3, 0.5 + deltaE(labOfRgb(rgbOf(hex)), labOfRgb([r, g, b]))));
      }
      // What was right already is left alone.
      for (const [hex, inks] of asked) {
        const light = labOfRgb(rgbOf(hex))[0] >= 80;
        const weak = inks.some((ink) => ink > 0 && ink < 8) || (labOfRgb(rgbOf(hex))[0] >= 90 && inks[3] > 0);
        if (!light || !weak) expect(grounds.has(hex)).toBe(false);
      }
    },
  );

  test('that have one weak ink and no other keep it, and dark colors keep all theirs', async () => {
    const asked = new Map<string, Inks>([
      ['#fdfdfb', [0, 0, 4, 0]],
      ['#23262b', [5, 4, 3, 220]],
    ]);
    expect(await lightGrounds(asked, () => Promise.reject(new Error('nothing to prove')))).toEqual(new Map());
  });

  test('of the shipped deck are near their colors', async () => {
    const tokens = readFileSync(path.resolve(import.meta.dirname, '../../deck/tokens.json'), 'utf8');
    const colours = [...new Set([...tokens.matchAll(/#[0-9A-F]{6}/giu)].map(([hex]) => hex.toLowerCase()))];
    const separator = separatorOf(fogra39);
    const grounds = await lightGrounds(await convertColours(colours, separator), separator.proof);
    expect(grounds.size).toBeGreaterThan(0);
    for (const { deltaE: far } of grounds.values()) expect(far).toBeLessThanOrEqual(3);
  });
});
