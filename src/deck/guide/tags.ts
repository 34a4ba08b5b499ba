import { z } from 'zod';
import type { Workshop } from '../../model/day.ts';
import type { TagRule } from '../../model/looks.ts';
import { didYouMean } from '../../model/suggest.ts';
import type { Inventory } from '../cards/tallies.ts';
import { wrongQuery } from '../kit/tags.ts';

// The tags of the guide, beside the elements of cards. They are replaced by tables when the deck is complete (plan/guide/), so that
// the guide follows hidden cards, an organization's own and a changed day.

/** What the guide's tags may name. */
export interface Named {
  inventory: Inventory;
  day: Workshop | undefined;
  /** Ids of chapters, boards and worksheets, hidden ones too → their titles. */
  chapters: ReadonlyMap<string, string>;
  boards: ReadonlyMap<string, string>;
  worksheets: ReadonlyMap<string, string>;
}

/** Tags that stand on a line of their own. */
export const GUIDE_BLOCKS: ReadonlySet<string> = new Set([
  'Agenda',
  'Packing',
  'Activity',
  'Reference',
  'Index',
  'Suits',
]);

/** The tags that a chapter may use beside the elements of cards. */
export function guideTags(named: Named): Readonly<Record<string, TagRule>> {
  const { inventory, chapters, boards, worksheets } = named;
  return {
    /** The times of a workshop of so many days. */
    Agenda: rule({ days: z.string() }, ({ days = '' }) => wrongDays(days, named.day)),
    /** What is needed for so many people, several numbers with commas between them; `field` names the front matter of activities that lists what no deck holds. */
    Packing: rule({ people: z.string(), days: z.string().optional(), field: z.string().optional() }, (given) =>
      wrongPacking(given, named.day),
    ),
    /** An activity of day.yaml: how long, who, what lies out, and what its card says. */
    Activity: { ...rule({ id: z.string() }, ({ id = '' }) => wrongActivity(id, named.day)), cardIds: ['id'] },
    /** A table of cards: code and title, and what `show` names: `gist`, or keys of the front matter. */
    Reference: rule({ of: z.string(), show: z.string().optional() }, ({ of = '' }) =>
      wrongQuery('Reference', of, inventory),
    ),
    /** Cards by family. */
    Index: rule({ of: z.string() }, ({ of = '' }) => wrongQuery('Index', of, inventory)),
    /** The suits of the deck, with what they are for. */
    Suits: rule({}),
    Chapter: rule({ id: z.string() }, ({ id = '' }) => unknown('chapter', id, chapters)),
    Board: rule({ id: z.string() }, ({ id = '' }) => unknown('board', id, boards)),
    Worksheet: rule({ id: z.string() }, ({ id = '' }) => unknown('worksheet', id, worksheets)),
  };
}

/** A tag that prints nothing by itself: it is replaced later. */
function rule(attributes: TagRule['attributes'], wrong?: TagRule['wrong']): TagRule {
  return { attributes, cardIds: [], ...(wrong && { wrong }), text: () => '' };
}

function unknown(kind: string, id: string, known: ReadonlyMap<string, string>): string | undefined {
  return known.has(id) ? undefined : `There is no ${kind} "${id}".${didYouMean(id, known.keys())}`;
}

/** What is wrong with a tag that shows the workshop, in a deck without one. */
export const NO_DAY = 'This deck has no workshop: there is no day.yaml.';

function wrongDays(days: string, day: Workshop | undefined): string | undefined {
  if (!day) return NO_DAY;
  const known = Object.keys(day.agendas);
  return known.includes(days) ? undefined : `There is no agenda of ${days} days. There are: ${known.join(', ')}.`;
}

function wrongPacking({ people = '', days }: Readonly<Record<string, string>>, day: Workshop | undefined) {
  if (!day) return NO_DAY;
  const counts = Object.values(day.groups).map((group) => Object.keys(group).map(Number));
  const [fewest, most] = [
    Math.max(...counts.map((one) => Math.min(...one))),
    Math.min(...counts.map((one) => Math.max(...one))),
  ];
  const isOne = (text: string) => /^\d+$/.test(text) && Number(text) >= fewest && Number(text) <= most;
  const isKnown = people.split(',').every(isOne);
  if (!isKnown) return `The workshop of day.yaml is for ${fewest} to ${most} people.`;
  return days === undefined ? undefined : wrongDays(days, day);
}

function wrongActivity(id: string, day: Workshop | undefined): string | undefined {
  if (!day) return NO_DAY;
  const known = day.activities.map((one) => one.id);
  return known.includes(id) ? undefined : `day.yaml has no activity "${id}".${didYouMean(id, known)}`;
}
