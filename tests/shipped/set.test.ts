import { describe, expect, test } from 'vitest';
import { agendaText } from '../../src/command/agenda.ts';
import type { Card } from '../../src/model/card.ts';
import { isForGroups, type Workshop } from '../../src/model/day.ts';
import { matches, readQuery } from '../../src/model/query.ts';
import type { Stock } from '../../src/model/stock.ts';
import { agendaOf } from '../../src/plan/agenda.ts';
import { packingOf } from '../../src/plan/packing.ts';
import { select } from '../../src/plan/select.ts';
import { bodyOf, shippedDeck } from './deck.ts';

// The set `one-day` is what the one day is played with: twelve people in four groups walk through deck/day.yaml with it.

const PEOPLE = 12;

const { deck } = await shippedDeck();
const day = deck.day as Workshop;
const groups = day.groups.making?.[PEOPLE] ?? 0;
const pairs = day.groups.pairs?.[PEOPLE] ?? 0;
const today = day.activities.filter(({ when }) => when === 'day');
const copies = new Map(select(deck, { only: [], set: 'one-day' }).cards.map((one) => [one.card, one.copies]));

const has = ({ id }: Card) => copies.has(id);
const isDish = (card: Card) => card.suit === 'pattern' && !card.blank;

const textOf = ({ text }: { text: string }) => text;

function cardsOf(query: string): Card[] {
  const read = readQuery(query, deck);
  if ('error' in read) throw new Error(read.error);
  return deck.cards.filter((card) => matches(read.ok, card));
}

/** How many copies there are of the cards of a query. */
function counted(query: string, of: (card: Card) => boolean = () => true): number {
  const cards = cardsOf(query).filter(of);
  return cards.reduce((sum, { id }) => sum + (copies.get(id) ?? 0), 0);
}

test('holds the activities of the day and what comes after it, and no other', () => {
  const ids = deck.cards.filter((card) => card.suit === 'activity' && has(card)).map(({ id }) => id);
  const wanted = day.activities.filter(({ when }) => when === 'day' || when === 'after');
  expect(ids.sort()).toEqual(wanted.map(({ id }) => id).sort());
});

describe.each(today)('$id', (row) => {
  test('finds its cards in the set; where it says all patterns, those of the walk', () => {
    const wanted = row.cards.flatMap((query) => {
      const cards = cardsOf(query);
      return query.startsWith('suit:') ? cards.filter((card) => !isDish(card)) : cards;
    });
    expect(wanted.filter((card) => !has(card)).map(({ id }) => id)).toEqual([]);
  });

  test('finds each card that it names', () => {
    const card = deck.cards.find(({ id }) => id === row.id) as Card;
    const named = [...bodyOf(card).matchAll(/<Card id="([^"]+)"/gu)].map(([, id = '']) => id);
    const uses = card.fields.uses as string[];
    expect([...named, ...uses].filter((id) => !copies.has(id))).toEqual([]);
  });

  test('has enough blanks for each group that makes something', () => {
    const blanks = row.cards.flatMap(cardsOf).filter(({ blank }) => blank);
    expect(blanks.filter(({ id }) => (copies.get(id) ?? 0) < groups).map(({ id }) => id)).toEqual([]);
  });
});

test('holds each card that a board of the day names by its code', () => {
  const codes = new Map(deck.cards.map(({ code, id }) => [code, id]));
  const used = new Set(today.flatMap((one) => Object.keys(one.boards)));
  const texts = (deck.boards ?? []).filter(({ id }) => used.has(id)).flatMap(({ sections }) => sections.map(textOf));
  const named = texts
    .flatMap((text) => text.match(/\b[A-Z]{3} \d+\b/gu) ?? [])
    .flatMap((code) => codes.get(code) ?? []);
  expect(named).toContain('serve-five');
  expect(named.filter((id) => !copies.has(id))).toEqual([]);
});

test('two patterns of each family hang on the wall: three for each pair', () => {
  const families = deck.suits.find(({ id }) => id === 'pattern')?.families ?? [];
  const hung = families.map(({ id }) => [id, counted(`family:${id}`, isDish)]);
  expect(hung).toEqual(families.map(({ id }) => [id, 2]));
  expect(counted('suit:pattern', isDish)).toBeGreaterThanOrEqual(3 * pairs);
});

test('each group has its own ladder of levels and rules of play', () => {
  for (const card of [...cardsOf('suit:level'), ...cardsOf('id:how-to-play')]) expect(copies.get(card.id)).toBe(groups);
});

test('each group draws ten ingredients at once, and has two blank ones for what others hold', () => {
  expect(counted('suit:ingredient', ({ blank }) => !blank)).toBeGreaterThanOrEqual(10 * groups);
  expect(copies.get('blank-ingredient')).toBe(2 * groups);
});

test('each group has a recipe to read aloud, and each pair a trust check', () => {
  expect(counted('suit:recipe', ({ blank }) => !blank)).toBeGreaterThanOrEqual(groups);
  expect(counted('suit:trust')).toBeGreaterThanOrEqual(pairs);
});

test.each([6, 12, 20])('a packing list for %i people says how much paper they need, and each has a table', (people) => {
  const stock = { id: 'a4', slots: Array.from({ length: 9 }) } as unknown as Stock;
  const packing = packingOf({ ...deck, day }, { people, days: 1, set: 'one-day', stock, paper: 'a4' });
  const tables = day.groups.making?.[people] ?? 0;
  expect(packing.teams).toBe(tables);
  const { cards } = select(deck, { only: [], set: 'one-day', teams: tables });
  const count = cards.reduce((sum, one) => sum + one.copies, 0);
  expect(packing.cards).toEqual({ set: 'one-day', teams: tables, count, sheets: Math.ceil(count / 9) });
  // A set is for a room, not a second deck.
  expect(count).toBeLessThan(deck.cards.reduce((sum, one) => sum + one.copies, 0));
  for (const kind of ['boards', 'worksheets'] as const) {
    const named = new Set(today.flatMap((one) => Object.keys(one[kind])));
    expect(packing[kind].length).toBe(named.size);
  }
  expect(packing.things.find(({ name }) => name.includes('stickers'))?.count).toBe(5 * people);
  // One for the room, or one for each table.
  expect(new Set(packing.boards.map((one) => one.count))).toEqual(new Set([1, tables]));
});

test.each([6, 12, 20])(
  'each of %i people scores the pilots on a sheet of their own, at as many tables as without',
  (people) => {
    const stock = { id: 'a4', slots: Array.from({ length: 9 }) } as unknown as Stock;
    const packing = packingOf({ ...deck, day }, { people, days: 2, stock, paper: 'a4' });
    expect(packing.worksheets.find(({ title }) => title === 'Pilot Scoring')?.count).toBe(people);
    expect(packing.teams).toBe(day.groups.making?.[people]);
    expect(isForGroups(day, 'pilot-scoring')).toBe(true);
    expect(agendaText(agendaOf(day, deck.cards, { days: 2, people }), deck)).toContain(`Pilot Scoring ×${people}`);
  },
);
