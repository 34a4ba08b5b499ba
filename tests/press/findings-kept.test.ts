import { PDFDocument, rgb } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { findingsIn } from '../../src/press/findings-kept.ts';
import { type PreflightOptions, preflight } from '../../src/press/press.ts';
import { cacheInMemory } from '../fixtures/cache.ts';
import { fogra39, gracol } from './profiles.ts';

/** A thin line, and a dark ground in nearly black. */
async function drawn(thickness: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([200, 200]);
  page.drawRectangle({ x: 0, y: 0, width: 20, height: 20, color: rgb(0.1, 0.1, 0.3) });
  page.drawLine({ start: { x: 50, y: 50 }, end: { x: 90, y: 50 }, thickness, color: rgb(0, 0, 0) });
  return await document.save();
}

const pdf = await drawn(0.1);
const press = { profile: fogra39, conformance: 'PDF/X-4', inkLimit: 200 } as const;
const options: PreflightOptions = { blacks: ['#23262b'], press };

test('a PDF is looked at once for the same press, and is found to have the same faults', async () => {
  const cache = cacheInMemory();
  const found = await findingsIn(pdf, options, cache);
  expect(found).toEqual(await preflight(pdf, options));
  expect(found.map(({ rule }) => rule).sort()).toEqual(['press/ink-limit', 'press/thin-line']);
  expect(await findingsIn(pdf, options, cache)).toEqual(found);
  expect(cache.made).toBe(1);
});

test('only pages that are not known again are looked at', async () => {
  const cache = cacheInMemory();
  const [thin, thick] = [pdf, await drawn(1)];
  const [twice, other] = [await together(thin, thin, thin), await together(thick, thick, thin)];
  const all = await preflight(twice, options);
  const look = async (some: Uint8Array, ...pages: string[]) =>
    await findingsIn(some, options, cache, { document: 'three', pages });
  expect(await look(twice, 'a', 'b', 'c')).toEqual(all);
  expect(await look(other, 'a', 'd', 'c')).toEqual(
    all.filter(({ page, rule }) => page !== 1 || rule !== 'press/thin-line'),
  );
  expect(await look(other, 'e', 'd', 'c')).toEqual(await preflight(other, options));
});

/** A page of each. */
async function together(...pdfs: Uint8Array[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (const one of pdfs) {
    const [page] = await document.copyPages(await PDFDocument.load(one), [0]);
    if (page) document.addPage(page);
  }
  return await document.save();
}

test.each<[what: string, pdf: Uint8Array, options: PreflightOptions]>([
  ['another PDF', await drawn(1), options],
  ['other blacks', pdf, { ...options, blacks: ['#19194d'] }],
  ['no press', pdf, { ...options, press: undefined }],
  ['another profile', pdf, { ...options, press: { ...press, profile: { ...fogra39, data: gracol.data } } }],
  ['a profile with another limit', pdf, { ...options, press: { ...press, profile: { ...fogra39, inkLimit: 150 } } }],
  ['another ink limit', pdf, { ...options, press: { ...press, inkLimit: 320 } }],
  ['another conformance', pdf, { ...options, press: { ...press, conformance: 'PDF/X-1a:2003' } }],
])('%s is looked at anew', async (_, other, asked) => {
  const cache = cacheInMemory();
  await findingsIn(pdf, options, cache);
  expect(await findingsIn(other, asked, cache)).toEqual(await preflight(other, asked));
  expect(cache.made).toBe(2);
});
