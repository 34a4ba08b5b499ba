import { beforeAll, describe, expect, test } from 'vitest';
import type { Workshop } from '../../src/model/day.ts';
import type { Deck } from '../../src/model/deck.ts';
import type { Chapter } from '../../src/model/guide.ts';
import type { Problem } from '../../src/model/problem.ts';
import { withGuide } from '../../src/plan/guide/guide.ts';
import { shown } from '../fixtures/deck.ts';
import { shippedDeck } from './deck.ts';

// The guide says nothing that the deck has not: what it names is there, and what the day needs is named.

let deck: Deck;
let day: Workshop;
let guide: readonly Chapter[];
let problems: Problem[];

beforeAll(async () => {
  const loaded = await shippedDeck();
  const guided = withGuide(loaded.deck, loaded.looks);
  ({ deck } = guided);
  problems = [...loaded.problems, ...guided.problems];
  if (!deck.day) throw new Error('the deck has no day');
  day = deck.day;
  guide = deck.guide ?? [];
});

const wordsOf = (chapters: readonly Chapter[]) =>
  chapters.flatMap((one) => [one.title, one.lead, ...one.sections.map((section) => section.text)]).join('\n');

test('nothing is wrong with it, and every tag of it has been made into what it says', () => {
  expect(problems.filter(({ file }) => file?.startsWith('deck/guide/')).map(shown)).toEqual([]);
  const tags = (node: object): string[] => [
    ...('tagName' in node && /^[A-Z]/u.test(String(node.tagName)) ? [String(node.tagName)] : []),
    ...('children' in node && Array.isArray(node.children) ? node.children.flatMap(tags) : []),
  ];
  const left = guide.flatMap((chapter) => chapter.sections.flatMap(({ content }) => tags(content)));
  expect([...new Set(left)]).toEqual(['Card']);
});

test('each activity has a chapter, in the order of the day but for what lies before and after', () => {
  const about = guide.flatMap(({ card }) => (card === '' ? [] : [card]));
  expect(about.slice().sort()).toEqual(day.activities.map(({ id }) => id).sort());
  const ofTheDay = day.activities.filter(({ when }) => when === 'day').map(({ id }) => id);
  expect(about.filter((id) => ofTheDay.includes(id))).toEqual(ofTheDay);
});

describe.each(['board', 'worksheet'] as const)('every %s', (kind) => {
  test('that the day needs is called by its name in the chapter of its activity', () => {
    const missing = day.activities.flatMap((activity) => {
      const text = wordsOf(guide.filter(({ card }) => card === activity.id));
      const names = Object.keys(activity[`${kind}s`]).map((id) => deck.lists[`${kind}s`]?.[id] ?? id);
      return names.filter((name) => !text.includes(name)).map((name) => `${activity.id}: ${name}`);
    });
    expect(missing).toEqual([]);
  });
});

test('chapters have one title each, and each section says something', () => {
  const titles = guide.map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
  const empty = guide.flatMap((one) => one.sections.filter(({ text }) => text === '').map(({ heading }) => heading));
  expect(empty).toEqual([]);
});

test('no time of an activity is written by hand', () => {
  const timed = day.activities.flatMap(({ id, minutes }) => (minutes === undefined ? [] : [{ id, minutes }]));
  const written = timed.flatMap(({ id, minutes }) => {
    const text = wordsOf(guide.filter(({ card }) => card === id));
    // What day.yaml says stands there once, made from it.
    return [...text.matchAll(new RegExp(`\\b${minutes} minutes\\b`, 'gu'))].length === 1 ? [] : [id];
  });
  expect(written).toEqual([]);
});

test('what people sign is what day.yaml says that they sign', () => {
  const signed = wordsOf(guide.filter(({ id }) => id === 'signed')).toLowerCase();
  const outcomes = day.activities.find(({ id }) => id === 'sign-off')?.out ?? [];
  expect(outcomes.filter((one) => !signed.includes(one))).toEqual([]);
});
