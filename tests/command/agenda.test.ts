import { expect, test } from 'vitest';
import { agendaText } from '../../src/command/agenda.ts';
import type { Agenda } from '../../src/plan/agenda.ts';
import { card, sampleCards, sampleDeck } from '../catalog/sample.ts';

/** What the line of cards says of an activity that lays out these queries. */
function cardsLine(cards: readonly string[]): string | undefined {
  const needs = { on: ['room'], cards: [...cards], boards: {}, worksheets: {}, in: [], out: ['read'] };
  const activity = { id: 'meet', when: 'day' as const, card: card('meet', 'activity', 1), ...needs };
  const agenda: Agenda = {
    people: 12,
    groups: {},
    before: [],
    days: [[{ kind: 'activity', start: 540, end: 570, activity }]],
    after: [],
  };
  return /cards: +(.*)/u.exec(agendaText(agenda, sampleDeck()))?.[1];
}

test('an agenda counts the cards of each query', () => {
  const risks = sampleCards().filter(({ suit }) => suit === 'risk').length;
  expect(cardsLine(['suit:risk'])).toBe(`${risks} (suit:risk)`);
});

test('names many cards by the first and the last, and counts them all', () => {
  const ids = sampleCards()
    .slice(0, 4)
    .map(({ id }) => id);
  expect(cardsLine([`id:${ids.join(',')}`])).toBe(`4 (id:${ids[0]} … ${ids[3]})`);
  expect(cardsLine([`id:${ids.slice(0, 3).join(',')}`])).toBe(`3 (id:${ids.slice(0, 3).join(',')})`);
});
