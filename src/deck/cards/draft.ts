import { z } from 'zod';
import type { Card, Suit } from '../../model/card.ts';
import { cardIds, refsOf, text, whole } from '../../model/fields.ts';
import type { Looks } from '../../model/layouts.ts';
import { lookUp } from '../../model/look-up.ts';
import type { Look } from '../../model/looks.ts';
import { error, type Place } from '../../model/problem.ts';
import { didYouMean } from '../../model/suggest.ts';
import type { Report } from '../../read/files.ts';
import { checked, label, placeAt } from '../../read/values.ts';
import type { Located } from '../../read/yaml.ts';
import { valueAtKey } from '../chain/merge.ts';
import { codePrefix, isNumbered, type Suits, seriesOf } from '../settings.ts';
import { overBudget } from './budgets.ts';
import type { LayeredSource } from './card-file.ts';
import type { Part } from './parts.ts';
import { hasTally } from './tallies.ts';

/** A card whose front matter was read; its body is still Markdown. */
export interface Draft {
  id: string;
  file: string;
  parts: readonly Part[];
  suit?: Suit | undefined;
  look?: Look | undefined;
  /** Where it is unique by its number. */
  series: string;
  /** Undefined where the front matter has mistakes; they have been said then. */
  card: Card | undefined;
  /** How much of its budgets it may fill, in percent. */
  room: number;
}

/** Budgets of what every card has, in characters. */
export const SHARED_BUDGETS = { title: 26, gist: 55 };

/** How many cards one may point to. */
const MAX_RELATED = 4;

/** Front matter that every suit has. */
export function sharedFields(suits: readonly Suit[]) {
  return {
    suit: z.enum(suits.map((suit) => suit.id)),
    title: text(),
    gist: text(),
    number: whole(1, 9999),
    label: z
      .string()
      .regex(/^\S{1,4}$/u, 'a label is up to 4 characters without a space, like J')
      .optional(),
    glyph: text().optional(),
    related: cardIds('*', { min: 0, max: MAX_RELATED }).default([]),
    also: z.array(text()).max(12).default([]),
    sources: z.array(text()).default([]),
    copies: whole(1, 99).default(1),
    blank: z.boolean().default(false),
    alt: text().optional(),
    face: z.string().optional(),
  };
}

/** The whole front matter of a card of a suit that is drawn by a look. Blank cards need a title only. */
export function frontSchema(suits: readonly Suit[], suit: Suit, look: Look, blank: boolean) {
  const { gist, number, ...shared } = sharedFields(suits);
  const own = z.object(look.fields);
  const bare = blank || !isNumbered(suit);
  const family: z.ZodType = z.enum(suit.families.map((one) => one.id));
  return z.strictObject({
    ...(blank ? own.partial().shape : own.shape),
    ...shared,
    gist: bare || look.gist === 'optional' ? gist.optional() : gist,
    number: bare ? number.optional() : number,
    ...(suit.familyKey === '' ? {} : { [suit.familyKey]: blank ? family.optional() : family }),
  });
}

/** Reads the front matter of one card. */
export function readDraft(source: LayeredSource, suits: Suits, looks: Looks, schemas: Schemas, report: Report): Draft {
  const { id, file, parts, front, room = 100 } = source;
  const draft: Draft = { id, file, parts, series: '', card: undefined, room };
  if (!front) return draft;
  const { suit, look } = suitAndLook(front, suits.suits, looks, report);
  draft.suit = suit;
  draft.look = look;
  if (!suit || !look) return draft;

  const data = checked(schemas(suit, look, valueAtKey(front, 'blank') === true), front, 'card', report);
  if (!data) return draft;
  const whole = checkLists(look, data, front, suits.lists, report);
  const { suit: _, title, gist = '', number, label: said, glyph, related, also, sources, ...rest } = data;
  const { copies, blank, alt, face, ...own } = rest;
  const fields: Record<string, unknown> = own;
  if (number !== undefined && (blank || !isNumbered(suit))) {
    const message = blank ? 'A blank card has no number.' : `${suit.name} have no numbers.`;
    report(error({ file, place: front.places.number, rule: 'card/number', message }));
  }
  if (said !== undefined && number === undefined) {
    const message = 'A label is printed in place of a number: "number" is missing.';
    const note = 'Cards are sorted by it: give J the number 11.';
    report(error({ file, place: front.places.label, rule: 'card/label', message, note }));
  }
  const family = suit.families.find((one) => one.id === lookUp(fields, suit.familyKey));
  const prefix = suit.layer === source.layer ? '' : source.prefix;
  draft.series = prefix === '' ? seriesOf(suit, family) : `prefix ${prefix}`;
  const card: Card = {
    id,
    suit: suit.id,
    number,
    code: number === undefined ? '' : `${prefix || codePrefix(suit, family)} ${said ?? number}`.trim(),
    title,
    gist,
    glyph,
    related,
    also,
    sources,
    copies,
    blank,
    alt,
    face: face ?? suit.face,
    fields,
    sections: [],
    file,
    places: front.places,
    layer: source.layer,
  };
  if (whole) draft.card = card;
  checkBudgets(card, look, room, report);
  return draft;
}

