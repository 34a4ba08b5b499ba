import { deserialize, serialize } from 'node:v8';
import { expect, test } from 'vitest';
import { catalogOf } from '../../src/catalog/catalog.ts';
import { hashedName } from '../../src/catalog/hashed.ts';
import type { SiteInput } from '../../src/catalog/input.ts';
import { lastingName, withNames } from '../../src/catalog/lasting.ts';
import { pagesAhead, pagesNow } from '../../src/catalog/pages-kept.ts';
import { siteLooks } from '../../src/looks/page-layouts.ts';
import type { Cache } from '../../src/model/cache.ts';
import type { Card } from '../../src/model/card.ts';
import type { Catalog } from '../../src/model/catalog.ts';
import type { Deck } from '../../src/model/deck.ts';
import type { Output } from '../../src/model/output.ts';
import { cacheInMemory } from '../fixtures/cache.ts';
import { kitInput } from './kit.ts';
import { card, section } from './sample.ts';
import { sampleDayDeck } from './sample-day.ts';

// A page that is kept is as it would be written now, whatever has changed; one that shows nothing of the change is not written again.

const kit = await kitInput();
const looks = await siteLooks(kit.looks);
const whole = sampleDayDeck();
// Few are as good as many, and sooner written.
const few = whole.cards.filter(({ id }) => !/^pattern-([4-8]|1\d)$/u.test(id));
const day = {
  ...whole,
  // One of them names a card that is not there.
  cards: few.map((one) => (one.id === 'pattern-3' ? { ...one, fields: { ...one.fields, with: ['one-more'] } } : one)),
};
const sizes = { width: 550, height: 770 };
const picture = (id: string, bytes: string) =>
  [`${id}.front`, { path: hashedName(`pictures/${id}.front.png`, Buffer.from(bytes)), ...sizes }] as const;
const first: SiteInput = {
  ...kit,
  deck: { ...day, boards: kit.deck.boards, worksheets: kit.deck.worksheets, run: day.run, logo: 'logo.svg' },
  pictures: new Map(day.cards.map(({ id }) => picture(id, 'first'))),
  prints: [{ path: 'print/a4.pdf?1', bytes: 9, name: 'A4', paper: 'A4', sheets: 2, isByFace: false, note: '' }],
  retired: { gone: '' },
};

/** The catalog of an input, with the names of files that change with whatever has changed. */
function catalogIn(input: SiteInput): Catalog {
  const content = Buffer.from(JSON.stringify([input.deck, [...input.pictures], input.prints]));
  const plain = ['style.css', 'app.js', 'index.js', 'texts.js', 'tools.js', 'art/logo.svg'];
  return { ...catalogOf(input), files: Object.fromEntries(plain.map((name) => [name, hashedName(name, content)])) };
}

/** Its pages, with a cache: begun while no files are made but pictures of cards, which have no names of their own either. */
async function pagesOnce(input: SiteInput, cache: Cache): Promise<Output[]> {
  const catalog = catalogIn(input);
  const pictures = new Map(
    [...catalog.pictures].map(([key, one]) => [key, { ...one, path: lastingName(`pictures/${key}.png`) }]),
  );
  const files = Object.fromEntries(Object.keys(catalog.files).map((name) => [name, lastingName(name)]));
  const late = { prints: [], guides: [], kitFiles: [], boardPictures: new Map() };
  const pages = await pagesAhead({ ...catalog, ...late, pictures, files }, looks, cache)(catalog);
  return withNames(pages, [
    ...[...pictures].map(([key, { path }]) => [path, catalog.pictures.get(key)?.path ?? ''] as const),
    ...Object.entries(files).map(([name, lasting]) => [lasting, catalog.files[name] ?? ''] as const),
  ]);
}

const cache = cacheInMemory();
await pagesOnce(first, cache);

const withDeck = (some: Partial<Deck>): SiteInput => ({ ...first, deck: { ...first.deck, ...some } });
const withCard = (id: string, some: Partial<Card>) =>
  withDeck({ cards: first.deck.cards.map((one) => (one.id === id ? { ...one, ...some } : one)) });
const others = (id: string) => first.deck.cards.filter((one) => one.id !== id);
const GOALS = first.deck.goals ?? {};
const [[GOAL = '', OF_GOAL] = []] = Object.entries(GOALS);
if (!OF_GOAL) throw new Error('the deck has no goal');
const NAMED = 'because-you-row';

