import { expect, test } from 'vitest';
import { runOf } from '../../../src/plan/guide/run.ts';
import { sampleDayDeck, sampleWorkshop } from '../../catalog/sample-day.ts';

const deck = { ...sampleDayDeck(), day: sampleWorkshop };

test('a day to run has the minutes of the agenda, pauses with their names, and how many groups so many people make', () => {
  const { start, agendas, fewest, groups } = runOf(deck);
  expect([start, fewest]).toEqual([540, 6]);
  expect(
    agendas.map(({ days, steps }) => [days, ...steps.map((day) => day.map((one) => `${one.name} ${one.minutes}`))]),
  ).toEqual([
    [1, ['Set the Table 60', 'Break 15', 'argue 90', 'Lunch 60', 'compose 105', 'Break 15', 'sign off 75']],
    [2, ['Set the Table 60', 'argue 90'], ['compose 105', 'Break 15', 'sign off 75']],
  ]);
  // As `prepdeck agenda` has them: 6 → 2, 12 → 4, 20 → 5, between them in proportion.
  expect(groups.making).toEqual([2, 2, 3, 3, 3, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5]);
  expect(groups.room).toEqual(Array.from({ length: 15 }, () => 1));
  expect(groups.person).toEqual(Array.from({ length: 15 }, (_, more) => 6 + more));
});

test('an activity names the cards that lie out, boards and worksheets, in the deck’s own names', () => {
  const lists = { ...deck.lists, boards: { ladder: 'The Ladder' } };
  const [first, second] = runOf({ ...deck, lists }).activities;
  expect(first).toEqual({
    id: 'set-the-table',
    minutes: 60,
    cards: ['detractor'],
    boards: [{ id: 'ladder', name: 'The Ladder', on: 'making' }],
    worksheets: [],
    in: [],
    out: ['deciders'],
  });
  expect(second?.worksheets).toEqual([{ id: 'votes', name: 'votes', on: 'room' }]);
});

test('an activity that the deck leaves out is in no plan', () => {
  const cards = deck.cards.filter(({ id }) => id !== 'argue');
  const { agendas, activities } = runOf({ ...deck, cards });
  expect(JSON.stringify([agendas, activities])).not.toContain('argue');
});

test('a card that the deck hides is missing where the day names it; the others that it names beside it lie out', () => {
  const activities = sampleWorkshop.activities.map((one, at) =>
    at === 0 ? { ...one, cards: ['id:detractor,hidden-one'] } : one,
  );
  const [first] = runOf({ ...deck, day: { ...sampleWorkshop, activities } }).activities;
  expect(first?.cards).toEqual(['detractor']);
});
