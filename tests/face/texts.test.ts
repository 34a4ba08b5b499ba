import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparableWords, givenTexts, lostWords } from '../../src/face/texts.ts';
import type { Card } from '../../src/model/card.ts';
import type { Look } from '../../src/model/looks.ts';

const card: Card = {
  id: 'detractor',
  suit: 'risk',
  code: 'RSK 1',
  title: 'Detractor',
  gist: 'Slows the program',
  related: [],
  sources: [],
  copies: 1,
  blank: false,
  face: 'detractor',
  fields: {
    behaviors: [
      { name: 'Waits', tell: 'no start' },
      { name: 'Talks', tell: 'outside' },
    ],
    severity: 3,
  },
  sections: [
    { heading: 'Signals', content: { type: 'root', children: [] }, text: 'One two', place: { line: 1, column: 1 } },
  ],
  file: 'deck/cards/risks/detractor.mdx',
  places: {},
};
const look: Look = {
  fields: {},
  budgets: { 'behaviors.*.tell': 40, severity: 1, absent: 10 },
  Front: () => null,
  Back: () => null,
};

test('given texts are the title, the gist, the fields with a budget and the sections', () => {
  expect(givenTexts(card, look)).toEqual([
    { from: 'title', text: 'Detractor' },
    { from: 'gist', text: 'Slows the program' },
    { from: 'behaviors.0.tell', text: 'no start' },
    { from: 'behaviors.1.tell', text: 'outside' },
    { from: '## Signals', text: 'One two' },
  ]);
});

test('a blank card gives its title only', () => {
  expect(givenTexts({ ...card, blank: true }, look)).toEqual([{ from: 'title', text: 'Detractor' }]);
});

test('words fold case, white space and soft hyphens', () => {
  // At each mark all before it were looked at: minutes.
  expect(comparableWords(`a${'\u0301'.repeat(60_000)}`)).toHaveLength(1);
  expect(comparableWords('  How IT\u00a0works,\n now\u00adhere ')).toEqual(['how', 'it', 'works,', 'nowhere']);
});

test('words in plain letters are the same beside others', () => {
  const plain = fc.string({ unit: fc.constantFrom(...' \n ~aZi-–—‘’“”.') });
  fc.assert(
    fc.property(plain, (text) => {
      expect(comparableWords(`${text} é`)).toEqual([...comparableWords(text), 'é']);
    }),
  );
});

test('a word is drawn where its parts are, each with what it was divided at', () => {
  expect(lostWords(['donaudampfschiff'], ['die', 'donau-', 'dampfschiff'])).toEqual([]);
  expect(lostWords(['own-brand/shops'], ['own-brand/', 'shops'])).toEqual([]);
  expect(lostWords(['donaudampf'], ['donau', 'dampf'])).toEqual(['donaudampf']);
  expect(lostWords(['donaudampf'], ['donau-', 'schiff'])).toEqual(['donaudampf']);
});

test('a word that is given twice and drawn once is lost once', () => {
  expect(lostWords(['a', 'b', 'a'], ['a', 'b'])).toEqual(['a']);
  expect(lostWords(['a', 'b'], ['b', 'a', 'c'])).toEqual([]);
});

test.each([
  ['Ερώτηση, Μαΐου', 'ΕΡΩΤΗΣΗ, ΜΑΪΟΥ'],
  ['Straße', 'STRASSE'],
  ['istek ışık', 'İSTEK IŞIK'],
  ['ο δρόμος', 'Ο ΔΡΟΜΟΣ'],
])('%s is printed where it stands in the capitals of its language', (given, drawn) => {
  expect(lostWords(comparableWords(given), comparableWords(drawn))).toEqual([]);
});

test('an accent that is lost is a letter that is lost', () => {
  expect(lostWords(comparableWords('mã kéo'), comparableWords('ma keo'))).toEqual(['mã', 'kéo']);
});