const changes: [what: string, input: SiteInput][] = [
  ['nothing', first],
  ['a title', withCard(NAMED, { title: 'Because you asked' })],
  ['a gist', withCard(NAMED, { gist: 'Another gist' })],
  ['a code', withCard(NAMED, { code: 'XYZ 9' })],
  ['a body', withCard('pattern-1', { sections: [section('How it works', 'Another body.')] })],
  ['related cards', withCard('pattern-1', { related: ['detractor'] })],
  [
    'cards that a body names',
    withCard('pattern-1', {
      fields: { ...first.deck.cards.find(({ id }) => id === 'pattern-1')?.fields, with: ['detractor'] },
    }),
  ],
  ['a tag', withCard('pattern-1', { fields: { family: 'TRU', level: 'feature', market: 'business', effort: 5 } })],
  ['a tag that no other card has', withCard('pattern-2', { fields: { family: 'NEW', level: 'feature' } })],
  ['other names and a choice', withCard('pattern-2', { also: ['Second'], choose: 'if it is the second' })],
  ['a text for a picture', withCard('pattern-2', { alt: 'A drawing' })],
  ['a source', withCard('pattern-2', { sources: ['A book'] })],
  ['the title of a level', withCard('feature', { title: 'Feature, renamed' })],
  ['a blank card', withCard('pattern-3', { blank: true })],
  ['a card that is gone', withDeck({ cards: others(NAMED) })],
  ['a card that is new', withDeck({ cards: [...first.deck.cards, card('one-more', 'risk', 9)] })],
  ['the order of cards', withDeck({ cards: [...first.deck.cards].reverse() })],
  ['a suit’s color', withDeck({ suits: first.deck.suits.map((suit) => ({ ...suit, colour: 'green' })) })],
  ['a word', withDeck({ words: { ...first.deck.words, site: { ...first.deck.words.site, print: 'Press' } } })],
  ['names of lists', withDeck({ lists: { market: { consumer: 'People', business: 'Firms' } } })],
  ['the address', withDeck({ url: 'https://example.org/deck/' })],
  ['the version', withDeck({ version: '9.9.9' })],
  ['the paper', withDeck({ theme: { ...first.deck.theme, colour: { ...first.deck.theme.colour, paper: '#ffffff' } } })],
  ['a goal', withDeck({ goals: { only: { title: 'Only', about: 'One.', cards: { detractor: 'Why not.' } } } })],
  [
    'why a card is in a goal',
    withDeck({ goals: { ...GOALS, [GOAL]: { ...OF_GOAL, cards: { detractor: 'Why not.' } } } }),
  ],
  ['the tagline', withDeck({ tagline: 'of another kind' })],
  ['a chapter', withDeck({ guide: first.deck.guide?.map((one) => ({ ...one, title: `${one.title}, again` })) })],
  ['no chapters', withDeck({ guide: undefined })],
  ['a board', withDeck({ boards: first.deck.boards?.map((one) => ({ ...one, lead: 'Another lead' })) })],
  ['a worksheet', withDeck({ worksheets: first.deck.worksheets?.map((one) => ({ ...one, title: 'Another title' })) })],
  ['no logo', withDeck({ logo: undefined })],
  ['a picture', { ...first, pictures: new Map([...first.pictures, picture(NAMED, 'another')]) }],
  ['no picture', { ...first, pictures: new Map([...first.pictures].slice(1)) }],
  ['a print file', { ...first, prints: first.prints.map((one) => ({ ...one, bytes: 10, path: 'print/a4.pdf?2' })) }],
  ['a picture of a board', { ...first, boardPictures: new Map([['gap', { path: 'pictures/other.png', ...sizes }]]) }],
  ['retired cards', { ...first, retired: { gone: NAMED, lost: '' } }],
  ['a format', { ...first, format: { ...first.format, width: 70 } }],
];

test.each(changes)('after a change of %s all pages are as they would be written now', async (_, input) => {
  const now = pagesNow(catalogIn(input), looks);
  const kept = await pagesOnce(input, cacheInMemory(cache.entries));
  const text = (pages: typeof now) => pages.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()]);
  expect(text(kept)).toEqual(text(now));
});

/** Which pages are written anew after a change: those that are kept are given another text first. */
async function writtenAfter(input: SiteInput): Promise<string[]> {
  const marked = cacheInMemory();
  for (const [name, entry] of cache.entries) {
    const { pages, ...rest } = deserialize(entry) as { pages: Map<string, { html: Uint8Array }> };
    const html = Buffer.from('kept');
    marked.entries.set(
      name,
      serialize({ ...rest, pages: new Map([...pages].map(([path, one]) => [path, { ...one, html }])) }),
    );
  }
  const pages = await pagesOnce(input, marked);
  return pages.flatMap(({ path, bytes }) =>
    Buffer.from(bytes).toString() === 'kept' ? [] : [path.slice('site/'.length)],
  );
}

test('of a card whose gist has changed only the pages that show it are written', async () => {
  expect(await writtenAfter(first)).toEqual([]);
  // Nobody names it.
  const after = await writtenAfter(withCard('pattern-2', { gist: 'Another gist' }));
  expect(after).toContain('f/family-REC.html');
  expect(after.filter((path) => path.startsWith('c/'))).toEqual(['c/pattern-2.html']);
  expect(after).not.toContain('f/family-TRU.html');
});

test('of another print file, or another picture of a board, only the pages that show it are written', async () => {
  expect(await writtenAfter({ ...first, prints: [] })).toEqual(['print.html']);
  const after = await writtenAfter({
    ...first,
    boardPictures: new Map([['gap', { path: 'pictures/1.png', ...sizes }]]),
  });
  expect(after).toContain('boards/gap.html');
  expect(after.filter((path) => /^(c|f)\//u.test(path))).toEqual([]);
});

test('another picture of a card makes no page be written: its name is put in', async () => {
  expect(await writtenAfter({ ...first, pictures: new Map([...first.pictures, picture(NAMED, 'another')]) })).toEqual(
    [],
  );
});
