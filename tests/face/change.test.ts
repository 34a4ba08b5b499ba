import { expect, test } from 'vitest';
import { changed, changeOf } from '../../src/face/change.ts';
import type { Card } from '../../src/model/card.ts';
import type { Deck } from '../../src/model/deck.ts';

const card = (id: string, title = id) => ({ id, title }) as Card;
const suits: Deck['suits'] = [];
const before = { name: 'A', suits, cards: [card('a'), card('b'), card('c')] } as unknown as Deck;

test('only what is another object is handed over', () => {
  const edited = card('b', 'B');
  const after = { ...before, cards: [before.cards[0], edited, before.cards[2]] } as Deck;
  expect(changeOf(before, after)).toEqual({ parts: {}, cards: [edited], order: ['a', 'b', 'c'] });
  expect(changed(before, changeOf(before, after))).toEqual(after);
});

test('cards come, go and move; other parts are exchanged', () => {
  const after = { ...before, name: 'B', cards: [before.cards[2], card('d'), before.cards[0]] } as Deck;
  const change = changeOf(before, after);
  expect(change.parts).toEqual({ name: 'B' });
  expect(changed(before, change)).toEqual(after);
});
