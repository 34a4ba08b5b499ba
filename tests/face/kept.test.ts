import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { drawingOnce } from '../../src/face/kept.ts';
import type { WorkerSetup } from '../../src/face/messages.ts';
import { startThreads, type Threads } from '../../src/face/threads.ts';
import type { Card } from '../../src/model/card.ts';
import type { Deck } from '../../src/model/deck.ts';
import type { Face, Format } from '../../src/model/faces.ts';
import { kitFace, paperPages } from '../../src/model/kit.ts';
import type { Cache, Key } from '../../src/write/cache.ts';
import { shippedDeck } from '../shipped/deck.ts';

const layouts = [path.resolve(import.meta.dirname, '../../layouts')] as const;
const format: Format = { id: 'poker', name: 'Poker', width: 63.5, height: 88.9, radius: 3 };
const threads = startThreads();
afterAll(() => threads.end());
const { deck } = await shippedDeck();

/** A card that lists others, one of a suit that shows its neighbours, two that show only themselves, and a worksheet. */
const [pattern, other] = deck.cards.filter((card) => card.face === 'pattern') as [Card, Card];
const level = deck.cards.find((card) => card.face === 'level') as Card;
const list = deck.cards.find(
  (card) => card.face === 'reference' && card.sections.length > 0 && card.code === '',
) as Card;
const [sheet] = paperPages({ worksheets: deck.worksheets }).map(kitFace) as [Face];
const batches: readonly (readonly Face[])[] = [
  sidesOf(pattern),
  sidesOf(other),
  sidesOf(level),
  sidesOf(list),
  [sheet],
];

function sidesOf({ id }: Card): Face[] {
  return [
    { card: id, side: 'front' },
    { card: id, side: 'back' },
  ];
}

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

/** Threads that say which batches they were given. */
function counting(): Threads & { given: Face[] } {
  const given: Face[] = [];
  return {
    given,
    async draw(some, setup, how) {
      given.push(...some.flatMap(([first]) => first ?? []));
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

/** What is drawn of a deck after the shipped one was, and which batches were drawn for it, by their first card. */
async function drawnAfter(some: Deck, place: { wary?: boolean; layouts?: string[] } = {}) {
  const counted = counting();
  const answers = await drawingOnce(counted, { cache, layouts: [], wary: false, ...place }).draw(
    batches,
    setupOf(some),
  );
  return { answers, again: counted.given.map(({ card }) => card) };
}

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

  test.each<[what: string, changed: Deck, again: readonly Face[]]>([
    ['a card’s title', withCard({ ...pattern, title: 'Another Title' }), [...sidesOf(pattern).slice(0, 1)]],
    ['what no face shows', withCard({ ...pattern, also: ['another word'] }), []],
    ['a neighbour’s title', withCard({ ...level, title: 'Another Level' }), [...sidesOf(level).slice(0, 1)]],
    [
      'a color',
      { ...deck, theme: { ...deck.theme, colour: { ...deck.theme.colour, paper: '#fefefe' } } },
      batches.map(([face]) => face as Face),
    ],
    [
      'a glyph',
      { ...deck, glyphs: { ...deck.glyphs, [other.glyph ?? '']: deck.glyphs[pattern.glyph ?? ''] as never } },
      [...sidesOf(other).slice(0, 1)],
    ],
    [
      'a worksheet',
      { ...deck, worksheets: deck.worksheets?.map((one) => ({ ...one, title: `${one.title} 2` })) },
      [sheet],
    ],
  ])('is drawn again after a change of %s, as it would be drawn anew', async (_, changed, wanted) => {
    const { answers, again } = await drawnAfter(changed);
    expect(again).toEqual(expect.arrayContaining(wanted.map(({ card }) => card)));
    const anew = await threads.draw(batches, setupOf(changed));
    expect(answers).toEqual(anew);
    if (wanted.length < 2) expect(again).toHaveLength(wanted.length);
  });

  test('is drawn again after any change where layouts may know more than they read', async () => {
    const unseen = withCard({ ...pattern, also: ['another word'] });
    await drawnAfter(deck, { wary: true });
    expect((await drawnAfter(deck, { wary: true })).again).toEqual([]);
    expect((await drawnAfter(unseen, { wary: true })).again).toHaveLength(batches.length);
  });

  test('is drawn again by other layouts', async () => {
    expect((await drawnAfter(deck, { layouts: ['another'] })).again).toHaveLength(batches.length);
  });

  test('that can’t be drawn is tried again', async () => {
    const broken = withCard({ ...pattern, face: 'no such look' });
    expect((await drawnAfter(broken)).answers[0]?.failure?.message).toBe('no face layout no such look');
    expect((await drawnAfter(broken)).again).toEqual([pattern.id]);
  });
});
