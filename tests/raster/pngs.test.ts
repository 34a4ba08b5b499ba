import { PDFDocument, rgb } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { type PdfToPaint, pngs } from '../../src/raster/pngs.ts';
import { cacheInMemory } from '../fixtures/cache.ts';

const options = { width: 40, height: 60, dpi: 300 };

/** A PDF with a page for each red, in its places among all pictures. */
async function red(reds: readonly number[], places: readonly number[]): Promise<PdfToPaint> {
  const document = await PDFDocument.create({ updateMetadata: false });
  for (const one of reds) document.addPage([40, 60]).drawRectangle({ width: 40, height: 60, color: rgb(one, 0, 0) });
  return { pdf: await document.save(), places };
}

async function* given(...pdfs: readonly PdfToPaint[]): AsyncGenerator<PdfToPaint> {
  yield* pdfs;
}

const colours = async (pictures: readonly Uint8Array[]) =>
  await Promise.all(pictures.map(async (one) => [...(await sharp(one).raw().toBuffer()).subarray(0, 3)]));

test('pictures stand in their places, and those of a document that has not changed are not painted again', async () => {
  const cache = cacheInMemory();
  const first = await red([1, 0.6], [0, 2]);
  const pictures = await pngs(given(first, await red([0.2], [1])), options, cache);
  expect(await colours(pictures)).toEqual([
    [255, 0, 0],
    [51, 0, 0],
    [153, 0, 0],
  ]);
  expect(cache.made).toBe(2);
  const again = await pngs(given(first, await red([0.4], [1])), options, cache);
  expect(again[0]).toEqual(pictures[0]);
  expect(again[2]).toEqual(pictures[2]);
  expect((await colours(again))[1]).toEqual([102, 0, 0]);
  expect(cache.made).toBe(3);
});

test('a document that can’t be painted is an error, whatever is made after it', async () => {
  const damaged = { pdf: new Uint8Array([1, 2, 3]), places: [0] };
  await expect(pngs(given(damaged, await red([1], [1])), options, cacheInMemory())).rejects.toThrow();
});
