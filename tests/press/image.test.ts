import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { unfiltered } from '../../src/press/image.ts';

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
