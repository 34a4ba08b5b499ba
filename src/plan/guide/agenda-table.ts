import { filled } from '../../../layouts/words/words.ts';
import { timeText } from '../../model/clock.ts';
import type { Workshop } from '../../model/day.ts';
import type { Deck } from '../../model/deck.ts';
import { type Agenda, type AgendaEntry, agendaOf, type Planned } from '../agenda.ts';
import { type CellContent, type ChapterBlock, codeAndTitle, heading, table } from './tree.ts';

/** The parts of a deck from which an agenda is made. */
export type Planning = Pick<Deck, 'cards' | 'words'> & { day: Workshop };

/** A workshop of so many days as the deck's own plan has it. The times are the same for every number of people. */
export function plannedDays({ day, cards }: Planning, days: number): Agenda {
  const [people = ''] = Object.values(day.groups).flatMap((counts) => Object.keys(counts));
  return agendaOf(day, cards, { days, people: Number(people) });
}

/** An agenda as tables: each day with its times, and what is done before and after. */
export function agendaBlocks(planning: Planning, days: number): ChapterBlock[] {
  const { guide: words } = planning.words;
  const agenda = plannedDays(planning, days);
  return [
    ...outside(words.before, agenda.before, words),
    ...agenda.days.flatMap((entries, at) => {
      // A deck may hide all that would be done on a day.
      if (entries.length === 0) return [];
      return [heading(days > 1 ? filled(words.day, { number: at + 1 }) : words.onTheDay), dayTable(entries, words)];
    }),
    ...outside(words.after, agenda.after, words),
  ];
}

type Words = Deck['words']['guide'];

function dayTable(entries: readonly AgendaEntry[], words: Words): ChapterBlock {
  const rows = entries.map((entry): CellContent[] => {
    const [time, minutes] = [timeText(entry.start), String(entry.end - entry.start)];
    if (entry.kind !== 'activity') return [time, words[entry.kind], minutes, ''];
    return [time, codeAndTitle(entry.activity.card), minutes, entry.activity.out.join(', ')];
  });
  const end = timeText(entries.at(-1)?.end ?? 0);
  return table([words.time, words.activity, words.minutes, words.leaves], [...rows, [end, words.end, '', '']]);
}

function outside(title: string, activities: readonly Planned[], words: Words): ChapterBlock[] {
  if (activities.length === 0) return [];
  const rows = activities.map(({ card, days = 0, out }): CellContent[] => [
    codeAndTitle(card),
    String(days),
    out.join(', '),
  ]);
  return [heading(title), table([words.activity, words.days, words.leaves], rows)];
}
