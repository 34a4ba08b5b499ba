import { expect, test } from 'vitest';
import { words } from '../../layouts/words/words.ts';
import { noCache } from '../../src/model/cache.ts';
import type { Format } from '../../src/model/faces.ts';
import { printTarget } from '../../src/target/print.ts';
import type { Job } from '../../src/target/target.ts';
import { theme } from '../fixtures/theme.ts';
import { shipped } from '../impose/support.ts';
import { markedFaces } from '../press/marked-faces.ts';

const poker: Format = { id: 'poker', name: 'Poker', width: 63.5, height: 88.9, radius: 3 };

test('other outputs are made while a file is still written in inks', async () => {
  const all = await shipped();
  const stocks = ['shop', 'a4'].map((id) => all.find((one) => one.id === id));
  const job = {
    deck: { name: 'Mine', version: '1', date: '2026-11-29', lang: 'en', words, theme },
    drawn: new Map([['poker', await markedFaces(poker, 2)]]),
    ...{ stocks, skip: [], sides: 'both', split: false, lowInk: false, selection: '' },
    cards: [0, 1].map((at) => ({ card: `card-${at}`, copies: 1 })),
    profiles: new Map([['shop', { data: new Uint8Array(), inkLimit: 300 }]]),
    // It is never there.
    cache: { ...noCache, get: () => new Promise(() => undefined) },
  } as unknown as Job;
  const [shop, a4, ...others] = await printTarget(job, async () => []);
  expect(shop).toBeInstanceOf(Promise);
  expect(await a4).toMatchObject([{ path: 'print/a4.pdf', sheets: 1 }]);
  expect(others).toEqual([]);
});
