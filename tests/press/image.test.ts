import { inflateSync } from 'node:zlib';
import { PDFContext, PDFHexString, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { imageKind, type Separator, separateImage, unfiltered } from '../../src/press/image.ts';

/** The unpacked `IDAT` data of a PNG file: rows with their filters. */
function filteredRows(png: Buffer): Uint8Array {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return inflateSync(Buffer.concat(parts));
}

test('PNG row filters are undone, whichever each row uses', async () => {
  const size = fc.integer({ min: 1, max: 12 });
  await fc.assert(
    fc.asyncProperty(size, size, fc.integer(), async (width, height, seed) => {
      // Slopes with some noise make libpng choose every filter in turn.
      const pixels = Uint8Array.from({ length: 3 * width * height }, (_, i) => (i * i * (seed % 7) + (seed ^ i)) & 255);
      const image = sharp(pixels, { raw: { width, height, channels: 3 } });
      const png = await image.png({ adaptiveFiltering: true, palette: false }).toBuffer();
      expect([...unfiltered(filteredRows(png), 3 * width)]).toEqual([...pixels]);
    }),
    { numRuns: 40 },
  );
});

const context = PDFContext.create();

/** An image of a PDF, of bytes that are not packed. */
function imageOf(entries: object, bytes = new Uint8Array()): PDFRawStream {
  const dict = context.obj({ Subtype: 'Image', BitsPerComponent: 8, ...entries } as never);
  return PDFRawStream.of(dict as unknown as PDFRawStream['dict'], bytes);
}

const profile = (components: number) => ['ICCBased', context.register(context.stream('', { N: components }))];

test.each([
  [{ ImageMask: true }, 'ready'],
  [{ ColorSpace: 'DeviceGray' }, 'ready'],
  [{ ColorSpace: 'DeviceCMYK' }, 'ready'],
  [{ ColorSpace: ['Separation', 'Gold', 'DeviceCMYK', {}] }, 'ready'],
  [{ ColorSpace: profile(4) }, 'ready'],
  [{ ColorSpace: ['Indexed', 'DeviceCMYK', 1, PDFHexString.of('00')] }, 'ready'],
  [{ ColorSpace: ['Indexed', 'DeviceRGB', 1, PDFHexString.of('00')], BitsPerComponent: 1 }, 'palette'],
  [{ ColorSpace: 'DeviceRGB' }, 'samples'],
  [{ ColorSpace: profile(3), Filter: 'FlateDecode' }, 'samples'],
  [{ ColorSpace: 'DeviceRGB', Filter: 'DCTDecode' }, 'jpeg'],
  [{ ColorSpace: 'DeviceRGB', Filter: ['DCTDecode'] }, 'jpeg'],
  [{ ColorSpace: 'DeviceRGB', Filter: ['FlateDecode', 'DCTDecode'] }, 'a JPEG packed a second time'],
  [{ ColorSpace: 'DeviceRGB', BitsPerComponent: 16 }, 'an image that has not 8 bits a channel'],
  [{ ColorSpace: 'DeviceRGB', Mask: [0, 0, 0, 0, 0, 0] }, 'an image with a see-through color'],
  [{ ColorSpace: ['Lab', {}] }, 'an image in an unknown color space'],
  [{}, 'an image in an unknown color space'],
])('an image with %j: %s', (entries, kind) => {
  const found = imageKind(imageOf(entries));
  expect(typeof found === 'string' ? found : found.unsupported).toBe(kind);
});

/** In place of a profile: black for how dark each channel is, so that 255 0 0 is 0 255 255 0. */
const separator: Separator = {
  inks: async (rgb) =>
    Uint8Array.from({ length: (rgb.length / 3) * 4 }, (_, at) =>
      at % 4 === 3 ? 0 : 255 - (rgb[Math.floor(at / 4) * 3 + (at % 4)] ?? 0),
    ),
  jpeg: async () => Uint8Array.of(255, 0, 0),
  proof: (async (inks: Uint8Array) => inks) as unknown as Separator['proof'],
};

test('a palette is separated, and its colors that are missing are black: a viewer shows them so', async () => {
  for (const table of [PDFHexString.of('FF0000'), PDFString.of('\\377\\000\\000')]) {
    const image = imageOf({ ColorSpace: ['Indexed', 'DeviceRGB', 1, table], Width: 2, Height: 1 });
    const { image: made } = await separateImage(image, 'palette', separator, 400);
    expect(made.dict.get(PDFName.of('ColorSpace'))?.toString()).toBe('[ /Indexed /DeviceCMYK 1 <00ffff00ffffff00> ]');
  }
  const broken = imageOf({ ColorSpace: ['Indexed', 'DeviceRGB', 1, 4], Width: 2, Height: 1 });
  await expect(separateImage(broken, 'palette', separator, 400)).rejects.toThrow('an image has a broken palette');
});

test('samples are separated as they are, or not at all', async () => {
  const size = { ColorSpace: 'DeviceRGB', Width: 1, Height: 1 };
  const { image } = await separateImage(imageOf(size, Uint8Array.of(255, 0, 0)), 'samples', separator, 400);
  expect(image.dict.get(PDFName.of('ColorSpace'))?.toString()).toBe('/DeviceCMYK');
  expect(image.dict.get(PDFName.of('Width'))?.toString()).toBe('1');
  await expect(separateImage(imageOf(size), 'samples', separator, 400)).rejects.toThrow(
    'an image of 1 × 1 has 0 bytes of RGB',
  );
  const tiff = imageOf({ ...size, DecodeParms: { Predictor: 2 } }, Uint8Array.of(255, 0, 0));
  await expect(separateImage(tiff, 'samples', separator, 400)).rejects.toThrow(
    'an image of this PDF has the predictor 2',
  );
});
