import type { ComponentProps } from 'react';
import { expect, test } from 'vitest';
import type { SiteFiles, SiteInput } from '../../src/catalog/input.ts';
import { lastingName, withNames } from '../../src/catalog/lasting.ts';
import { buildSite } from '../../src/catalog/site.ts';
import { siteLooks } from '../../src/looks/page-layouts.ts';
import type { Output } from '../../src/model/output.ts';
import { slugFont } from '../../src/pdf/slug-font.ts';
import { cacheInMemory } from '../fixtures/cache.ts';
import { kitInput } from './kit.ts';

// A site is begun while the files that its pages name are still being made.

const kit = await kitInput();
const keys = kit.deck.cards.flatMap(({ id }) => [`${id}.front`, `${id}.back`]);
const picturesNamed = (name: (key: string) => string): SiteFiles['pictures'] =>
  new Map(keys.map((key) => [key, { path: name(key), width: 550, height: 770 }]));
const [font] = kit.deck.theme.fonts;

const files: SiteFiles = {
  pictures: picturesNamed((key) => `pictures/${key}.${key.endsWith('front') ? '0123456789' : 'abcdef0123'}.png`),
  prints: [{ path: 'print/a4.pdf?1', bytes: 9, name: 'A4', paper: 'A4', sheets: 2, isByFace: false, note: '' }],
  boardPictures: kit.boardPictures,
  kitFiles: kit.kitFiles,
  guides: [{ path: 'print/guide.pdf?1', paper: 'A4' }],
  faces: { path: 'print/faces.0123456789.pdf', bytes: 7, pages: new Map(keys.map((key, page) => [key, page])) },
};

/** What is known before: how pictures of cards will be called but for a part of their names, and that there will be all faces in a file. */
const early: SiteInput = {
  ...kit,
  pictures: picturesNamed((key) => lastingName(`pictures/${key}.png`)),
  prints: [],
  boardPictures: undefined,
  kitFiles: undefined,
  faces: { path: '', bytes: 0, pages: new Map() },
  press: { stocks: [], font: slugFont(font?.data ?? new Uint8Array(), 'A4') },
};

const text = (outputs: readonly Output[]) => outputs.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()]);

const { card: Ours } = await siteLooks(kit.looks);
const written: string[] = [];

/** Our page of a card, noting that it is written. */
function Card(props: ComponentProps<typeof Ours>) {
  written.push(props.card.id);
  return <Ours {...props} />;
}

test('pages of cards are written before the files are made that they name, and none twice', async () => {
  const input = { ...early, looks: { ...kit.looks, pages: { card: Card } }, cache: cacheInMemory(), isOurs: true };
  const ids = kit.deck.cards.map(({ id }) => id);
  await buildSite(input, async () => {
    expect(written).toEqual(ids);
    return files;
  });
  expect(written).toEqual(ids);
});

test('a site that was begun so is the one that is made when all files are there', async () => {
  const whole = text(await buildSite({ ...early, ...files }));
  expect(text(await buildSite(early, async () => files))).toEqual(whole);
  const cache = cacheInMemory();
  for (const _ of ['cold', 'warm'])
    expect(text(await buildSite({ ...early, cache, isOurs: true }, async () => files))).toEqual(whole);
  expect(JSON.stringify(whole)).not.toMatch(/[0-9a-f]{32}/u);
});

test('a file’s own name takes the place of its lasting one, and no other digits change', () => {
  const lasting = lastingName('pictures/a.front.png');
  expect(lasting).toMatch(/^pictures\/a\.front\.[0-9a-f]{32}\.png$/u);
  const page = { path: 'a.html', bytes: Buffer.from(`<img src="../${lasting}"> ${'0'.repeat(32)}`) };
  const [named] = withNames(
    [page],
    [
      [lasting, 'pictures/a.front.0123456789.png'],
      ['b.png', 'b.png'],
    ],
  );
  expect(Buffer.from(named?.bytes ?? []).toString()).toBe(
    `<img src="../pictures/a.front.0123456789.png"> ${'0'.repeat(32)}`,
  );
});
