import { z } from 'zod';
import type { Card, Suit } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';
import type { FieldMeta } from '../model/fields.ts';
import type { Looks } from '../model/loaded-looks.ts';
import { lookUp } from '../model/look-up.ts';
import { frontSchema } from './cards/front-schema.ts';

/** A JSON Schema, as plain data. */
export type JsonSchema = Record<string, unknown>;

/** What schemas are made from: without cards, ids of cards are not completed. */
type Known = Pick<Deck, 'suits' | 'lists'> & { cards?: readonly Pick<Card, 'id' | 'suit' | 'face'>[] };

/**
 * The JSON Schema (draft 2020-12) of the front matter of each suit's cards, by suit id: editors complete keys, values of closed
 * lists and ids of cards with it. A suit whose cards have several face layouts (`face:`) gives one alternative for each.
 */
export function jsonSchemas(deck: Known, looks: Looks): Record<string, JsonSchema> {
  return Object.fromEntries(
    deck.suits.map((suit) => {
      const own = (deck.cards ?? []).filter((card) => card.suit === suit.id).map((card) => card.face);
      const faces = [...new Set([suit.face, ...own.sort()])].filter((face) => Object.hasOwn(looks.faces, face));
      const variants = faces.map((face) => variant(deck, suit, face, looks));
      const about = { title: suit.one, description: suit.about };
      const [only, ...others] = variants;
      return [suit.id, { $schema: DRAFT, ...about, ...(others.length > 0 ? { anyOf: variants } : only) }];
    }),
  );
}

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

function variant(deck: Known, suit: Suit, face: string, looks: Looks): JsonSchema {
  const look = lookUp(looks.faces, face);
  if (!look) return {};
  const { $schema: _, ...schema }: JsonSchema = z.toJSONSchema(frontSchema(deck.suits, suit, look, false), {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const { card, list } = (z.globalRegistry.get(zodSchema) ?? {}) as FieldMeta;
      for (const key of OURS) delete jsonSchema[key];
      const values = list === undefined ? idsOf(deck, card) : Object.keys(lookUp(deck.lists, list) ?? {});
      if (values.length > 0) jsonSchema.enum = values;
    },
  });
  const properties = { ...(schema.properties as JsonSchema), suit: { const: suit.id } };
  const isOwn = face !== suit.face;
  return {
    ...schema,
    properties: isOwn ? { ...properties, face: { const: face } } : properties,
    required: ['suit', 'title', ...(isOwn ? ['face'] : [])],
    if: { properties: { blank: { const: true } }, required: ['blank'] },
    else: { required: schema.required },
  };
}

/** What our types tell the engine alone: editors would not understand it. */
const OURS: readonly (keyof FieldMeta)[] = ['card', 'list', 'picture', 'facet', 'scale', 'quoted', 'lasts', 'setting'];

function idsOf({ cards = [] }: Known, suit: string | undefined): string[] {
  if (suit === undefined) return [];
  return cards.filter((card) => suit === '*' || card.suit === suit).map((card) => card.id);
}
