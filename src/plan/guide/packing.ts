import { counted, filled } from '../../../layouts/words/words.ts';
import type { Activity, Workshop } from '../../model/day.ts';
import type { Deck } from '../../model/deck.ts';
import { lookUp } from '../../model/look-up.ts';
import { countsOf } from '../agenda.ts';
import { thingsFor } from '../things.ts';
import { suitsIn, titleOfPage } from './activity.ts';
import { type Planning, plannedDays } from './agenda-table.ts';
import { type CellContent, type ChapterBlock, paragraph, table } from './tree.ts';

/** The packing list that is asked for. */
export interface PackingWish {
  /** Numbers of people, each a column. */
  people: readonly number[];
  days: number;
  /** The key of activities' front matter that lists things beyond cards: dots, pens; empty for none. */
  field: string;
}

/** What is needed in the room: cards by suit, boards and worksheets with their numbers, and things such as pens. */
export function packingBlocks(deck: Planning & Deck, { people, days, field }: PackingWish): ChapterBlock[] {
  const { guide: words } = deck.words;
  const activities = plannedDays(deck, days).days.flatMap((entries) =>
    entries.flatMap((one) => (one.kind === 'activity' ? [one.activity] : [])),
  );
  const groups = people.map((count) => countsOf(deck.day, count));
  const cards = suitsIn(
    activities.flatMap((one) => one.cards),
    deck,
  );
  const empty = people.map(() => '');
  // A suit and a board may have one name.
  const under = (name: string, rows: CellContent[][]): CellContent[][] =>
    rows.length === 0 ? [] : [[{ strong: name }, ...empty], ...rows];
  const pageRows = (kind: 'board' | 'worksheet') => {
    const counts = groups.map((one) => new Map(mostNeeded(activities, `${kind}s`, one)));
    const ids = [...new Set(counts.flatMap((one) => [...one.keys()]))];
    const inRow = (id: string) => counts.map((one) => String(one.get(id) ?? 0));
    return ids.map((id): CellContent[] => [titleOfPage(id, deck, kind), ...inRow(id)]);
  };
  const rows: CellContent[][] = [
    ...under(
      words.cards,
      cards.map(({ name, count }) => [name, ...people.map(() => String(count))]),
    ),
    ...under(words.boards, pageRows('board')),
    ...under(words.worksheets, pageRows('worksheet')),
    ...under(words.alsoReady, thingRows(deck.day, people)),
  ];
  const things = thingsIn(activities, field);
  const [, ...more] = people;
  const heads = more.length === 0 ? [words.count] : people.map((count) => counted(count, words.people));
  const list = table([words.thing, ...heads], rows);
  return things.length === 0 ? [list] : [list, paragraph(filled(words.alsoEnough, { things: things.join(' · ') }))];
}

function thingRows(day: Workshop, people: readonly number[]): CellContent[][] {
  const lists = people.map((count) => thingsFor(day, count));
  return Object.keys(day.things ?? {}).map((name, at) => [name, ...lists.map((one) => String(one[at]?.count ?? 0))]);
}

/** Each board or worksheet with the largest number that one activity needs: later activities use the same ones. */
export function mostNeeded(
  activities: readonly Activity[],
  kind: 'boards' | 'worksheets',
  groups: ReadonlyMap<string, number>,
): [id: string, count: number][] {
  const most = new Map<string, number>();
  for (const activity of activities) {
    for (const [id, group] of Object.entries(activity[kind])) {
      most.set(id, Math.max(most.get(id) ?? 0, groups.get(group) ?? 1));
    }
  }
  return [...most];
}

function thingsIn(activities: readonly { card: { fields: Readonly<Record<string, unknown>> } }[], field: string) {
  const all = activities.flatMap(({ card }) => lookUp(card.fields, field) ?? []);
  return [...new Set(all.filter((one) => typeof one === 'string'))];
}
