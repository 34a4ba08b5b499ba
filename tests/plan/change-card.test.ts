import { expect, test } from 'vitest';
import { words } from '../../layouts/words/words.ts';
import type { Deck } from '../../src/model/deck.ts';
import { withChangeCards } from '../../src/plan/change-card.ts';

const card = (id: string, code: string) => ({ id, code, title: `Title of ${id}` });

/** As much of a deck as the card needs. */
function deck(cards: readonly ReturnType<typeof card>[]): Deck {
  const suits = [
    { id: 'pattern', face: 'pattern' },
    { id: 'extra', face: 'reference' },
  ];
  return { version: '2.0.0', file: 'deck/deck.yaml', suits, cards, words } as unknown as Deck;
}

const NONE = { since: '1.0.0', added: [], changed: [], retired: [], before: {} };

test('lists codes that were added, changed and retired, or titles where there is no code', () => {
  const cards = [card('a', 'REC 1'), card('b', 'REC 2'), card('cover', '')];
  const changes = { ...NONE, added: ['a'], changed: ['cover'], retired: [{ id: 'old', code: 'REC 9', heir: 'b' }] };
  const { deck: made, ids } = withChangeCards(deck(cards), changes);
  const [first, ...others] = made.cards;
  expect(others).toEqual(cards);
  expect([...ids]).toEqual(['what-changed', 'a', 'cover']);
  expect(first).toMatchObject({
    id: 'what-changed',
    suit: 'extra',
    face: 'reference',
    title: 'What Changed',
    gist: 'From edition 1.0.0 to 2.0.0',
    file: 'deck/editions/1.0.0.json',
  });
  expect(first?.sections.map(({ heading, text }) => [heading, text])).toEqual([
    ['Front', 'Put in REC\u00a01 Swap for the new print Title of cover Take out REC\u00a09 (now REC\u00a02)'],
    ['Back', 'The code of a card that was taken out is never given to another.'],
  ]);
});

test('says the code that a swapped card had, and all in the language of the print', () => {
  const german = {
    ...words,
    faces: { ...words.faces, whatChanged: 'Was sich ändert', swap: 'Tauschen', wasCalled: '{code} (bisher {old})' },
  };
  const small = { ...deck([card('a', 'REC 301'), card('b', 'REC 2')]), words: german };
  const [made] = withChangeCards(small, { ...NONE, changed: ['a', 'b'], before: { a: 'REC 29' } }).deck.cards;
  expect([made?.title, made?.sections[0]?.text]).toEqual([
    'Was sich ändert',
    'Tauschen REC\u00a0301 (bisher REC\u00a029) REC\u00a02'.replace(') REC', ') · REC'),
  ]);
});

test('goes on over as many sides and cards as there are codes', () => {
  const cards = Array.from({ length: 150 }, (_, at) => card(`card-${at}`, `REC ${at + 1}`));
  const { deck: made } = withChangeCards(deck(cards), { ...NONE, changed: cards.map((one) => one.id) });
  const lists = made.cards.filter((one) => one.id.startsWith('what-changed'));
  expect(lists.map((one) => one.id)).toEqual(['what-changed', 'what-changed-2']);
  const texts = lists.flatMap((one) => one.sections.map((section) => section.text));
  for (const text of texts) expect(text.length).toBeLessThanOrEqual(440);
  const printed = texts.join(' ').match(/REC\u00a0\d+/gu);
  expect(printed).toEqual(cards.map((one) => one.code.replace(' ', '\u00a0')));
});

test('takes another id where a card has it, and refuses to print nothing', () => {
  const cards = [card('what-changed', '')];
  expect(withChangeCards(deck(cards), { ...NONE, added: ['what-changed'] }).deck.cards[0]?.id).toBe(
    'what-changed-list',
  );
  expect(() => withChangeCards(deck(cards), NONE)).toThrow(
    'no card has changed since edition 1.0.0: there is nothing to print',
  );
});
