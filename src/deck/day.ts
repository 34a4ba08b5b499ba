import { z } from 'zod';
import { readTime } from '../model/clock.ts';
import { type Activity, PERSON, WHEN, type Workshop } from '../model/day.ts';
import type { Deck } from '../model/deck.ts';
import type { Facetted } from '../model/facets.ts';
import { metaOf, text } from '../model/fields.ts';
import type { Looks } from '../model/loaded-looks.ts';
import { lookUp } from '../model/look-up.ts';
import { error, warning } from '../model/problem.ts';
import { readQuery } from '../model/query.ts';
import { didYouMean } from '../model/suggest.ts';
import type { Report } from '../read/files.ts';
import type { Memory } from '../read/memory.ts';
import { checked, placeAt } from '../read/values.ts';
import type { Located } from '../read/yaml.ts';
import type { Layer } from './chain/layer.ts';
import { having, readMerged } from './chain/shared-files.ts';

const FILE = 'day.yaml';

/** An activity of more than ten hours is taken for a typing error. */
const MOST_MINUTES = 600;

const minutes = () => z.int().min(0).max(MOST_MINUTES);
const names = () => z.array(text());
const needs = () => z.record(z.string(), z.string()).default({});

const ACTIVITY = z.strictObject({
  when: z.enum(WHEN),
  minutes: minutes().optional(),
  days: z.int().min(1).max(365).optional(),
  on: names().min(1),
  cards: names().default([]),
  boards: needs(),
  worksheets: needs(),
  in: names().default([]),
  out: names().default([]),
});

const block = z.union([names().min(1), z.literal('lunch')]);

/** day.yaml. */
export const DAY = z.strictObject({
  groups: z.record(
    z.string(),
    z.record(z.string().regex(/^[1-9]\d{0,2}$/, 'must be a number of people'), z.int().min(1)),
  ),
  activities: z.record(z.string(), ACTIVITY),
  things: z.record(text(), z.record(z.string(), z.int().min(1))).default({}),
  record: names().default([]),
  start: z.string().refine((text) => readTime(text) !== undefined, 'must be a time like 9:00'),
  break: minutes().default(15),
  lunch: minutes().default(60),
  agendas: z.record(z.string().regex(/^[1-9]$/, 'must be a number of days'), z.array(z.array(block).min(1)).min(1)),
});

/** The workshop of a deck, and the places of its values in day.yaml. */
export interface DayFile {
  source: Located;
  day: Workshop;
}

/** Reads day.yaml of all layers that have one, the lowest first; nothing where no layer has it. */
export async function readDay(layers: readonly Layer[], memory: Memory, report: Report): Promise<DayFile | undefined> {
  const source = await readMerged(FILE, having(FILE, layers), memory, report);
  return source && memory.recall('day', [source], report, (say) => dayIn(source, say));
}

function dayIn(source: Located, report: Report): DayFile | undefined {
  const said = checked(DAY, source, 'day', report);
  if (!said) return undefined;
  const activities = Object.entries(said.activities).map(([id, one]): Activity => ({ id, ...one }));
  return { source, day: { ...said, activities, start: readTime(said.start) ?? 0 } };
}

/** Reports cards, groups and activities of day.yaml that do not exist. Cards that the deck hides may stand in it. */
export function checkDay({ source, day }: DayFile, deck: Deck, hidden: readonly Facetted[], report: Report): void {
  const wrong = (path: readonly (string | number)[], message: string, got: string, known: readonly string[] = []) => {
    const place = placeAt(source.places, path) ?? placeAt(source.keys, path);
    report(
      error({ file: source.file, place, rule: 'day/unknown', message: `${message}${didYouMean(got, known)}`, got }),
    );
  };
  const cards = [...deck.cards.map(({ id }) => id), ...(deck.hidden ?? []), ...Object.keys(deck.retired ?? {})];
  const groups = Object.keys(day.groups);
  const counted = [PERSON, ...groups];
  for (const { id, on, cards: queries, boards, worksheets } of day.activities) {
    const at = ['activities', id];
    if (!cards.includes(id)) wrong(at, `The deck has no card "${id}".`, id, cards);
    for (const [index, one] of on.entries()) {
      if (!groups.includes(one)) wrong([...at, 'on', index], noGroups(one), one, groups);
    }
    for (const [key, needed] of Object.entries({ boards, worksheets })) {
      for (const [name, one] of Object.entries(needed)) {
        if (!counted.includes(one)) wrong([...at, key, name], noGroups(one), one, counted);
      }
    }
    for (const [index, text] of queries.entries()) {
      // A query may mean cards that this deck hides, and only those.
      const query = readQuery(text, { facets: deck.facets, cards: [...deck.cards, ...hidden] });
      if ('error' in query) wrong([...at, 'cards', index], query.error, text);
    }
  }
  for (const [name, per] of Object.entries(day.things ?? {})) {
    for (const kind of Object.keys(per).filter((one) => !counted.includes(one))) {
      wrong(['things', name, kind], noGroups(kind), kind, counted);
    }
  }
  checkAgendas(day, wrong);
}

/** Warns of cards that say another length than day.yaml, as after an override of one of them: the card is printed, the agenda goes by day.yaml. */
export function checkLengths({ day }: DayFile, { cards }: Deck, { faces }: Looks, report: Report): void {
  for (const activity of day.activities) {
    const card = cards.find(({ id }) => id === activity.id);
    if (!card) continue;
    for (const [key, type] of Object.entries(lookUp(faces, card.face)?.fields ?? {})) {
      const { lasts } = metaOf(type);
      const [printed, planned] = [lookUp(card.fields, key), lasts && activity[lasts]];
      if (printed === undefined || planned === undefined || printed === planned) continue;
      const message = `The card "${card.id}" says ${printed} ${lasts}, day.yaml ${planned}.`;
      const note = 'Agendas, the guide and the page that leads the day go by day.yaml. Change one of the two.';
      const at = { file: card.file, place: lookUp(card.places, key) };
      report(warning({ ...at, rule: 'day/length', message, note, got: String(printed) }));
    }
  }
}

function noGroups(name: string): string {
  return `"groups" of day.yaml has no "${name}".`;
}

function checkAgendas(
  { agendas, activities }: Workshop,
  wrong: (path: readonly (string | number)[], message: string, got: string, known?: readonly string[]) => void,
): void {
  const known = new Map(activities.map((one) => [one.id, one]));
  for (const [count, days] of Object.entries(agendas)) {
    const at = ['agendas', count];
    if (days.length !== Number(count)) {
      wrong(at, `The agenda of ${count} ${count === '1' ? 'day' : 'days'} lists ${days.length}.`, String(days.length));
    }
    const seen = new Set<string>();
    for (const [day, blocks] of days.entries()) {
      for (const [index, block] of blocks.entries()) {
        if (block === 'lunch') continue;
        for (const [place, id] of block.entries()) {
          const path = [...at, day, index, place];
          if (!known.has(id)) wrong(path, `There is no activity "${id}".`, id, [...known.keys()]);
          else if (known.get(id)?.minutes === undefined)
            wrong(path, `The activity "${id}" has no "minutes": without them it can't be in an agenda.`, id);
          if (seen.has(id)) wrong(path, `The activity "${id}" is in this agenda twice.`, id);
          seen.add(id);
        }
      }
    }
  }
}