/** Gives the schema of a suit's cards; made once, for it takes longer than a card. */
export type Schemas = (suit: Suit, look: Look, blank: boolean) => ReturnType<typeof frontSchema>;

export function schemasOf(suits: readonly Suit[]): Schemas {
  const made = new Map<Look, Map<string, ReturnType<typeof frontSchema>>>();
  return (suit, look, blank) => {
    const ofLook = made.get(look) ?? new Map<string, ReturnType<typeof frontSchema>>();
    made.set(look, ofLook);
    const key = `${suit.id} ${blank}`;
    const schema = ofLook.get(key) ?? frontSchema(suits, suit, look, blank);
    ofLook.set(key, schema);
    return schema;
  };
}

function suitAndLook(front: Located, suits: readonly Suit[], looks: Looks, report: Report) {
  const { file, places } = front;
  const named = valueAtKey(front, 'suit');
  const ids = suits.map((suit) => suit.id);
  const suit = suits.find((one) => one.id === named);
  if (!suit) {
    const message =
      typeof named === 'string' ? `There is no suit "${named}".${didYouMean(named, ids)}` : '"suit" is missing.';
    report(error({ file, place: placeAt(places, ['suit']), rule: 'card/suit', message, allowed: ids }));
    return {};
  }
  const face = valueAtKey(front, 'face') ?? suit.face;
  const faces = Object.keys(looks.faces);
  const look = typeof face === 'string' ? lookUp(looks.faces, face) : undefined;
  if (!look) {
    const message = `There is no face layout "${face}".${didYouMean(String(face), faces)}`;
    report(error({ file, place: placeAt(places, ['face']), rule: 'card/face', message, allowed: faces }));
  }
  return { suit, look };
}

/** Values of closed lists. */
function checkLists(
  look: Look,
  data: Readonly<Record<string, unknown>>,
  { file, places }: Located,
  lists: Suits['lists'],
  report: Report,
): boolean {
  const wrong = refsOf(look.fields, data, 'list').flatMap(({ path: at, name, value }) => {
    const allowed = Object.keys(lookUp(lists, name) ?? {});
    if (allowed.includes(value)) return [];
    const message = `"${label(at)}" is "${value}", which is not in the list.${didYouMean(value, allowed)}`;
    const note = `The list "${name}" stands in suits.yaml.`;
    return error({ file, place: placeAt(places, at), rule: 'card/value', message, allowed, got: value, note });
  });
  for (const one of wrong) report(one);
  return wrong.length === 0;
}

function checkBudgets({ title, gist, fields, file, places }: Card, look: Look, room: number, report: Report): void {
  for (const [pattern, budget] of Object.entries({ ...SHARED_BUDGETS, ...look.budgets })) {
    for (const [at, value] of textsAt({ ...fields, title, gist }, pattern.split('.'))) {
      // What it says is known once all cards are: see counted.ts.
      if (pattern === 'gist' && hasTally(value)) continue;
      const place: Place | undefined = placeAt(places, at);
      overBudget({ what: `"${label(at)}"`, text: value, budget, room, file, place }, report);
    }
  }
}

/** The texts at a dotted path, `*` for any index. */
function textsAt(value: unknown, path: readonly string[], at: readonly PropertyKey[] = []): [PropertyKey[], string][] {
  const [key, ...rest] = path;
  if (key === undefined) return typeof value === 'string' ? [[[...at], value]] : [];
  if (Array.isArray(value)) {
    return key === '*' ? value.flatMap((one, i) => textsAt(one, rest, [...at, i])) : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return textsAt(lookUp(value as Record<string, unknown>, key), rest, [...at, key]);
}
