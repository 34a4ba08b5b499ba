import { z } from 'zod';
import { text } from '../../model/fields.ts';
import { lookUp } from '../../model/look-up.ts';
import type { TagRule } from '../../model/looks.ts';
import { matches, readQuery } from '../../model/query.ts';
import { idText } from '../../read/ids.ts';
import type { Inventory, TalliedCard } from '../cards/tallies.ts';

// The tags of boards and worksheets, beside the elements of cards: what people write, tick, vote on and lay down.

const id = idText('must be small letters, digits and single hyphens');
const label = text();
const hint = z.string().optional();

/** A whole number as the attribute's text. */
function number(least: number, most: number) {
  const isIn = (text: string) => /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most;
  return z.string().refine(isIn, `is a whole number from ${least} to ${most}`);
}

type Attributes = Readonly<Record<string, string>>;

/** The words that a field's tag prints: its label and its hint. */
function said({ label: name = '', hint: help = '' }: Attributes): string {
  return [name, help].filter(Boolean).join(' ');
}

/** A tag that stands for a field: its own attributes, and those of all fields. */
function fieldTag(attributes: TagRule['attributes'], text: TagRule['text'] = said): TagRule {
  return { attributes: { id, label, hint, ...attributes }, cardIds: [], text };
}

/** What a cell of a table may be filled in with. */
const CELLS = ['line', 'tick', 'vote', 'card', 'date'] as const;

/** The tags of fields, by name; each stands for one field, but for those of tables. */
export const FIELD_TAGS: Readonly<Record<string, TagRule>> = {
  /** `of`: it names a card, of those that the query means. */
  Line: fieldTag({ of: z.string().optional() }),
  Box: fieldTag({ lines: number(1, 40).optional() }),
  Tick: fieldTag({}),
  Scale: {
    ...fieldTag(
      { from: number(0, 10), to: number(1, 10), low: z.string().optional(), high: z.string().optional() },
      (given) => [said(given), given.low, given.high].filter(Boolean).join(' '),
    ),
    wrong: ({ from, to }) => (Number(from) < Number(to) ? undefined : `<Scale> can't run from ${from} to ${to}.`),
  },
  Vote: fieldTag({}),
  Dots: fieldTag({ count: number(1, 60) }),
  CardPlace: fieldTag({ of: z.string().optional() }),
  /** A gap in a sentence. */
  // With spaces around it: its label is printed below the gap, apart from a comma that follows in the sentence.
  Blank: fieldTag({ width: number(10, 400).optional() }, (given) => ` ${said(given)} `),
  Table: fieldTag({ rows: number(1, 60).optional(), label: label.optional() }),
  Column: fieldTag({
    hint: z.undefined().optional(),
    kind: z.enum(CELLS).optional(),
    width: number(1, 100).optional(),
    of: z.string().optional(),
  }),
  Row: fieldTag({ hint: z.undefined().optional() }),
};

/** The tags that a page of the kit may use beside the elements of cards. */
export function kitTags(inventory: Inventory): Readonly<Record<string, TagRule>> {
  return { ...FIELD_TAGS, Index: indexTag(inventory) };
}

/** The cards that a query means, in print order. */
function cardsMeant(query: string, inventory: Inventory): readonly TalliedCard[] {
  const read = readQuery(query, { facets: inventory.facets, cards: inventory.all });
  return 'error' in read ? [] : inventory.cards.filter((card) => matches(read.ok, card) && !card.blank);
}

/** Every card that a query means, by family, with its code and title. */
function indexTag(inventory: Inventory): TagRule {
  return {
    attributes: { of: z.string() },
    cardIds: [],
    wrong: ({ of = '' }) => wrongQuery('Index', of, inventory),
    text: ({ of = '' }) =>
      cardsMeant(of, inventory)
        .map(({ code, title }) => `${code.replace(/^.* /u, '')} ${title}`)
        .join(' '),
  };
}

/** What is wrong with a query in a tag; undefined where nothing is. */
export function wrongQuery(tag: string, query: string, { facets, all: cards }: Inventory): string | undefined {
  const read = readQuery(query, { facets, cards });
  return 'error' in read ? `<${tag}>: ${read.error}` : undefined;
}

/** Whether a name is that of a tag of the kit. */
export function isKitTag(name: string): boolean {
  return name === 'Index' || lookUp(FIELD_TAGS, name) !== undefined;
}
