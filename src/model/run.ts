// The workshop as the catalog leads through it, step by step. Lengths in minutes, times in minutes since midnight.

/** A piece of a day: an activity, or a pause between two. */
export interface RunStep {
  /** Id of the activity's card; empty for a break and for lunch. */
  id: string;
  /** The card's title, or what the pause is called. */
  name: string;
  minutes: number;
}

/** A board or a worksheet that an activity needs, one for each group of a kind. */
export interface RunThing {
  id: string;
  name: string;
  /** Kind of group. */
  on: string;
}

/** What lies on the table for an activity, what it begins with and what it leaves. */
export interface RunActivity {
  /** Id of its card. */
  id: string;
  minutes: number;
  /** Ids of cards to lay out, in the order of the deck. */
  cards: readonly string[];
  boards: readonly RunThing[];
  worksheets: readonly RunThing[];
  in: readonly string[];
  out: readonly string[];
}

/** The times of a workshop, and for how many people it can be held. */
export interface RunPlan {
  start: number;
  /** For each number of days that there is an agenda for: the steps of each day. */
  agendas: readonly { days: number; steps: readonly (readonly RunStep[])[] }[];
  /** The least number of people. */
  fewest: number;
  /** Kind of group → how many groups so many people make, from `fewest` people on. */
  groups: Readonly<Record<string, readonly number[]>>;
}

/** A workshop to run: its plan, and every activity that stands in it. */
export interface WorkshopRun extends RunPlan {
  activities: readonly RunActivity[];
}

/** The id of an activity's part of that page. No other element's id begins so. */
export function stepId(id: string): string {
  return `step-${id}`;
}
