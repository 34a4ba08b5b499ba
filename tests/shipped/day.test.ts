import { describe, expect, test } from 'vitest';
import type { Card } from '../../src/model/card.ts';
import { timeText } from '../../src/model/clock.ts';
import type { Workshop } from '../../src/model/day.ts';
import { matches, readQuery } from '../../src/model/query.ts';
import { agendaOf } from '../../src/plan/agenda.ts';
import { bodyOf, section, shippedDeck } from './deck.ts';

// deck/day.yaml is the workshop as a table. Cards, boards and worksheets follow it, and it holds together by itself.

const { deck } = await shippedDeck();
const cards = new Map(deck.cards.map((card) => [card.id, card]));
const day = deck.day as Workshop;

test('each activity of the deck is in the table, once', () => {
  const ids = deck.cards.filter((card) => card.suit === 'activity').map((card) => card.id);
  expect(day.activities.map(({ id }) => id).sort()).toEqual(ids.sort());
});

test('what an activity takes in was left by an earlier one', () => {
  const left = new Set<string>();
  const missing = day.activities.flatMap((one) => {
    const not = one.in.filter((thing) => !left.has(thing)).map((thing) => `${one.id}: ${thing}`);
    for (const thing of one.out) left.add(thing);
    return not;
  });
  expect(missing).toEqual([]);
});

test('on one day nothing waits for the second day', () => {
  const second = day.activities.filter(({ when }) => when === 'second day').flatMap(({ out }) => out);
  const waiting = day.activities.filter((one) => one.when === 'day' && one.in.some((thing) => second.includes(thing)));
  expect(waiting).toEqual([]);
});

test('what an activity leaves is taken in later or goes to the record', () => {
  const lost = day.activities.flatMap(({ id, out }, at) => {
    const later = day.activities.slice(at + 1).flatMap((one) => one.in);
    return out
      .filter((thing) => !later.includes(thing) && !day.record.includes(thing))
      .map((thing) => `${id}: ${thing}`);
  });
  const left = day.activities.flatMap(({ out }) => out);
  expect(lost).toEqual([]);
  expect(day.record.filter((thing) => !left.includes(thing))).toEqual([]);
});

test('nobody sits alone, no group of makers has more than four, and the room is one', () => {
  for (const people of [6, 12, 20]) {
    const { making = {}, pairs = {}, room = {} } = day.groups;
    expect(people / (pairs[people] ?? 0)).toBe(2);
    expect(people / (making[people] ?? 0)).toBeGreaterThanOrEqual(3);
    expect(people / (making[people] ?? 0)).toBeLessThanOrEqual(4);
    expect(room[people]).toBe(1);
  }
});

const AGENDAS = [1, 2, 3].flatMap((days) => [6, 9, 12, 20].map((people) => ({ days, people })));

test.each(AGENDAS)('an agenda of $days days for $people people adds up', (wish) => {
  const agenda = agendaOf(day, deck.cards, wish);
  const done = agenda.days.flatMap((entries) => {
    for (const [at, { start, end }] of entries.entries()) {
      expect(end).toBeGreaterThan(start);
      expect(start).toBe(entries[at - 1]?.end ?? day.start);
    }
    // Nobody works for more than two hours without a break, and a day that goes on after one o'clock has lunch.
    let longest = 0;
    let now = 0;
    for (const one of entries) {
      now = one.kind === 'activity' ? now + one.end - one.start : 0;
      longest = Math.max(longest, now);
    }
    expect(longest).toBeLessThanOrEqual(120);
    const lunches = entries.filter(({ kind }) => kind === 'lunch');
    expect(lunches.length).toBe((entries.at(-1)?.end ?? 0) > 13 * 60 ? 1 : 0);
    for (const { start } of lunches) expect(start).toBeGreaterThanOrEqual(11.5 * 60);
    return entries.flatMap((one) => (one.kind === 'activity' ? [one.activity.id] : []));
  });
  const wanted = day.activities.filter(({ when }) => when === 'day' || (when === 'second day' && wish.days > 1));
  expect(done).toEqual(wanted.map(({ id }) => id));
  expect(wish.people / (agenda.groups.making ?? 0)).toBeGreaterThanOrEqual(3);
  expect(wish.people / (agenda.groups.making ?? 0)).toBeLessThanOrEqual(4);
});

test('the one day ends at 16:40', () => {
  const { days } = agendaOf(day, deck.cards, { days: 1, people: 12 });
  expect(days[0]?.at(-1)?.end).toBe(16 * 60 + 40);
});

describe.each(day.activities)('$id', (row) => {
  const card = () => cards.get(row.id) as Card;

  test('the card has the time, the boards and the worksheets of the table', () => {
    const { minutes, days, boards = [], worksheets = [] } = card().fields as Record<string, unknown>;
    expect({ minutes, days }).toEqual({ minutes: row.minutes, days: row.days });
    expect(boards).toEqual(Object.keys(row.boards));
    expect(worksheets).toEqual(Object.keys(row.worksheets));
  });

  test('its steps add up', () => {
    if (row.minutes === undefined) return;
    const steps = [...bodyOf(card()).matchAll(/^\d+\. \*\*(\d+) min\*\*/gmu)].map((match) => Number(match[1]));
    expect(steps.reduce((sum, one) => sum + one, 0)).toBe(row.minutes);
  });

  test('its cards are in the deck', () => {
    for (const query of row.cards) {
      const read = readQuery(query, deck);
      if ('error' in read) throw new Error(read.error);
      expect(
        deck.cards.some((one) => matches(read.ok, one)),
        query,
      ).toBe(true);
    }
  });
});

test('boards and worksheets of the table are the deck’s, and each is used', () => {
  const usedOf = (key: 'boards' | 'worksheets') => [...new Set(day.activities.flatMap((one) => Object.keys(one[key])))];
  for (const key of ['boards', 'worksheets'] as const) {
    expect(usedOf(key).sort()).toEqual(Object.keys(deck.lists[key] ?? {}).sort());
  }
});

test('the reference card has the times of the day', () => {
  const text = section(cards.get('reference-activities') as Card, 'Front');
  const [entries = []] = agendaOf(day, deck.cards, { days: 1, people: 12 }).days;
  // A block begins after a break.
  const begins = entries.filter(({ kind }, at) => kind === 'activity' && entries[at - 1]?.kind !== 'activity');
  for (const { start } of begins) expect(text).toContain(timeText(start));
  expect(text).toContain(`end at ${timeText(entries.at(-1)?.end ?? 0)}`);
});

test('how many cards there are is counted by tags, never written', () => {
  // What is left without the minutes and the three reviews: `18 risks`, `28 pattern cards`.
  const written = deck.cards
    .filter((card) => card.suit === 'activity')
    .flatMap((card) => [bodyOf(card), String(card.fields.materials ?? '')])
    .flatMap((text) => text.replace(/\*\*[^*]*\*\*|\b30, 60, 90\b/gu, '').match(/\b\d{2,}\b/gu) ?? []);
  expect(written).toEqual([]);
});
