import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longer, readCountdown } from '../../src/catalog/client/countdown.ts';
import {
  freshCourse,
  lateBy,
  mostPeople,
  readCourse,
  runningStep,
  stepsOf,
} from '../../src/catalog/client/day-plan.ts';
import {
  countsOf,
  NO_VOTES,
  readTallies,
  tallyText,
  withOptions,
  withoutOption,
} from '../../src/catalog/client/tally.ts';
import { runOf } from '../../src/plan/guide/run.ts';
import { sampleDayDeck, sampleWorkshop } from './sample-day.ts';

const plan = runOf({ ...sampleDayDeck(), day: sampleWorkshop });
const fresh = freshCourse(plan);
const before = { total: 0, spent: 0 };

describe('the course of a day', () => {
  test('begins as the deck plans it, for twelve people', () => {
    expect(fresh).toEqual({ days: 1, people: 12, start: 540, begun: [] });
    expect(mostPeople(plan)).toBe(20);
    expect(freshCourse({ ...plan, fewest: 15, groups: { room: [1, 1] } }).people).toBe(15);
    expect(freshCourse({ ...plan, fewest: 2, groups: { room: [1, 1] } }).people).toBe(3);
  });

  test('has every step at its time, each day from the start that is set', () => {
    const steps = stepsOf(plan, { days: 2, start: 600 });
    expect(steps.map(({ key, day, start, end }) => [key, day, start, end])).toEqual([
      ['set-the-table', 0, 600, 660],
      ['argue', 0, 660, 750],
      ['compose', 1, 600, 705],
      ['pause-4', 1, 705, 720],
      ['sign-off', 1, 720, 795],
    ]);
  });

  test('is read back as it was kept; whatever else is kept is the plan', () => {
    const course = { ...fresh, people: 9, start: 570, begun: [{ key: 'argue', day: 0, since: 1, before }] };
    expect(readCourse(JSON.stringify(course), plan)).toEqual(course);
    for (const text of [
      '',
      'null',
      '[]',
      '{"people":9.5,"begun":[{"key":"a","day":0,"since":1e999}]}',
      '{"days":7,"people":900,"start":-3,"begun":[null,{"key":1}]}',
      '{',
    ]) {
      expect(readCourse(text, plan)).toEqual(fresh);
    }
  });

  test('knows what runs: the last that was begun, none before the day, after it, and in another agenda', () => {
    const steps = stepsOf(plan, fresh);
    const running = (key: string, day = 0) => runningStep({ ...fresh, begun: [{ key, day, since: 1, before }] }, steps);
    expect(runningStep(fresh, steps)).toBeUndefined();
    expect(running('argue')?.key).toBe('argue');
    expect(running('')).toBeUndefined();
    expect(running('argue', 1)).toBeUndefined();
  });

  test('is late by what the clock says it will be, to the minute, and by nothing on another date or far from the plan', () => {
    const [first] = stepsOf(plan, fresh);
    if (!first) throw new Error('no step');
    const at = (hours: number, minutes: number, date = 2) => new Date(2026, 2, date, hours, minutes).getTime();
    const begun = [{ key: 'set-the-table', day: 0, since: at(9, 5), before }];
    const late = (left: number, now: number) => lateBy({ ...fresh, begun }, first, left, now);
    expect(late(3600, at(9, 5))).toBe(5);
    expect(late(0, at(9, 50))).toBe(-10);
    // Past its end the clock is below zero, and it gets later by the minute.
    expect(late(-600, at(10, 20))).toBe(20);
    expect(late(600, at(9, 5, 3))).toBeUndefined();
    expect(late(600, at(21, 0))).toBeUndefined();
  });
});

test('a longer countdown is sounded again at its new end', () => {
  const over = readCountdown('{"total":60,"spent":0,"since":5,"rung":true}');
  if (!over) throw new Error('not read');
  expect(over.rung).toBe(true);
  expect(longer(over, 300)).toEqual({ total: 360, spent: 0, since: 5 });
});

describe('a tally', () => {
  test('counts what was cast, and an option that goes takes its votes along', () => {
    const tally = { ...withOptions(NO_VOTES, [' one ', 'two', '', 'one', 'three']), cast: [1, 0, 1, 2, 1] };
    expect([tally.options, countsOf(tally)]).toEqual([
      ['one', 'two', 'three'],
      [1, 3, 1],
    ]);
    expect(tallyText(tally)).toBe('two 3, one 1, three 1');
    expect(tallyText({ ...tally, cast: [] })).toBe('');
    expect(withoutOption(tally, 0)).toEqual({ options: ['two', 'three'], cast: [0, 0, 1, 0] });
  });

  test('counts every vote for one option, in whatever order they are cast', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4)), (cast) => {
        const counts = countsOf({ options: ['a', 'b', 'c', 'd', 'e'], cast });
        expect(counts.reduce((sum, one) => sum + one, 0)).toBe(cast.length);
      }),
    );
  });

  test('is read back as it was kept; what is none is left out', () => {
    const tallies = { argue: { options: ['a', 'b'], cast: [1, 1] } };
    expect(readTallies(JSON.stringify({ ...tallies, bad: 3, none: null, worse: { options: [] } }))).toEqual(tallies);
    expect(readTallies(JSON.stringify({ argue: { options: ['a'], cast: [0, 7, 'x'] } }))).toEqual({
      argue: { options: ['a'], cast: [0] },
    });
    for (const text of ['', 'null', '{']) expect(readTallies(text)).toEqual({});
  });
});
