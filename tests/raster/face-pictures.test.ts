import { PDFDocument, rgb } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Face, Format } from '../../src/model/faces.ts';
import { pt } from '../../src/model/units.ts';
import { openPainting, type Painting } from '../../src/raster/face-pictures.ts';
import { cacheInMemory, type MemoryCache } from '../fixtures/cache.ts';

const format: Format = { id: 'small', name: 'Small', width: 20, height: 30, radius: 2 };
const options = { dpi: 254, bleed: 0 };
const REDS = [1, 0.6, 0.2];
const faces: Face[] = [
  { card: 'one', side: 'front' },
  { card: 'one', side: 'back' },
  { card: 'two', side: 'front' },
];

/** A document of three faces: the trim of each page is one colour, the bleed around it another. */
async function drawn(reds = REDS): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (const red of reds) {
    const leaf = document.addPage([pt(28), pt(38)]);
    leaf.drawRectangle({ x: 0, y: 0, width: pt(28), height: pt(38), color: rgb(0, 0, 1) });
    leaf.drawRectangle({ x: pt(4), y: pt(4), width: pt(20), height: pt(30), color: rgb(red, 0, 0) });
  }
  return await document.save();
}

describe('pictures of faces', () => {
  let painting: Painting;
  let cache: MemoryCache;
  beforeEach(() => {
    cache = cacheInMemory();
    painting = openPainting(options, cache);
  });
  afterEach(() => painting.end());

  test.each([
    ['by one thread', () => undefined],
    ['by as many threads as there are processors', () => painting.hurry()],
  ])('are cut to the trim, in the order of the pages, and made once, %s', async (_, meanwhile) => {
    const pdf = await drawn();
    const ordered = painting.paint(pdf, faces, format);
    meanwhile();
    const shown = await ordered;
    expect(shown.map(({ key, width, height }) => [key, width, height])).toEqual([
      ['one.front', 200, 300],
      ['one.back', 200, 300],
      ['two.front', 200, 300],
    ]);
    for (const [at, red] of [255, 153, 51].entries()) {
      const { data, info } = await sharp(shown[at]?.bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
      expect([info.width, info.height]).toEqual([200, 300]);
      expect([...data.subarray(0, 3)]).toEqual([red, 0, 0]);
      expect([...data.subarray(-3)]).toEqual([red, 0, 0]);
    }
    expect(await painting.paint(pdf, faces, format)).toEqual(shown);
    expect(cache.made).toBe(1);
  });

  test('of pages that are known again are not made again', async () => {
    const stampsOf = (...pages: string[]) => ({ stamps: { document: 'three', pages } });
    const before = await painting.paint(await drawn(), faces, format, stampsOf('a', 'b', 'c'));
    const other = await drawn([0.4, 0.8, 0.4]);
    const [first, second, third] = await painting.paint(other, faces, format);
    expect(await painting.paint(other, faces, format, stampsOf('a', 'd', 'c'))).toEqual([before[0], second, before[2]]);
    expect(await painting.paint(other, faces, format, stampsOf('e', 'd', 'a'))).toEqual([
      first,
      second,
      { ...before[0], key: third?.key },
    ]);
  });

  test('of a damaged document are an error, not a wait, and others are painted still', async () => {
    const pdf = await drawn();
    const damaged = painting.paint(new Uint8Array([1, 2, 3]), faces, format);
    const sound = painting.paint(pdf, faces, format);
    await expect(damaged).rejects.toThrow();
    expect(await sound).toHaveLength(3);
  });

  test('of pages that a document does not have are an error', async () => {
    const ordered = painting.paint(await drawn(), [...faces, ...faces], format);
    await expect(ordered).rejects.toThrow(
      '6 faces from one.front on could not be painted: the document has no 6 pages',
    );
  });

  test('are refused, not waited for, once the threads are ended', async () => {
    const pdf = await drawn();
    const ordered = painting.paint(pdf, faces, format);
    painting.end();
    await expect(ordered).rejects.toThrow('3 faces from one.front on could not be painted: the painting thread ended');
    await expect(painting.paint(new Uint8Array([4]), faces, format)).rejects.toThrow('the painting thread ended');
  });
});
