import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { stocksText } from '../../src/command/stocks.ts';
import { lookUp } from '../../src/model/look-up.ts';
import type { Offer } from '../../src/plan/offer.ts';
import { loadStocks } from '../fixtures/stocks.ts';
import { root } from '../impose/support.ts';

// Figures of somebody's product stand in a file with where they come from and when that was read: a maker changes them, and a user
// must know what to compare.

const dir = path.join(root, 'layouts/stocks');
const files = readdirSync(dir).filter((name) => name.endsWith('.yaml'));
const texts = files.map((name) => ({
  id: path.basename(name, '.yaml'),
  text: readFileSync(path.join(dir, name), 'utf8'),
}));
const offer = await loadStocks(path.join(root, 'layouts'), root);

/** Services with pixels or rules of their own, plotters, card that is cut already, photos. */
const ofMakers = texts.filter(({ text }) =>
  /^pictures: \{ width|^press: .*inkLimit|^registration:|^marks: none|^name: Photo/mu.test(text),
);

test('there are services, plotters, pre-cut card and photos', () => {
  const kinds = [
    ...['tgc-poker', 'mpc-poker', 'drivethru-poker', 'silhouette-a4', 'summa-a3', 'avery-95328', 'perforated-a7'],
    'photo-4x6',
  ];
  expect(ofMakers.map(({ id }) => id)).toEqual(expect.arrayContaining(kinds));
});

test.each(ofMakers)(
  '$id says whose figures it has: a standard’s, or second-hand ones, and when they were read',
  ({ id, text }) => {
    if (/^# .* by ISO 216/mu.test(text)) return;
    expect(lookUp(offer.stocks, id)?.secondHand).toEqual({
      from: expect.stringMatching(/^\S.{8,}$/u),
      read: expect.stringMatching(/^20\d\d-\d\d/u),
    });
  },
);

test('prepdeck stocks says of each of them that it is second-hand, of when, and what that means', () => {
  const format = offer.formats.poker;
  const lines = stocksText({ ...offer, format, boxes: {} } as unknown as Offer).split('\n');
  const line = (id: string) => lines.find((one) => one.startsWith(`  ${id} `)) ?? '';
  expect(line('avery-95328')).toMatch(/Avery 95328, 6 poker cards: .*, 6 cards a sheet; second-hand, 2026-11$/u);
  expect(line('tgc-poker')).toMatch(/; second-hand, 2026-11-28$/u);
  expect(line('a4')).not.toContain('second-hand');
  const said = lines.filter((one) => one.includes('; second-hand,')).length;
  const wanted = Object.values(offer.stocks).filter((one) => one.format === 'poker' && one.secondHand).length;
  expect(said).toBe(wanted);
  expect(lines).toContain(
    'Second-hand: their figures were read then, but not at the maker’s. Compare with the maker’s, or print one sheet on plain paper first.',
  );
});
