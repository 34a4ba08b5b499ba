import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Format } from '../../src/model/faces.ts';
import { loadBoxes } from '../../src/stock/boxes.ts';
import { loadStocks } from '../fixtures/stocks.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'prepdeck-services-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** Loads one file of a layouts folder with the card formats poker and tarot. */
async function load(kind: 'stocks' | 'box', yaml: string) {
  const dir = await mkdtemp(path.join(folder, 'layouts-'));
  await mkdir(path.join(dir, kind));
  await writeFile(
    path.join(dir, 'formats.yaml'),
    'poker: { name: Poker, width: 63.5, height: 88.9, radius: 3 }\ntarot: { name: Tarot, width: 70, height: 120, radius: 3 }\n',
  );
  await writeFile(path.join(dir, kind, 'own.yaml'), yaml);
  const { stocks, formats, problems } = await loadStocks(dir, dir);
  const found = await loadBoxes([dir], dir, { formats, format: formats.poker as Format, profiles: [] });
  const said = [...problems, ...found.problems].map((one) => `${one.line}:${one.column} ${one.reason}`);
  return { stock: stocks.own, box: found.boxes.own, said };
}

describe('a service', () => {
  test('takes pictures of its own number of pixels', async () => {
    const { stock, said } = await load(
      'stocks',
      'name: A\nformat: poker\nbleed: 1/8 in\npictures: { width: 825, height: 1125, mostCards: 90, mostMegabytes: 1.5 }\n',
    );
    expect(said).toEqual([]);
    expect(stock?.pictures).toEqual({
      width: 825,
      height: 1125,
      dpi: 300,
      anyDpi: false,
      mostCards: 90,
      mostBytes: 1_500_000,
    });
  });

  test('or of a resolution', async () => {
    const { stock } = await load('stocks', 'name: A\nformat: tarot\nbleed: 0\npictures: { dpi: 600 }\n');
    expect(stock?.pictures).toMatchObject({ width: 1654, height: 2835, dpi: 600, anyDpi: true });
  });

  test.each([
    ['poker', 409, 573],
    ['tarot', 341, 585],
  ])('or sheets of %s faces, as large as they may be', async (format, width, height) => {
    const sheet = '{ columns: 10, rows: 7, longest: 4096 }';
    const { stock } = await load('stocks', `name: A\nformat: ${format}\nbleed: 0\npictures: { sheet: ${sheet} }\n`);
    expect(stock?.pictures).toMatchObject({ width, height });
    expect(Math.max(10 * width, 7 * height)).toBeLessThanOrEqual(4096);
  });

  test('may be a press', async () => {
    const { stock } = await load(
      'stocks',
      `name: A\nformat: poker\npress: { conformance: 'PDF/X-1a:2003', inkLimit: 240, profile: gracol }\n`,
    );
    expect(stock?.press).toEqual({ conformance: 'PDF/X-1a:2003', inkLimit: 240, profile: 'gracol' });
  });

  test('a press takes sheets too: the grid leaves room for its marks', async () => {
    const { stock, said } = await load(
      'stocks',
      'name: A\npaper: { width: 90, height: 297 }\ngrid: { gap: { x: 6, y: 6 } }\npress: { conformance: PDF/X-4, ground: none }\n',
    );
    expect(said).toEqual([]);
    expect(stock?.press).toEqual({ conformance: 'PDF/X-4', ground: 'none' });
    // Three poker cards with their bleed are 284.7 mm high: with 3 mm of marks and the printer's 5 at either end they do not fit.
    expect(stock?.slots).toHaveLength(2);
  });

  test.each([
    [
      'bleed: 3\npictures: { width: 825, height: 1025 }\n',
      '4:1 Pictures of 825 × 1025 pixels are not the shape of the card with its bleed: at this width it is 1127 pixels high.',
    ],
    ['pictures: { width: 825 }\n', '3:1 "pictures" needs both "width" and "height", or neither and "dpi".'],
    [
      'paper: { width: 210, height: 297 }\ngrid: { columns: 1, rows: 1 }\npictures: { dpi: 300 }\n',
      '5:1 "pictures" is for one face a page: take "paper" out, or "pictures".',
    ],
    ['press: { conformance: PDF/X-4 }\npictures: { dpi: 300 }\n', '3:1 Give either "press" or "pictures", not both.'],
    [
      'press: { conformance: PDF/X-3 }\n',
      '3:23 "press › conformance" is "PDF/X-3", which is not allowed. Did you mean "PDF/X-4"?',
    ],
  ])('%s', async (yaml, problem) => {
    expect((await load('stocks', `name: A\nformat: poker\n${yaml}`)).said).toEqual([problem]);
  });
});

describe('a box', () => {
  test('by the weight or the thickness of its cards', async () => {
    const { box, said } = await load('box', 'name: B\nformat: poker\nparts: 2\ncard: { gsm: 310 }\n');
    expect(said).toEqual([]);
    expect(box).toEqual({
      id: 'own',
      name: 'B',
      format: 'poker',
      parts: 2,
      caliper: 0.31,
      board: 0.4,
      clearance: 1,
      kind: 'tuck-box',
    });
    const { box: other } = await load('box', 'name: B\nformat: poker\ncard: { caliper: 0.28 }\n');
    expect(other).toMatchObject({ caliper: 0.28 });
  });

  test('without its sizes are dividers: for each suit, with tabs of half an inch', async () => {
    const { box, said } = await load('box', 'kind: dividers\nname: D\n');
    expect(said).toEqual([]);
    expect(box).toEqual({ id: 'own', name: 'D', format: 'poker', kind: 'dividers', of: 'suits', tab: 12 });
  });

  test.each([
    ['format: pokr\ncard: { gsm: 310 }\n', '2:9 There is no card format "pokr". Did you mean "poker"?'],
    ['format: poker\n', '1:1 "card" is missing: how thick is one card? card: { gsm: 310 } or card: { caliper: 0.31 }'],
    ['kind: sleeve\ncard: { gsm: 310 }\ntab: 9\n', '4:1 "kind: sleeve" takes no "tab".'],
    ['kind: dividers\ncard: { gsm: 310 }\n', '3:1 "kind: dividers" takes no "card".'],
    ['format: poker\ncard: { gsm: 310 }\nborad: 1\n', '4:1 There is no key "borad". Did you mean "board"?'],
  ])('%s', async (yaml, problem) => {
    expect((await load('box', `name: B\n${yaml}`)).said).toEqual([problem]);
  });
});
