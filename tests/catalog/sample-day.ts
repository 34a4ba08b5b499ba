import type { Activity, Workshop } from '../../src/model/day.ts';
import type { Deck } from '../../src/model/deck.ts';
import { withGuide } from '../../src/plan/guide/guide.ts';
import { card, sampleDeck, sampleInput, section } from './sample.ts';

function activity(id: string, minutes: number, rest: Partial<Activity> = {}): Activity {
  return { id, when: 'day', minutes, on: ['room'], cards: [], boards: {}, worksheets: {}, in: [], out: [], ...rest };
}

/** A day of seven hours, from nine to four, or two short ones. */
export const sampleWorkshop: Workshop = {
  groups: { making: { 6: 2, 12: 4, 20: 5 }, room: { 6: 1, 20: 1 } },
  activities: [
    activity('set-the-table', 60, { cards: ['suit:risk'], boards: { ladder: 'making' }, out: ['deciders'] }),
    activity('argue', 90, { in: ['deciders'], worksheets: { votes: 'room' } }),
    activity('compose', 105),
    activity('sign-off', 75),
  ],
  record: [],
  start: 540,
  break: 15,
  lunch: 60,
  agendas: {
    1: [[['set-the-table'], ['argue'], 'lunch', ['compose'], ['sign-off']]],
    2: [[['set-the-table', 'argue']], [['compose'], ['sign-off']]],
  },
};

/** The sample deck with that workshop. */
export function sampleDayDeck(rest: Partial<Deck> = {}): Deck {
  const deck = sampleDeck();
  const more = ['argue', 'compose', 'sign-off'].map((id, at) =>
    card(id, 'activity', at + 2, { sections: [section('Steps', `First ${id}, then rest.`)] }),
  );
  const whole = { ...deck, ...rest, cards: [...deck.cards, ...more], day: sampleWorkshop };
  return withGuide(whole, sampleInput(deck).looks).deck;
}
