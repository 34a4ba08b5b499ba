import { PDFDocument, rgb } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { Cache } from '../../src/cache.ts';
import type { DrawnFaces, Face } from '../../src/model.ts';
import { paintPictures } from '../../src/raster/pictures.ts';
import { pt } from '../../src/units.ts';

const format: DrawnFaces['format'] = { id: 'small', name: 'Small', width: 20, height: 30, radius: 2 };
const options = { dpi: 254, bleed: 0 };
const faces: Face[] = [
  { card: 'one', side: 'front' },
  { card: 'one', side: 'back' },
  { card: 'two', side: 'front' },
];

/** Two documents: the trim of each page is one colour, the bleed around it another. */
async function drawn(): Promise<DrawnFaces> {
  const page = (document: PDFDocument, red: number) => {
    const leaf = document.addPage([pt(28), pt(38)]);
    leaf.drawRectangle({ x: 0, y: 0, width: pt(28), height: pt(38), color: rgb(0, 0, 1) });
    leaf.drawRectangle({ x: pt(4), y: pt(4), width: pt(20), height: pt(30), color: rgb(red, 0, 0) });
  };
  const [first, second] = [await PDFDocument.create(), await PDFDocument.create()];
  page(first, 1);
  page(first, 0.6);
  page(second, 0.2);
  const pages = new Map([
    ['one.front', { document: 0, page: 0 }],
    ['one.back', { document: 0, page: 1 }],
    ['two.front', { document: 1, page: 0 }],
  ]);
  return { format, documents: [await first.save(), await second.save()], pages };
}

/** A cache in memory, and how often something was made. */
function memory(): Cache & { made: number } {
  const kept = new Map<string, Uint8Array>();
  const cache = {
    made: 0,
    async get(key: readonly (string | Uint8Array)[], make: () => Promise<Uint8Array>) {
      const name = key.map((part) => Buffer.from(part).toString('hex')).join();
      const bytes = kept.get(name) ?? (await make());
      if (!kept.has(name)) cache.made += 1;
      kept.set(name, bytes);
      return bytes;
    },
  };
  return cache;
}

describe('pictures of faces', () => {
  test('are cut to the trim, in the order asked for, and made once', async () => {
    const cache = memory();
    const given = await drawn();
    const shown = await paintPictures(given, [...faces].reverse(), options, cache).pictures;
    expect(shown.map(({ key, width, height }) => [key, width, height])).toEqual([
      ['two.front', 200, 300],
      ['one.back', 200, 300],
      ['one.front', 200, 300],
    ]);
    for (const [at, red] of [51, 153, 255].entries()) {
      const { data, info } = await sharp(shown[at]?.bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
      expect([info.width, info.height]).toEqual([200, 300]);
      expect([...data.subarray(0, 3)]).toEqual([red, 0, 0]);
      expect([...data.subarray(-3)]).toEqual([red, 0, 0]);
    }
    expect(await paintPictures(given, [...faces].reverse(), options, cache).pictures).toEqual(shown);
    expect(cache.made).toBe(3);
  });

  test('of a damaged document are an error, not a wait', async () => {
    const given = await drawn();
    const damaged = { ...given, documents: [new Uint8Array([1, 2, 3]), ...given.documents.slice(1)] };
    await expect(paintPictures(damaged, faces, options, memory()).pictures).rejects.toThrow();
  });
});
