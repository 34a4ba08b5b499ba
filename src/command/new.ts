import path from 'node:path';
import { core, z } from 'zod';
import { placeholderOf, TO_BE_WRITTEN } from '../deck/not-filled-in.ts';
import { suitNamed } from '../deck/suits.ts';
import type { Card, Suit } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';
import { refsOf } from '../model/fields.ts';
import type { Looks } from '../model/loaded-looks.ts';
import { lookUp } from '../model/look-up.ts';
import type { Look } from '../model/looks.ts';
import { UsageError } from '../model/usage.ts';
import { checkNewId, titleFromId, writeNew } from './new-file.ts';

/** A card to start. */
export interface NewCardRequest {
  deck: Deck;
  looks: Looks;
  /** Id of a suit. */
  suit: string;
  /** Id of the card: kebab-case. */
  id: string;
}

/**
 * Writes a card's file with every key and heading that its suit wants, to be filled in, and the next free number.
 *
 * @returns its absolute path
 * @throws UsageError for an unknown suit, an id that cannot be a file's name, or an id that another card has
 */
export async function newCard({ deck, looks, suit: suitId, id }: NewCardRequest): Promise<string> {
  const suit = suitNamed(suitId, deck.suits);
  checkNewId(id, 'a card’s id', 'first-day');
  const taken = deck.cards.find((card) => card.id === id);
  if (taken) throw new UsageError(`the id ${id} is taken by ${taken.file}`);
  if (deck.hidden?.includes(id)) throw new UsageError(`the id ${id} is that of a card which deck.yaml hides`);
  if (lookUp(deck.retired, id) !== undefined) throw new UsageError(`the id ${id} is retired and is not used again`);
  const file = path.join(deck.dir, 'cards', folderOf(deck, suit), `${id}.mdx`);
  return await writeNew(file, template(deck, looks, suit, id));
}

/** The folder where the suit's other cards are. */
function folderOf(deck: Deck, suit: Suit): string {
  const sibling = deck.cards.find((card) => card.suit === suit.id);
  const parts = sibling?.file.split('/') ?? [];
  return parts[parts.lastIndexOf('cards') + 1] ?? suit.id;
}

function template(deck: Deck, looks: Looks, suit: Suit, id: string): string {
  const look = lookUp(looks.faces, suit.face);
  const numbers = deck.cards.filter(inSeries(deck, suit)).map((card) => card.number ?? 0);
  // The suit's own key for its families: a look that draws any suit does not know it.
  const family = suit.familyKey === '' ? {} : { [suit.familyKey]: z.string() };
  const own = Object.entries<core.$ZodType>({ ...family, ...look?.fields }).map(([key, schema]) => {
    const values = key === suit.familyKey ? suit.families.map((family) => family.id) : namesFor(deck, key, schema);
    const allowed = values.length > 0 ? values.join(', ') : rangeOf(schema);
    const hint = allowed || (core.safeParse(schema, undefined).success ? 'optional' : '');
    const empty = isList(schema) ? `${key}: []` : `${key}:`;
    return hint === '' ? empty : `${empty} # ${hint}`;
  });
  const front = [
    `suit: ${suit.id}`,
    `number: ${Math.max(0, ...numbers) + 1}`,
    `title: ${titleFromId(id)}`,
    'gist:',
    'glyph: # that of any other card, or the name of a drawing that you put into art/glyphs',
    ...own,
  ];
  return [`---\n${front.join('\n')}\nrelated: []\n---\n`, ...sectionsOf(suit, look)].join('\n');
}

/** The sections to fill in: none where all cards of the suit have one back, on which nothing of a card is printed. */
function sectionsOf(suit: Suit, look: Look | undefined): string[] {
  if (suit.back !== undefined) return [];
  return Object.entries(look?.sections ?? { [TO_BE_WRITTEN.heading]: { budget: 120 } }).map(
    ([heading, rule]) => `## ${heading}\n${rule.items ? `- ` : ''}${placeholderOf(rule.budget)}\n`,
  );
}

/** The most ids of cards that are listed as a help; more would not fit a line. */
const MAX_NAMED = 12;

/** The values that a key allows: the entries of its closed list, or the ids of a small suit's cards. */
function namesFor(deck: Deck, key: string, schema: core.$ZodType): readonly string[] {
  const list = Object.keys(lookUp(deck.lists, key) ?? {});
  const [ref] = refsOf({ [key]: schema }, { [key]: '' }, 'card');
  const ids = deck.cards.filter((card) => card.suit === ref?.name && !card.blank).map((card) => card.id);
  return list.length > 0 || ids.length > MAX_NAMED ? list : ids;
}

function isList(schema: core.$ZodType): boolean {
  return core.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }).type === 'array';
}

/** `1 to 5` for a whole number that has both ends, else an empty string. */
function rangeOf(schema: core.$ZodType): string {
  const { type, minimum, maximum } = core.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' });
  const isRange = type === 'integer' && minimum !== undefined && maximum !== undefined && maximum < 1000;
  return isRange ? `${minimum} to ${maximum}` : '';
}

/** The cards among which a new one gets its number: with a prefix all that have it, else its suit. */
function inSeries({ own }: Deck, suit: Suit): (card: Card) => boolean {
  if (!own || own.prefix === '' || suit.layer === own.layer) return (card) => card.suit === suit.id;
  return (card) => card.code.startsWith(`${own.prefix} `);
}
