import { PDFDocument, rgb } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Cache } from '../../src/model/cache.ts';
import type { Face, Format } from '../../src/model/faces.ts';
import { pt } from '../../src/model/units.ts';
import { openPainting, type Painting } from '../../src/raster/face-pictures.ts';

const format: Format = { id: 'small', name: 'Small', width: 20, height: 30, radius: 2 };
const options = { dpi: 254, bleed: 0 };
const REDS = [1, 0.6, 0.2];
const faces: Face[] = [
  { card: 'one', side: 'front' },
  { card: 'one', side: 'back' },
  { card: 'two', side: 'front' },
];

/** A document of three faces: the trim of each page is one colour, the bleed around it another. */
async function drawn(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (const red of REDS) {
    const leaf = document.addPage([pt(28), pt(38)]);
    leaf.drawRectangle({ x: 0, y: 0, width: pt(28), height: pt(38), color: rgb(0, 0, 1) });
    leaf.drawRectangle({ x: pt(4), y: pt(4), width: pt(20), height: pt(30), color: rgb(red, 0, 0) });
  }
  return await document.save();
}

/** A cache in memory, and how often something was made. */
function memory(): Pick<Cache, 'get'> & { made: number } {
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
  let painting: Painting;
  let cache: ReturnType<typeof memory>;
  beforeEach(() => {
    cache = memory();
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
