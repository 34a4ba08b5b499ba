import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { Bitmap } from '../../src/raster/bitmap.ts';
import { colourPngs } from '../../src/raster/colours.ts';

const [width, height] = [64, 48];

/** A bitmap by a function from a pixel to its colour. */
function bitmap(colourAt: (x: number, y: number) => readonly number[]): Bitmap {
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) data.set([...colourAt(x, y), 255], (y * width + x) * 4);
  }
  return { width, height, data };
}

/** Rows that are equal, rows that differ in one pixel, and rows of which each differs. */
const kinds = {
  'an area': () => [251, 246, 234],
  'an area with a line and a dot': (x: number, y: number) =>
    y === 20 || (x === 9 && y === 31) ? [28, 101, 128] : [255, 255, 255],
  'a photograph': (x: number, y: number) => [x * 3, y * 5, (x * 7 + y * 13) % 256],
};

test.each(Object.entries(kinds))('every pixel of %s keeps its colour; the file says its dpi', async (_, colourAt) => {
  const part = { left: 3, top: 5, width: 50, height: 40 };
  const encode = colourPngs(part, 300);
  // Another before it: its rows must not show through.
  encode(bitmap((x, y) => [y, x, 7]));
  const picture = sharp(encode(bitmap(colourAt)));
  expect(await picture.metadata()).toMatchObject({ format: 'png', channels: 3, density: 300, hasAlpha: false });
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([50, 40]);
  const wanted = Array.from({ length: 50 * 40 }, (_, at) => colourAt(3 + (at % 50), 5 + Math.floor(at / 50)));
  expect([...data]).toEqual(wanted.flat());
});

test.each([0, 1, 2, 3])('a part of any width may reach to the last pixel: all but %i columns', async (left) => {
  const part = { left, top: 0, width: width - left, height };
  const { data } = await sharp(colourPngs(part, 300)(bitmap(kinds['a photograph'])))
    .raw()
    .toBuffer({ resolveWithObject: true });
  const wanted = Array.from({ length: part.width * height }, (_, at) =>
    kinds['a photograph'](left + (at % part.width), Math.floor(at / part.width)),
  );
  expect([...data]).toEqual(wanted.flat());
});
