import { availableParallelism } from 'node:os';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startThread } from '../../src/engine.mjs';
import { openPainters, type Painters } from '../../src/raster/painters.ts';

const canvas = { page: { width: 40, height: 60 }, part: { left: 4, top: 4, width: 32, height: 52 } };
const several = availableParallelism() > 1;

let painters: Painters;
let started: number;
beforeEach(() => {
  started = 0;
  painters = openPainters(() => {
    started += 1;
    return startThread('src/raster/painter.ts');
  });
});
afterEach(() => painters.end());

async function document(pages: number): Promise<Uint8Array> {
  const made = await PDFDocument.create();
  for (let i = 0; i < pages; i += 1) made.addPage([40, 60]);
  return await made.save();
}

test('one thread paints until it is told to hurry', async () => {
  const pdf = await document(8);
  const first = painters.paint(pdf, 8, canvas);
  expect(started).toBe(1);
  painters.hurry();
  expect(started).toBe(Math.min(8, availableParallelism()));
  expect(await first).toHaveLength(8);
});

test('what is ordered in a hurry gets all threads at once', async () => {
  const pdf = await document(8);
  painters.hurry();
  expect(started).toBe(1);
  const ordered = painters.paint(pdf, 8, canvas);
  expect(started > 1).toBe(several);
  expect(await ordered).toHaveLength(8);
});

test('no more threads start than there are pages', async () => {
  painters.hurry();
  expect(await painters.paint(await document(1), 1, canvas)).toHaveLength(1);
  expect(started).toBe(1);
});

test('a document of no pages has no pictures', async () => {
  expect(await painters.paint(await document(1), 0, canvas)).toEqual([]);
});

test('once they are ended, threads begin no other page', async () => {
  const thread = startThread('src/raster/painter.ts');
  let painted = 0;
  thread.on('message', () => {
    painted += 1;
    ending.end();
  });
  const ending = openPainters(() => thread);
  const pdf = await document(200);
  const pictures = ending.paint(pdf, 200, { ...canvas, page: { width: 800, height: 1200 } });
  await expect(pictures).rejects.toThrow('the painting thread ended');
  expect(painted).toBeLessThan(100);
});
