import { expect, test } from 'vitest';
import { readingsOf, traced } from '../../src/face/trace.ts';
import type { Card } from '../../src/model/card.ts';
import type { Deck } from '../../src/model/deck.ts';
import { lookUp } from '../../src/model/look-up.ts';

const card = (id: string, title: string) => ({ id, title, sections: [{ text: title }] }) as unknown as Card;
const deck = {
  name: 'A deck',
  words: { page: 'Page' },
  cards: [card('first', 'One'), card('second', 'Two')],
  glyphs: { bell: { name: 'bell' } },
  pictures: { 'art/logo.png': { name: 'art/logo.png' } },
} as unknown as Deck;

test.each<[what: string, read: (deck: Deck) => unknown, readings: readonly string[]]>([
  ['a part of the deck', ({ name }) => name, ['name']],
  ['a part that it lacks', ({ sets }) => sets, ['sets']],
  ['whether a part is there', (some) => 'sets' in some, ['sets']],
  ['whether a card has a field', ({ cards: [one] }) => 'alt' in (one as Card), ['cards', 'cards/first/alt']],
  ['one card', ({ cards }) => cards.find(({ id }) => id === 'first')?.title, ['cards', 'cards/first/title']],
  ['all of a card', ({ cards }) => ({ ...cards[0] }).title, ['cards', 'cards/first/*']],
  ['a drawing', ({ glyphs }) => lookUp(glyphs, 'bell'), ['glyphs/bell']],
  ['a drawing that it lacks', ({ glyphs }) => lookUp(glyphs, 'horn'), ['glyphs/horn']],
  ['the names of pictures', ({ pictures }) => Object.keys(pictures), ['pictures/*']],
  ['a picture', ({ pictures }) => pictures['art/logo.png'], ['pictures/art/logo.png']],
  [
    'all of the deck',
    (whole) => JSON.stringify(whole).length,
    ['*', 'cards/first/*', 'cards/second/*', 'glyphs/*', 'pictures/*'],
  ],
])('%s that is read is noted', (_, read, readings) => {
  const { deck: shown, read: noted } = traced(deck);
  expect(read(shown)).toEqual(read(deck));
  expect([...noted]).toEqual(expect.arrayContaining([...readings]));
  // What is listed is also read one by one.
  const lists = readings.filter((one) => one.endsWith('*')).map((one) => one.slice(0, -1));
  const others = [...noted].filter((one) => !readings.includes(one));
  expect(others.filter((one) => !lists.some((all) => one.startsWith(all)))).toEqual([]);
});

test('cards are the same ones by id and in their order', () => {
  const { deck: shown, cards } = traced(deck);
  expect(shown.cards.map((one) => cards.get(one.id) === one)).toEqual([true, true]);
});

test.each([
  ['name', 'A deck'],
  ['sets', undefined],
  ['constructor', undefined],
  ['cards', ['first', 'second']],
  ['cards/second/title', 'Two'],
  ['cards/second/constructor', undefined],
  ['cards/third/title', undefined],
  ['cards/first/*', deck.cards[0]],
  ['glyphs/bell', { name: 'bell' }],
  ['glyphs/constructor', undefined],
  ['glyphs/*', deck.glyphs],
  ['pictures/art/logo.png', { name: 'art/logo.png' }],
  ['pages/board:gap:a3-landscape', undefined],
  ['*', deck],
])('the reading %s is found again', (path, found) => {
  expect(readingsOf(deck)(path)).toEqual(found);
});
