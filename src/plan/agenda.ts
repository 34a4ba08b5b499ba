import type { Card } from '../model/card.ts';
import { type Activity, type DayBlock, PERSON, type Workshop } from '../model/day.ts';
import { lookUp } from '../model/look-up.ts';
import { UsageError } from '../model/usage.ts';

/** The agenda that is asked for. Times and lengths in minutes. */
export interface AgendaWish {
  days: number;
  people: number;
  /** Since midnight; left out: as the deck says. */
  start?: number | undefined;
  /** Length of breaks; left out: as the deck says. */
  pause?: number | undefined;
}

/** An activity with its card. */
export interface Planned extends Activity {
  card: Card;
}

/** A piece of a day. Minutes since midnight. */
export type AgendaEntry = { start: number; end: number } & (
  | { kind: 'break' | 'lunch' }
  | { kind: 'activity'; activity: Planned }
);

/** A workshop with its times. */
export interface Agenda {
  people: number;
  /** Kind of group → how many. */
  groups: Readonly<Record<string, number>>;
  before: readonly Planned[];
  days: readonly (readonly AgendaEntry[])[];
  after: readonly Planned[];
}

/**
 * The agenda of a deck's workshop. Activities whose cards the deck leaves out are not in it. Activities that need more time than
 * planned make the day longer: nothing overlaps.
 *
 * @throws UsageError for a number of days or people that the deck has no plan for, and a day that ends after midnight
 */
export function agendaOf(day: Workshop, cards: readonly Card[], wish: AgendaWish): Agenda {
  const days = lookUp(day.agendas, String(wish.days));
  if (!days) {
    throw new UsageError(`--days must be one of ${Object.keys(day.agendas).join(', ')} (got: ${wish.days})`);
  }
  const byId = new Map(cards.map((card) => [card.id, card]));
  const planned = day.activities.flatMap((one) => {
    const card = byId.get(one.id);
    return card ? [{ ...one, card }] : [];
  });
  const times = { start: wish.start ?? day.start, pause: wish.pause ?? day.break, lunch: day.lunch };
  const dated = days.map((blocks) => entriesOf(blocks, planned, times));
  const late = dated.find((entries) => (entries.at(-1)?.end ?? 0) >= 24 * 60);
  if (late) throw new UsageError('the day ends after midnight: start earlier, or make breaks shorter');
  return {
    people: wish.people,
    groups: groupsOf(day, wish.people),
    before: planned.filter((one) => one.when === 'before'),
    days: dated,
    after: planned.filter((one) => one.when === 'after'),
  };
}

interface Times {
  start: number;
  pause: number;
  lunch: number;
}

/** Blocks one after the other, with a break between two of them, or lunch where the plan has it; none before the first or after the last. */
function entriesOf(blocks: readonly DayBlock[], planned: readonly Planned[], times: Times): AgendaEntry[] {
  const entries: AgendaEntry[] = [];
  let now = times.start;
  let lunch = false;
  for (const block of blocks) {
    if (block === 'lunch') lunch = true;
    const here = block === 'lunch' ? [] : block.flatMap((id) => planned.find((one) => one.id === id) ?? []);
    if (here.length === 0) continue;
    const rest = lunch ? times.lunch : times.pause;
    if (entries.length > 0 && rest > 0) {
      entries.push({ kind: lunch ? 'lunch' : 'break', start: now, end: now + rest });
      now += rest;
    }
    lunch = false;
    for (const activity of here) {
      const end = now + (activity.minutes ?? 0);
      entries.push({ kind: 'activity', activity, start: now, end });
      now = end;
    }
  }
  return entries;
}

/**
 * How many groups of each kind so many people make: as the deck says for this number, else interpolated between the nearest
 * numbers below and above it.
 *
 * @throws UsageError for fewer or more people than the deck has a plan for
 */
export function groupsOf({ groups }: Workshop, people: number): Record<string, number> {
  return Object.fromEntries(Object.entries(groups).map(([kind, counts]) => [kind, between(counts, people)]));
}

/**
 * How many there are of all that boards, worksheets and things are counted by: groups of each kind, and people.
 *
 * @throws UsageError as `groupsOf` does
 */
export function countsOf(day: Workshop, people: number): Map<string, number> {
  return counted(groupsOf(day, people), people);
}

/** The same of an agenda. */
export function countsIn({ groups, people }: Agenda): Map<string, number> {
  return counted(groups, people);
}

function counted(groups: Agenda['groups'], people: number): Map<string, number> {
  return new Map([...Object.entries(groups), [PERSON, people]]);
}

function between(counts: Readonly<Record<string, number>>, people: number): number {
  const known = Object.entries(counts)
    .map(([count, many]) => ({ count: Number(count), many }))
    .sort((a, b) => a.count - b.count);
  const below = known.findLast(({ count }) => count <= people);
  const above = known.find(({ count }) => count >= people);
  if (!below || !above) {
    const [fewest, most] = [known[0]?.count, known.at(-1)?.count];
    throw new UsageError(`the deck’s workshop is for ${fewest} to ${most} people (got: ${people})`);
  }
  if (above.count === below.count) return below.many;
  const share = (people - below.count) / (above.count - below.count);
  return Math.round(below.many + share * (above.many - below.many));
}
