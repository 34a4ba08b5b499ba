import { z } from 'zod';
import type { Suit } from '../../model/card.ts';
import type { FieldMeta } from '../../model/fields.ts';
import { lookUp } from '../../model/look-up.ts';
import type { Look } from '../../model/looks.ts';
import { frontSchema } from '../cards/front-schema.ts';
import type { Suits } from '../suits.ts';

/** The kind of a value of front matter, which decides how a cell is read. */
export type Kind =
  | { is: 'text' }
  | { is: 'number' }
  | { is: 'boolean' }
  /** One of a few words, each of which may be written as it is printed: `Consumer` for `consumer`. */
  | { is: 'choice'; values: readonly string[]; names: Readonly<Record<string, string>> }
  /** A text or a number: whichever it looks like. */
  | { is: 'either' }
  /** Several texts; `short` where none of them can have a comma in it: ids, entries of closed lists. */
  | { is: 'list'; of: Kind; short: boolean }
  /** Keys and values: a column each. */
  | { is: 'group'; keys: Readonly<Record<string, Kind>> }
  /** Several such groups. */
  | { is: 'groups'; keys: Readonly<Record<string, Kind>>; max: number };

/** What a key takes, and whether a card must have it. */
export interface KeyRule {
  kind: Kind;
  required: boolean;
}

/** What zod says of a schema, as far as it is read here. */
interface Json extends FieldMeta {
  type?: string;
  enum?: unknown[];
  anyOf?: Json[];
  items?: Json;
  properties?: Record<string, Json>;
  required?: string[];
  maxItems?: number;
}

/** The keys of a suit’s cards under a look, in the order of their schema. */
export function keysOf({ suits, lists }: Suits, suit: Suit, look: Look): Readonly<Record<string, KeyRule>> {
  const schema = frontSchema(suits, suit, look, false);
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
  const families = Object.fromEntries(suit.families.map(({ id, name }) => [id, name]));
  return Object.fromEntries(
    Object.entries(json.properties ?? {}).map(([key, one]) => [
      key,
      {
        kind: key === suit.familyKey ? choiceOf(families) : kindOf(one, lists),
        required: json.required?.includes(key) ?? false,
      },
    ]),
  );
}

function choiceOf(names: Readonly<Record<string, string>>): Kind {
  return { is: 'choice', values: Object.keys(names), names };
}

function kindOf(json: Json, lists: Suits['lists']): Kind {
  if (json.anyOf) return kindOfSeveral(json.anyOf.map((one) => kindOf(one, lists)));
  if (json.list !== undefined) return choiceOf(lookUp(lists, json.list) ?? {});
  if (json.enum) return choiceOf(Object.fromEntries(json.enum.map((one) => [String(one), String(one)])));
  if (json.type === 'array') return listOf(json, lists);
  if (json.type === 'object') return { is: 'group', keys: keysIn(json, lists) };
  if (json.type === 'boolean') return { is: 'boolean' };
  return json.type === 'number' || json.type === 'integer' ? { is: 'number' } : { is: 'text' };
}

function listOf({ items = {}, maxItems = 12 }: Json, lists: Suits['lists']): Kind {
  const of = kindOf(items, lists);
  if (of.is === 'group') return { is: 'groups', keys: of.keys, max: maxItems };
  const isShort = of.is === 'choice' || of.is === 'number' || items.card !== undefined;
  return { is: 'list', of, short: isShort };
}

function keysIn({ properties = {} }: Json, lists: Suits['lists']): Record<string, Kind> {
  return Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, kindOf(one, lists)]));
}

/** The kind of a value that has alternatives: a number or a text stays what it looks like; of others the simplest is taken. */
function kindOfSeveral(kinds: readonly Kind[]): Kind {
  const has = (is: Kind['is']) => kinds.find((kind) => kind.is === is);
  if ((has('text') || has('choice')) && has('number')) return { is: 'either' };
  return has('text') ?? has('choice') ?? kinds[0] ?? { is: 'text' };
}
