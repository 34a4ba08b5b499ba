/** When something is done: before the workshop, on any of its days, only where there is a second day, after it. */
export type When = (typeof WHEN)[number];

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
  /** Boards and worksheets that are needed → for which groups: one for each of these. */
  boards: Readonly<Record<string, string>>;
  worksheets: Readonly<Record<string, string>>;
  /** What it works with, and its results. */
  in: readonly string[];
  out: readonly string[];
}

/** A block: activities without a break between them, by id; or lunch. */
export type DayBlock = readonly string[] | 'lunch';

/** A workshop as a table: `day.yaml`. Times of day and lengths in minutes. */
export interface Workshop {
  /** Kind of group → number of people → how many groups. */
  groups: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** In the order they happen. */
  activities: readonly Activity[];
  /** The lines of the workshop's written record. */
  record: readonly string[];
  /** Since midnight. */
  start: number;
  break: number;
  lunch: number;
  /** Number of days → for each day its blocks. */
  agendas: Readonly<Record<string, readonly (readonly DayBlock[])[]>>;
}
