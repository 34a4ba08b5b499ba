import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { indexedPngs } from '../../src/raster/indexed.ts';

const [width, height] = [128, 96];
const whole = { left: 0, top: 0, width, height };

/** A bitmap by a function from a pixel to its colour. */
function bitmap(colourAt: (x: number, y: number) => readonly [number, number, number]) {
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) data.set([...colourAt(x, y), 255], (y * width + x) * 4);
  }
  return { width, height, data };
}

/** What a program that did not write a PNG sees in it. */
async function seen(png: Uint8Array) {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)];
  // The colour type in the header: 3 is a palette (PNG, 11.2.1: IHDR).
  return { palette: png[25] === 3, width: info.width, height: info.height, at };
}

describe('a PNG of a face', () => {
  test('has a palette, and areas in their own colours', async () => {
    const blue = [28, 101, 128] as const;
    const png = await seen(indexedPngs(whole)(bitmap((x) => (x < 30 ? [251, 246, 234] : blue))));
    expect(png).toMatchObject({ palette: true, width, height });
    expect(png.at(3, 3)).toEqual([251, 246, 234]);
    expect(png.at(50, 20)).toEqual([...blue]);
  });

  test('has at most 256 colours: the rarest are the nearest of the others', async () => {
    // Some 700 colours, each alone on a white ground.
    const dotted = bitmap((x, y) => (x % 4 === 3 && y % 4 === 3 ? [x * 2, y * 2, x + y] : [255, 255, 255]));
    const png = await seen(indexedPngs(whole)(dotted));
    expect(png.palette).toBe(true);
    expect(png.at(2, 2)).toEqual([255, 255, 255]);
    for (const [x, y] of [
      [7, 11],
      [63, 43],
      [127, 95],
    ] as const) {
      const off = png.at(x, y).map((value, i) => Math.abs(value - ([x * 2, y * 2, x + y][i] ?? 0)));
      expect(Math.max(...off), `${x}, ${y}`).toBeLessThan(48);
    }
  });

  test('keeps every colour of a photograph', async () => {
    const photo = bitmap((x, y) => [x * 2, y * 2, (x * 7 + y * 13) % 256]);
    const png = await seen(indexedPngs(whole)(photo));
    expect(png.palette).toBe(false);
    for (const [x, y] of [
      [1, 1],
      [33, 17],
      [120, 90],
    ] as const) {
      expect(png.at(x, y)).toEqual([x * 2, y * 2, (x * 7 + y * 13) % 256]);
    }
  });
});

test.each([
  ['with a palette', (x: number, y: number) => [x & ~15, y & ~15, 90] as const],
  ['of a photograph', (x: number, y: number) => [x * 2, y * 2, (x * 7 + y * 13) % 256] as const],
])('a part of a bitmap begins where it is asked to, %s', async (_, colourAt) => {
  const png = await seen(indexedPngs({ left: 16, top: 32, width: 100, height: 64 })(bitmap(colourAt)));
  expect(png).toMatchObject({ width: 100, height: 64 });
  for (const [x, y] of [
    [0, 0],
    [99, 63],
    [50, 40],
  ] as const) {
    expect(png.at(x, y), `${x}, ${y}`).toEqual([...colourAt(x + 16, y + 32)]);
  }
});
