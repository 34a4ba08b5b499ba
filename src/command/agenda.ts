import { timeText } from '../model/clock.ts';
import { copiesOf } from '../model/copies.ts';
import type { Deck } from '../model/deck.ts';
import { type Agenda, type AgendaEntry, countsIn, type Planned } from '../plan/agenda.ts';
import { cardsOfDay } from '../plan/day-cards.ts';
import { titleOfPage } from '../plan/guide/activity.ts';

/** The agenda as text: times, the cards on the table, and the results of each activity. */
export function agendaText(agenda: Agenda, deck: Deck): string {
  const { people, groups, before, days, after } = agenda;
  const kinds = Object.entries(groups).map(([kind, count]) => `${kind} ${count}`);
  const lines = [
    `${deck.name}: ${days.length === 1 ? 'one day' : `${days.length} days`}, ${people} people`,
    `Groups: ${kinds.join(', ')}`,
  ];
  if (before.length > 0) lines.push('', 'Before', ...before.flatMap((one) => outsideLines(one, agenda, deck)));
  for (const [at, entries] of days.entries()) {
    if (entries.length === 0) continue;
    lines.push(
      '',
      days.length === 1 ? 'The day' : `Day ${at + 1}`,
      ...entries.flatMap((one) => entryLines(one, agenda, deck)),
    );
    lines.push(`${timeText(entries.at(-1)?.end ?? 0).padStart(5)}  End`);
  }
  if (after.length > 0) lines.push('', 'After', ...after.flatMap((one) => outsideLines(one, agenda, deck)));
  return `${lines.join('\n')}\n`;
}

function entryLines(entry: AgendaEntry, agenda: Agenda, deck: Deck): string[] {
  const time = timeText(entry.start).padStart(5);
  const minutes = entry.end - entry.start;
  if (entry.kind !== 'activity') return [`${time}  ${entry.kind === 'lunch' ? 'Lunch' : 'Break'} (${minutes} min)`];
  const { activity } = entry;
  return [
    `${time}  ${activity.card.title} (${minutes} min) ${activity.card.code}`,
    ...needLines(activity, agenda, deck),
  ];
}

function outsideLines(activity: Planned, agenda: Agenda, deck: Deck): string[] {
  const days = activity.days === undefined ? '' : ` (${activity.days} days)`;
  return [`       ${activity.card.title}${days} ${activity.card.code}`, ...needLines(activity, agenda, deck)];
}

function needLines(activity: Planned, agenda: Agenda, deck: Deck): string[] {
  return [
    ['cards', cardsOf(activity, deck)],
    ['boards', countedNames(activity.boards, agenda, (id) => titleOfPage(id, deck, 'board'))],
    ['sheets', countedNames(activity.worksheets, agenda, (id) => titleOfPage(id, deck, 'worksheet'))],
    ['leaves', activity.out.join(', ')],
  ]
    .filter(([, text]) => text !== '')
    .map(([name, text]) => `         ${`${name}:`.padEnd(8)}${text}`);
}

/** How many cards lie on the table, copies counted, by query. */
function cardsOf({ cards: queries }: Planned, deck: Deck): string {
  const found = queries.map((text) => `${copiesOf(cardsOfDay([text], deck))} (${shortened(text)})`);
  return found.join(', ');
}

/** A query of more than three values, shortened to the first and the last: `id:one … nine`. The count beside it tells how many. */
function shortened(query: string): string {
  return query.replaceAll(/([^\s:,]+),(?:[^\s,]+,){2,}([^\s,]+)/gu, '$1 … $2');
}

/** Boards or worksheets with their numbers, one for each group or person: `Level ladder ×4`. */
function countedNames(
  needed: Readonly<Record<string, string>>,
  agenda: Agenda,
  titleOf: (id: string) => string,
): string {
  const counts = countsIn(agenda);
  return Object.entries(needed)
    .map(([id, kind]) => {
      const count = counts.get(kind) ?? 1;
      return `${titleOf(id)}${count > 1 ? ` ×${count}` : ''}`;
    })
    .join(', ');
}
