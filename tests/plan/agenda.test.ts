import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTime, timeText } from '../../src/model/clock.ts';
import type { Activity, Workshop } from '../../src/model/day.ts';
import { agendaOf, groupsOf } from '../../src/plan/agenda.ts';
import { card } from '../catalog/sample.ts';

const activity = (id: string, minutes?: number): Activity => ({
  id,
  when: minutes === undefined ? 'before' : 'day',
  minutes,
  on: ['room'],
  cards: [],
  boards: {},
  worksheets: {},
  in: [],
  out: [`${id} done`],
});
const day: Workshop = {
  groups: { teams: { 6: 2, 12: 4, 20: 5 }, room: { 6: 1, 20: 1 } },
  activities: [
    activity('read'),
    activity('meet', 30),
    activity('look', 40),
    activity('choose', 25),
    activity('sign', 20),
  ],
  record: [],
  start: 540,
  break: 15,
  lunch: 60,
  agendas: {
    1: [[['meet', 'look'], ['choose'], 'lunch', ['sign']]],
    2: [[['meet', 'look']], [['choose'], ['sign']]],
  },
};
const cards = day.activities.map(({ id }, at) => card(id, 'activity', at + 1));
const lines = (wish: Parameters<typeof agendaOf>[2], of = cards) =>
  agendaOf(day, of, wish).days.map((entries) =>
    entries.map((one) => `${timeText(one.start)} ${one.kind === 'activity' ? one.activity.id : one.kind}`),
  );

describe('an agenda', () => {
  test('has blocks, breaks between them, and lunch in its place', () => {
    expect(lines({ days: 1, people: 12 })).toEqual([
      ['9:00 meet', '9:30 look', '10:10 break', '10:25 choose', '10:50 lunch', '11:50 sign'],
    ]);
    expect(lines({ days: 2, people: 12, start: 600, pause: 0 })).toEqual([
      ['10:00 meet', '10:30 look'],
      ['10:00 choose', '10:25 sign'],
    ]);
  });

  test('leaves out what the deck leaves out, with the break before it', () => {
    const without = cards.filter(({ id }) => id !== 'choose');
    expect(lines({ days: 1, people: 12 }, without)).toEqual([['9:00 meet', '9:30 look', '10:10 lunch', '11:10 sign']]);
  });

  test('keeps work outside the day apart', () => {
    expect(agendaOf(day, cards, { days: 1, people: 6 }).before.map(({ id }) => id)).toEqual(['read']);
  });

  test.each([
    [{ days: 4, people: 12 }, '--days must be one of 1, 2 (got: 4)'],
    [{ days: 1, people: 5 }, 'the deck’s workshop is for 6 to 20 people (got: 5)'],
    [{ days: 1, people: 21 }, 'the deck’s workshop is for 6 to 20 people (got: 21)'],
    [{ days: 1, people: 12, start: 23 * 60 }, 'the day ends after midnight: start earlier, or make breaks shorter'],
  ])('%o is refused', (wish, message) => expect(() => agendaOf(day, cards, wish)).toThrow(message));

  test('has between six and twenty people groups that never shrink', () => {
    const counts = Array.from({ length: 15 }, (_, i) => groupsOf(day, i + 6).teams ?? 0);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect([counts[0], counts[3], counts[6], counts[14]]).toEqual([2, 3, 4, 5]);
  });
});

test('times are read as they are written', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => readTime(timeText(minutes)) === minutes));
  for (const text of ['24:00', '9', '9:60', '9:5', '', '-1:00']) expect(readTime(text)).toBe(undefined);
});
