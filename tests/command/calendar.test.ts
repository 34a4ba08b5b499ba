import { describe, expect, test } from 'vitest';
import { calendarOf, readDate } from '../../src/command/calendar.ts';
import type { Agenda, AgendaEntry } from '../../src/plan/agenda.ts';
import { card } from '../catalog/sample.ts';

function entry(id: string, start: number, end: number): AgendaEntry {
  const needs = { on: ['room'], cards: [], boards: {}, worksheets: {}, in: [], out: [`${id} done`] };
  return { kind: 'activity', start, end, activity: { id, when: 'day', card: card(id, 'activity', 1), ...needs } };
}

describe('a calendar', () => {
  const days = [
    [entry('meet', 540, 570), entry('look', 570, 610), { kind: 'break', start: 610, end: 625 } as const],
    [entry('choose', 540, 565), entry('sign', 580, 600)],
  ];
  const agenda: Agenda = { people: 12, groups: {}, before: [], days, after: [] };
  const deck = { name: 'Deck; “so, so”', version: '1', date: '2026-01-01' };

  test('has each activity at its time, in no zone, and no work at weekends', () => {
    const text = calendarOf(agenda, deck, '2027-01-15');
    const starts = [...text.matchAll(/^DTSTART(.*)\r$/gmu)].map(([, one]) => one);
    expect(starts).toEqual([':20270115T090000', ':20270115T093000', ':20270118T090000', ':20270118T094000']);
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text).toContain('DTSTAMP:20260101T000000Z');
    expect(calendarOf(agenda, deck, '2027-01-15')).toBe(text);
  });

  test.each(['2027-02-30', '2027-2-3', 'soon', ''])('%s is no day', (text) => {
    expect(readDate(text)).toBe(undefined);
    expect(() => calendarOf(agenda, deck, text)).toThrow(`--date must be a day like 2027-01-12 (got: ${text})`);
  });
});
