import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { select } from '../../src/plan/select.ts';
import { shippedDeck } from './deck.ts';
import { type Line, linesOf, paragraphsOf } from './lines.ts';

// Legibility, measured in the PDF that a print shop gets: one face a page, front before back.

const { deck } = await shippedDeck();
const cards = new Map(deck.cards.map((card) => [card.id, card]));
const pages = await linesOf(new Uint8Array(await readFile(path.join(inject('dist'), 'print/shop.pdf'))));
const faces = select(deck, { only: [] })
  .cards.flatMap(({ card, copies }) => Array.from({ length: copies }, () => cards.get(card)))
  .flatMap((card, at) => [
    { card, side: 'front', lines: pages[2 * at] ?? [] },
    { card, side: 'back', lines: pages[2 * at + 1] ?? [] },
  ])
  .flatMap(({ card, ...rest }) => (card === undefined ? [] : [{ ...rest, card }]));
const words = ({ text }: Line) => text.split(/[\s\u00a0]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
const squeezed = (text: string) => text.toLowerCase().replace(/[\s\u00a0]+/gu, '');

test('each page is a face of a card', () => {
  expect(pages).toHaveLength(faces.length);
  for (const { card, lines, side } of faces.filter((face) => face.card.suit === 'pattern' && !face.card.blank)) {
    const said = new Set(lines.flatMap(words));
    const missing = card.title.split(' ').filter((word) => /\p{L}/u.test(word) && !said.has(word));
    expect(missing, `${card.code} ${side}`).toEqual([]);
  }
});

test('nothing is set under 7 pt', () => {
  const small = faces.flatMap(({ card, lines }) =>
    lines.filter((line) => line.size < 6.99).map((line) => `${card.id}: ${line.text}`),
  );
  expect(small).toEqual([]);
});

test('the backs of a suit are set in one size, of 8 pt and more', () => {
  const sizes = new Map<string, Set<number>>();
  for (const { card, lines } of faces.filter(
    ({ side, card: { blank, suit } }) => side === 'back' && !blank && suit !== 'extra',
  )) {
    const letters = new Map<number, number>();
    for (const { size, text } of lines) letters.set(size, (letters.get(size) ?? 0) + text.length);
    const [[most] = [0]] = [...letters].sort(([, a], [, b]) => b - a);
    sizes.set(card.face, (sizes.get(card.face) ?? new Set()).add(most));
  }
  expect([...sizes].filter(([, all]) => all.size !== 1 || Math.min(...all) < 8)).toEqual([]);
});

test('the front of a pattern says its code, family, title and gist, and nothing that gives its level or stage away', () => {
  const families = deck.suits.find(({ id }) => id === 'pattern')?.families ?? [];
  for (const { card, lines } of faces.filter(
    (face) => face.side === 'front' && face.card.suit === 'pattern' && !face.card.blank,
  )) {
    const family = families.find(({ id }) => id === card.fields.family)?.name ?? '';
    const said = [...squeezed(card.code + family + card.title + card.gist)].sort().join('');
    expect([...squeezed(lines.map((line) => line.text).join(''))].sort().join(''), card.code).toBe(said);
  }
});

test('no text of more than one line ends in a lone word, and no line in a dot', () => {
  const lone = faces.flatMap(({ card, lines }) =>
    paragraphsOf(lines).flatMap((paragraph) => {
      const text = paragraph.map((line) => line.text).join(' | ');
      const last = paragraph.at(-1);
      // A title of two words may stand on two lines.
      const isTitle = squeezed(card.title).includes(squeezed(paragraph.map((line) => line.text).join('')));
      const isAlone = last !== undefined && paragraph.length > 1 && words(last).length < 2 && !isTitle;
      return isAlone || /·\s*(?:\||$)/u.test(text) ? [`${card.id}: ${text}`] : [];
    }),
  );
  expect(lone).toEqual([]);
});
