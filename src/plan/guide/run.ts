import { PERSON, type Workshop } from '../../model/day.ts';
import type { Deck } from '../../model/deck.ts';
import { lookUp } from '../../model/look-up.ts';
import type { RunActivity, RunPlan, RunStep, RunThing, WorkshopRun } from '../../model/run.ts';
import { type AgendaEntry, groupsOf, type Planned } from '../agenda.ts';
import { cardsOfDay } from '../day-cards.ts';
import { titleOfPage } from './activity.ts';
import { plannedDays } from './agenda-table.ts';

/** A deck's workshop as the catalog leads through it; of agendas of which the deck hides all activities it has none. Its minutes are those of the deck's other agendas. */
export function runOf(deck: Deck & { day: Workshop }): WorkshopRun {
  const { day, words } = deck;
  const agendas = Object.keys(day.agendas)
    .map((days) => ({ days: Number(days), of: plannedDays(deck, Number(days)).days }))
    .filter(({ of }) => of.flat().length > 0);
  const planned = agendas
    .flatMap(({ of }) => of.flat())
    .flatMap((one) => (one.kind === 'activity' ? [one.activity] : []));
  const used = day.activities.flatMap(({ id }) => planned.find((one) => one.id === id) ?? []);
  return {
    start: day.start,
    agendas: agendas.map(({ days, of }) => ({
      days,
      steps: of.map((entries) => entries.map((one) => stepOf(one, words.guide))),
    })),
    activities: used.map((one) => activityOf(one, deck)),
    ...roomOf(day),
  };
}

function stepOf(entry: AgendaEntry, words: Deck['words']['guide']): RunStep {
  const minutes = entry.end - entry.start;
  if (entry.kind !== 'activity') return { id: '', name: words[entry.kind], minutes };
  const { id, title } = entry.activity.card;
  return { id, name: title, minutes };
}

function activityOf({ id, minutes = 0, cards, boards, worksheets, in: takes, out }: Planned, deck: Deck): RunActivity {
  const things = (needed: Readonly<Record<string, string>>, kind: 'board' | 'worksheet'): RunThing[] =>
    Object.entries(needed).map(([thing, on]) => ({ id: thing, name: titleOfPage(thing, deck, kind), on }));
  return {
    ...{ id, minutes, in: takes, out },
    cards: cardsOfDay(cards, deck).map((card) => card.id),
    boards: things(boards, 'board'),
    worksheets: things(worksheets, 'worksheet'),
  };
}

/** For how many people every kind of group has a number, how many groups they make, and how many people they are. */
function roomOf(day: Workshop): Pick<RunPlan, 'fewest' | 'groups'> {
  const known = Object.values(day.groups).map((counts) => Object.keys(counts).map(Number));
  const fewest = Math.max(...known.map((people) => Math.min(...people)));
  const most = Math.min(...known.map((people) => Math.max(...people)));
  const people = Array.from({ length: Math.max(0, most - fewest + 1) }, (_, more) => groupsOf(day, fewest + more));
  const kinds = Object.keys(day.groups).map((kind) => [kind, people.map((groups) => lookUp(groups, kind) ?? 1)]);
  return { fewest, groups: { ...Object.fromEntries(kinds), [PERSON]: people.map((_, more) => fewest + more) } };
}
