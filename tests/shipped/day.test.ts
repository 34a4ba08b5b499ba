import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Card } from '../../src/model/card.ts';
import type { Deck } from '../../src/model/deck.ts';
import { matches, readQuery } from '../../src/model/query.ts';
import { bodyOf, root, section, shippedDeck } from './deck.ts';

// deck/day.yaml is the workshop as a table. Cards, boards and worksheets follow it, and it holds together by itself.

const work = z.enum(['making', 'pairs', 'room']);
const used = z.record(z.string(), work).default({});
const activity = z.strictObject({
  id: z.string(),
  when: z.enum(['before', 'day', 'second day', 'after']),
  minutes: z.int().optional(),
  days: z.int().optional(),
  on: z.array(work).min(1),
  cards: z.array(z.string()),
  boards: used,
  worksheets: used,
  in: z.array(z.string()),
  out: z.array(z.string()).min(1),
});
const table = z.strictObject({
  groups: z.record(work, z.record(z.string(), z.int().positive())),
  activities: z.array(activity),
  record: z.array(z.string()),
  day: z.array(z.strictObject({ start: z.string(), activities: z.array(z.string()) })),
  end: z.string(),
});
const day = table.parse(parse(readFileSync(path.join(root, 'deck/day.yaml'), 'utf8')));

let deck: Deck;
let cards: Map<string, Card>;

beforeAll(async () => {
  ({ deck } = await shippedDeck());
  cards = new Map(deck.cards.map((card) => [card.id, card]));
});

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

test('one day starts and ends when its minutes and breaks say', () => {
  const minutes = (time: string) => Number(time.split(':')[0]) * 60 + Number(time.split(':')[1]);
  const lasts = (ids: readonly string[]) =>
    ids.reduce((sum, id) => sum + (day.activities.find((one) => one.id === id)?.minutes ?? Number.NaN), 0);
  const blocks = day.day.map(({ start, activities }) => [minutes(start), minutes(start) + lasts(activities)] as const);
  const breaks = blocks.slice(1).map(([start], at) => start - (blocks[at]?.[1] ?? 0));
  expect(breaks).toEqual([15, 60, 15]);
  expect(blocks.at(-1)?.[1]).toBe(minutes(day.end));
  expect(day.day.flatMap(({ activities }) => activities)).toEqual(
    day.activities.filter(({ when }) => when === 'day').map(({ id }) => id),
  );
  expect(lasts(day.activities.filter((one) => one.minutes).map(({ id }) => id))).toBe(430);
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
  for (const block of day.day) expect(text).toContain(block.start);
  expect(text).toContain(`end at ${day.end}`);
});

test('how many cards there are is counted by tags, never written', () => {
  // What is left without the minutes and the three reviews: `18 risks`, `28 pattern cards`.
  const written = deck.cards
    .filter((card) => card.suit === 'activity')
    .flatMap((card) => [bodyOf(card), String(card.fields.materials ?? '')])
    .flatMap((text) => text.replace(/\*\*[^*]*\*\*|\b30, 60, 90\b/gu, '').match(/\b\d{2,}\b/gu) ?? []);
  expect(written).toEqual([]);
});
