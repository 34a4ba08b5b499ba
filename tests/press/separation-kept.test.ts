import { PDFDocument, rgb } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { checkPress } from '../../src/press/check/check-pdf.ts';
import { type PressOptions, toPress } from '../../src/press/press.ts';
import { separatedOnce } from '../../src/press/separation-kept.ts';
import { cacheInMemory } from '../fixtures/cache.ts';
import { fogra39, gracol } from './profiles.ts';

async function drawn(blue: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.setCreationDate(new Date(0));
  document.setModificationDate(new Date(0));
  const page = document.addPage([200, 200]);
  page.setBleedBox(0, 0, 200, 200);
  page.setTrimBox(10, 10, 180, 180);
  page.drawRectangle({ x: 20, y: 20, width: 20, height: 20, color: rgb(0.1, 0.1, blue) });
  // A light ground, whose inks depend on the profile, and a hairline in the deck's black.
  page.drawRectangle({ x: 40, y: 20, width: 20, height: 20, color: rgb(0.984, 0.965, 0.918) });
  page.drawLine({ start: { x: 20, y: 60 }, end: { x: 60, y: 60 }, thickness: 0.25, color: rgb(0.137, 0.149, 0.169) });
  return await document.save();
}

const bytes = await drawn(0.3);
const options: PressOptions & { inkLimit: number } = {
  ...{ profile: fogra39, conformance: 'PDF/X-4', title: 'Deck 1.0.0', date: '2026-11-21', inkLimit: 300 },
  ...{ blacks: ['#23262b'], bare: [] },
};
const file = { path: 'print/shop.pdf', bytes };

const first = cacheInMemory();
const made = await separatedOnce(file, options, { cache: first });

test('a PDF is separated and verified once, and is the same file', async () => {
  const { findings: _, bytes: separated, ...separation } = await toPress(bytes, options);
  const { bytes: kept, ...about } = made;
  expect(Buffer.compare(kept, separated)).toBe(0);
  expect(about).toEqual({
    ...separation,
    rules: await checkPress(separated, { conformance: 'PDF/X-4', inkLimit: 300 }),
  });
  // Another copy of the profile is the same.
  const cache = cacheInMemory(first.entries);
  const again = await separatedOnce(file, { ...options, profile: { ...fogra39, path: '/elsewhere.icc' } }, { cache });
  expect(Buffer.compare(again.bytes, kept)).toBe(0);
  expect(cache.made).toBe(0);
});

test.each<[what: string, some: Partial<typeof options>]>([
  ['profile', { profile: gracol }],
  ['name of the condition', { profile: { ...fogra39, condition: 'Another' } }],
  ['conformance', { conformance: 'PDF/X-1a:2003' }],
  ['title', { title: 'Deck 1.0.1' }],
  ['date', { date: '2026-11-22' }],
  ['ink limit', { inkLimit: 200 }],
  ['black', { blacks: ['#1a1a4d'] }],
  ['bare color', { bare: ['#1a1a4d'] }],
])('another %s is another file', async (_, some) => {
  const cache = cacheInMemory(first.entries);
  const other = await separatedOnce(file, { ...options, ...some }, { cache });
  expect(cache.made).toBe(1);
  expect(Buffer.compare(other.bytes, made.bytes)).not.toBe(0);
  // Nothing that is remembered of the first is taken for a part of it.
  expect(other).toEqual(await separatedOnce(file, { ...options, ...some }, { cache: cacheInMemory() }));
});

test('another PDF is another file, and one that is no good is refused each time', async () => {
  const cache = cacheInMemory(first.entries);
  await separatedOnce({ ...file, bytes: await drawn(0.4) }, options, { cache });
  expect(cache.made).toBe(1);
  const strict = { ...options, inkLimit: 10 };
  for (let again = 0; again < 2; again += 1) {
    await expect(separatedOnce(file, strict, { cache })).rejects.toThrow('print/shop.pdf is no good PDF/X-4: ');
  }
  expect(cache.made).toBe(3);
});
