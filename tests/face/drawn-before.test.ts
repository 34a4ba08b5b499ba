import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { drawingOnce } from '../../src/face/drawn-before.ts';
import type { DrawAnswer, WorkerSetup } from '../../src/face/messages.ts';
import { startThreads, type Threads } from '../../src/face/threads.ts';
import type { Cache, Key } from '../../src/model/cache.ts';
import type { Card } from '../../src/model/card.ts';
import type { Deck } from '../../src/model/deck.ts';
import type { Face, Format } from '../../src/model/faces.ts';
import { kitFace, paperPages } from '../../src/model/kit.ts';
import type { Font } from '../../src/model/theme.ts';
import { shippedDeck } from '../shipped/deck.ts';

const layouts = [path.resolve(import.meta.dirname, '../../layouts')] as const;
const format: Format = { id: 'poker', name: 'Poker', width: 63.5, height: 88.9, radius: 3 };
const threads = startThreads();
afterAll(() => threads.end());
const { deck } = await shippedDeck();

const found = (id: string) => deck.cards.find((card) => card.id === id) as Card;
const [pattern, other] = deck.cards.filter((card) => card.face === 'pattern') as [Card, Card];
const [level, neighbour] = deck.cards.filter((card) => card.face === 'level') as [Card, Card];
const [namer, named] = [found('how-to-play'), found('sign-off')];
const [sheet] = paperPages({ worksheets: deck.worksheets }).map(kitFace) as [Face];
/** Three of these in one document. */
const together: readonly Face[] = [pattern, other, level].map(({ id: card }) => ({ card, side: 'front' }));
/** Two cards that show only themselves, one that shows the titles of its suit, one that names a card by its code, and a worksheet. */
const batches: readonly (readonly Face[])[] = [
  [{ card: pattern.id, side: 'front' }],
  [{ card: other.id, side: 'front' }],
  [{ card: level.id, side: 'front' }],
  [{ card: namer.id, side: 'back' }],
  [sheet],
];
const ALL = batches.flatMap((faces) => faces.map(({ card }) => card));

function inMemory(entries = new Map<string, Uint8Array>()): Cache {
  const nameOf = (key: Key) => key.map((part) => Buffer.from(part).toString('hex')).join();
  return {
    get: () => Promise.reject(new Error('not used')),
    find: (key) => entries.get(nameOf(key)),
    async keep(key, result) {
      entries.set(nameOf(key), Uint8Array.from(result));
    },
  };
}

/** Threads that say which batches they were given, and which faces of these they need not draw. */
function counting(): Threads & { given: Face[]; kept: string[] } {
  const given: Face[] = [];
  const kept: string[] = [];
  return {
    given,
    kept,
    async draw(some, setup, how) {
      given.push(...some.flatMap(([first]) => first ?? []));
      kept.push(...(how?.kept ?? []).flatMap((one) => one?.keys ?? []));
      return await threads.draw(some, setup, how);
    },
    end: () => undefined,
  };
}

const setupOf = (some: Deck): WorkerSetup => ({ deck: some, layouts, format, safe: 3.2 });
const shelf = new Map<string, Uint8Array>();
let cache = inMemory(shelf);
beforeEach(() => {
  cache = inMemory(new Map(shelf));
});
const first = await drawingOnce(threads, { cache, layouts: [], wary: false }).draw(batches, setupOf(deck));
const [whole] = await drawingOnce(threads, { cache, layouts: [], wary: false }).draw([together], setupOf(deck));

/** What is drawn of a deck after the shipped one was, and what was drawn for it. */
async function drawnAfter(
  some: Deck,
  { setup = {}, ...place }: { wary?: boolean; layouts?: string[]; setup?: Partial<WorkerSetup> } = {},
) {
  const counted = counting();
  const drawing = drawingOnce(counted, { cache, layouts: [], wary: false, ...place });
  const answers = await drawing.draw(batches, { ...setupOf(some), ...setup });
  return { answers, again: counted.given.map(({ card }) => card) };
}

