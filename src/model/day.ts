import { lookUp } from './look-up.ts';

/** When something is done: before the workshop, on any of its days, only where there is a second day, after it. */
type When = (typeof WHEN)[number];

/** Every `when`, in the order of time. */
export const WHEN = ['before', 'day', 'second day', 'after'] as const;

/** Something that people do together: an activity of `day.yaml`. */
export interface Activity {
  /** Id of its card. */
  id: string;
  when: When;
  /** How long it takes on the day; left out for work outside it. */
  minutes?: number | undefined;
  /** How many days it takes, for work before or after the workshop. */
  days?: number | undefined;
  /** The kinds of group that work at it. */
  on: readonly string[];
  /** Queries, as `--only` takes them, for the cards that lie on the table. */
  cards: readonly string[];
  /** Boards and worksheets that are needed → for which groups, or for each person: one for each of these. */
  boards: Readonly<Record<string, string>>;
  worksheets: Readonly<Record<string, string>>;
  /** What it works with, and its results. */
  in: readonly string[];
  out: readonly string[];
}

/** In `things:`, `boards:` and `worksheets:` of day.yaml: for each person, where else a kind of group stands. */
export const PERSON = 'person';

/** A block: activities without a break between them, by id; or lunch. */
export type DayBlock = readonly string[] | 'lunch';

/** A workshop as a table: `day.yaml`. Times of day and lengths in minutes. */
export interface Workshop {
  /** Kind of group → number of people → how many groups. */
  groups: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** In the order they happen. */
  activities: readonly Activity[];
  /** What lies ready beside cards, boards and worksheets: name → for each person, or for each group of a kind → how many. */
  things?: Readonly<Record<string, Readonly<Record<string, number>>>> | undefined;
  /** The lines of the workshop's written record. */
  record: readonly string[];
  /** Since midnight. */
  start: number;
  break: number;
  lunch: number;
  /** Number of days → for each day its blocks. */
  agendas: Readonly<Record<string, readonly (readonly DayBlock[])[]>>;
}

/** What a workshop says in words: things that lie ready, what activities take in and leave. Each once. */
export function textsOfDay({ things = {}, activities, record }: Workshop): string[] {
  const between = activities.flatMap((one) => [...one.in, ...one.out]);
  return [...new Set([...Object.keys(things), ...between, ...record])];
}

/** A workshop in another language: each of its texts in the words for it, where there are some. */
export function dayIn(day: Workshop, words: Readonly<Record<string, string>>): Workshop {
  const said = (text: string) => lookUp(words, text) ?? text;
  const { things = {}, activities, record } = day;
  return {
    ...day,
    things: Object.fromEntries(Object.entries(things).map(([name, per]) => [said(name), per])),
    activities: activities.map((one) => ({ ...one, in: one.in.map(said), out: one.out.map(said) })),
    record: record.map(said),
  };
}

/**
 * Whether each of several groups fills in a worksheet of its own: as the workshop says, and so where it doesn't name the sheet, since
 * then nobody knows how many are filled in.
 */
export function isForGroups(day: Workshop | undefined, worksheet: string): boolean {
  const kinds = (day?.activities ?? []).flatMap(({ worksheets }) => lookUp(worksheets, worksheet) ?? []);
  const isSeveral = (kind: string) => Object.values(lookUp(day?.groups, kind) ?? {}).some((count) => count > 1);
  return kinds.length === 0 || kinds.some((kind) => kind === PERSON || isSeveral(kind));
}

/** What everybody signs: the lines of the record that the last activity of the day leaves. */
export function outcomesOf(day: Workshop | undefined): readonly string[] {
  const last = day?.activities.findLast(({ when }) => when === 'day' || when === 'second day');
  return day?.record.filter((line) => last?.out.includes(line)) ?? [];
}

/** Boards or worksheets in the order in which the workshop needs them; those that it does not name come last. */
export function inDayOrder<Page extends { kind: 'board' | 'worksheet'; id: string }>(
  day: Workshop | undefined,
  pages: readonly Page[],
): Page[] {
  const activities = day?.activities ?? [];
  const placeOf = ({ kind, id }: Page) => {
    const at = activities.findIndex((one) => Object.hasOwn(kind === 'board' ? one.boards : one.worksheets, id));
    return at < 0 ? activities.length : at;
  };
  return [...pages].sort((a, b) => placeOf(a) - placeOf(b));
}
