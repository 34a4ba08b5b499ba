import { expect, test } from 'vitest';
import { words } from '../../layouts/words/words.ts';
import type { Deck } from '../../src/model/deck.ts';
import { withPrintedCounts } from '../../src/plan/printed-counts.ts';

const plain = { suit: 'pattern', face: 'pattern', code: '', fields: {}, copies: 1, blank: false, places: {} };
const cover = {
  ...plain,
  ...{ id: 'cover', suit: 'extra', face: 'cover', title: 'The Deck', gist: '9 cards, 4 risks' },
  gistAsWritten: '<Count of="-suit:extra" copies="yes" /> cards, <Count of="suit:risk" /> risks',
};
const guide = { ...cover, id: 'guide', face: 'reference' };
const cards = [
  cover,
  guide,
  { ...plain, id: 'a', number: 1 },
  { ...plain, id: 'b', number: 2 },
  { ...plain, id: 'c', suit: 'risk', number: 1 },
];
const deck = { cards, words, facets: { familyKeys: {}, fields: [] } } as unknown as Deck;
const gists = (selection: Record<string, number>) =>
  withPrintedCounts(deck, {
    name: 'some',
    cards: Object.entries(selection).map(([card, copies]) => ({ card, copies })),
  }).cards.map(({ gist }) => gist);

test('a cover counts what is printed with it, copies too; other cards speak of the deck', () => {
  expect(gists({ cover: 1, a: 3, c: 2 }).slice(0, 2)).toEqual(['5 cards, 1 risks', '9 cards, 4 risks']);
});

test('a cover that is printed by itself keeps the number of the deck', () => {
  expect(gists({ cover: 1, guide: 1 })[0]).toBe('9 cards, 4 risks');
});

test('a cover that counts nothing stays as it is', () => {
  const { gistAsWritten: _, ...bare } = cover;
  const given = { ...deck, cards: [bare, ...cards.slice(1)] } as unknown as Deck;
  expect(withPrintedCounts(given, { name: 'a', cards: [{ card: 'a', copies: 1 }] }).cards[0]).toEqual(bare);
});