const unstamped = ({ stamps: _, ...answer }: DrawAnswer) => answer;

const withCard = (changed: Card): Deck => ({
  ...deck,
  cards: deck.cards.map((card) => (card.id === changed.id ? changed : card)),
});

describe('a document', () => {
  test('is drawn once', async () => {
    const { answers, again } = await drawnAfter(deck);
    expect(again).toEqual([]);
    expect(answers).toEqual(first);
  });

  test('is waited for where it is drawn, not where it is found', async () => {
    let waits = 0;
    const onDrawing = () => {
      waits += 1;
    };
    const drawing = drawingOnce(threads, { cache, layouts: [], wary: false });
    await drawing.draw(batches, setupOf(deck), { onDrawing });
    expect(waits).toBe(0);
    await drawing.draw(batches, setupOf(withCard({ ...pattern, title: 'Another Title' })), { onDrawing });
    expect(waits).toBe(1);
  });

  const { theme, glyphs, worksheets } = deck;
  const [one, two] = theme.fonts as [Font, Font];
  test.each<[what: string, changed: Deck, again: readonly string[]]>([
    ['a card’s title', withCard({ ...pattern, title: 'Another Title' }), [pattern.id]],
    ['what no face shows', withCard({ ...pattern, also: ['another word'] }), []],
    ['a neighbour’s title', withCard({ ...neighbour, title: 'Another Level' }), [level.id]],
    ['the code of a card that is named', withCard({ ...named, code: 'ACT 99' }), [namer.id]],
    ['a color', { ...deck, theme: { ...theme, colour: { ...theme.colour, paper: '#fefefe' } } }, ALL],
    [
      'the bytes of a font',
      {
        ...deck,
        theme: { ...theme, fonts: theme.fonts.map((font) => (font === one ? { ...one, data: two.data } : font)) },
      },
      ALL,
    ],
    [
      'a glyph',
      { ...deck, glyphs: { ...glyphs, [other.glyph ?? '']: glyphs[pattern.glyph ?? ''] as never } },
      [other.id],
    ],
    [
      'a worksheet',
      { ...deck, worksheets: worksheets?.map((page) => ({ ...page, title: `${page.title} 2` })) },
      [sheet.card],
    ],
  ])('is drawn again after a change of %s, as it would be drawn anew', async (_, changed, wanted) => {
    const { answers, again } = await drawnAfter(changed);
    expect(again).toEqual(wanted);
    expect(answers.map(unstamped)).toEqual(await threads.draw(batches, setupOf(changed)));
  });

  test.each<[what: string, setup: Partial<WorkerSetup>]>([
    ['in another format', { format: { ...format, id: 'bridge', width: 57.15 } }],
    ['with another safe margin', { safe: 4 }],
    ['in another language', { deck: { ...deck, lang: 'de' } }],
  ])('is another one %s', async (_, setup) => {
    expect((await drawnAfter(deck, { setup })).again).toEqual(ALL);
  });

  test('whose texts are measured is not the one that is drawn', async () => {
    const counted = counting();
    const drawing = drawingOnce(counted, { cache, layouts: [], wary: false });
    const [measured] = await drawing.draw([batches[0] ?? []], setupOf(deck), { measure: true });
    expect(counted.given).toEqual(batches[0]);
    expect(measured?.bytes).toHaveLength(0);
    expect((await drawnAfter(deck)).answers).toEqual(first);
  });

  test('is drawn again after any change where layouts may know more than they read', async () => {
    const unseen = withCard({ ...pattern, also: ['another word'] });
    await drawnAfter(deck, { wary: true });
    expect((await drawnAfter(deck, { wary: true })).again).toEqual([]);
    expect((await drawnAfter(unseen, { wary: true })).again).toEqual(ALL);
  });

  test('is drawn again by other layouts', async () => {
    expect((await drawnAfter(deck, { layouts: ['another'] })).again).toEqual(ALL);
  });

  test.each<[what: string, changed: Deck, kept: readonly Card[]]>([
    ['a card', withCard({ ...pattern, title: 'Another Title' }), [other, level]],
    ['what one face reads of others', withCard({ ...neighbour, title: 'Another Level' }), [pattern, other]],
    [
      'a card that has letters now which only react-pdf draws',
      withCard({ ...other, title: 'Zero\u200bWidth' }),
      [pattern, level],
    ],
    ['the deck’s name', { ...deck, name: 'Another Deck' }, [pattern, other, level]],
    ['a color', { ...deck, theme: { ...theme, colour: { ...theme.colour, paper: '#fefefe' } } }, []],
  ])(
    'is put together from the faces that are as they were after a change of %s, as it would be drawn anew',
    async (_, changed, wanted) => {
      for (const keep of [deck, changed]) {
        const counted = counting();
        const [answer] = await drawingOnce(counted, { cache, layouts: [], wary: false }).draw(
          [together],
          setupOf(changed),
        );
        expect(counted.kept).toEqual(keep === deck ? wanted.map(({ id }) => `${id}.front`) : []);
        expect([answer].flatMap((one) => (one ? unstamped(one) : []))).toEqual(
          await threads.draw([together], setupOf(changed)),
        );
      }
    },
  );

  test('has the same stamp for each face that looks as it did', async () => {
    const changed = withCard({ ...other, title: 'Another Title' });
    const [answer] = await drawingOnce(threads, { cache, layouts: [], wary: false }).draw([together], setupOf(changed));
    const [first, , third] = whole?.stamps?.pages ?? [];
    expect(answer?.stamps).toEqual({ ...whole?.stamps, pages: [first, expect.any(String), third] });
    expect(new Set([...(answer?.stamps?.pages ?? []), ...(whole?.stamps?.pages ?? [])]).size).toBe(4);
  });

  test('is put together again from faces that were put together before', async () => {
    const places = { cache, layouts: [], wary: false };
    for (const title of ['Another Title', 'A Third Title']) {
      const changed = withCard({ ...pattern, title });
      const [answer] = await drawingOnce(threads, places).draw([together], setupOf(changed));
      expect([answer].flatMap((one) => (one ? unstamped(one) : []))).toEqual(
        await threads.draw([together], setupOf(changed)),
      );
    }
  });

  test('of a deck of very many cards is kept as a whole, not face by face', async () => {
    const copies = Array.from({ length: 1000 }, (_, at) => ({ ...pattern, id: `copy-${at}` }));
    const many = { ...deck, cards: [...deck.cards, ...copies] };
    const [few] = await threads.draw([together], setupOf(deck), { traced: true });
    const [all] = await threads.draw([together], setupOf(many), { traced: true });
    expect(few?.faces?.read.size).toBe(together.length);
    expect(all?.faces).toBeUndefined();
    expect(all?.read).toEqual(expect.arrayContaining(['cards', `cards/${pattern.id}/title`]));
    expect(all?.bytes).toEqual(few?.bytes);
  });

  test('that can’t be drawn is tried again', async () => {
    const broken = withCard({ ...pattern, face: 'no such look' });
    expect((await drawnAfter(broken)).answers[0]?.failure?.message).toBe('no face layout no such look');
    expect((await drawnAfter(broken)).again).toEqual([pattern.id]);
  });
});

test('threads are told how many processors others have work for', async () => {
  const told: unknown[] = [];
  const asked: Threads = {
    async draw(_, __, how) {
      told.push(how?.others);
      return [];
    },
    end: () => undefined,
  };
  const drawing = drawingOnce(asked, { cache: inMemory(), layouts: [], wary: false });
  await drawing.draw([together], setupOf(deck), { others: 1 });
  expect(told).toEqual([1]);
});
