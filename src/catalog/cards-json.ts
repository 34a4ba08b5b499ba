import { artPath, cardHref, fileHref } from '../model/addresses.ts';
import type { Card } from '../model/card.ts';
import { familyOf } from '../model/card-facts.ts';
import type { Catalog } from '../model/catalog.ts';
import { headingOf } from '../model/deck-names.ts';
import { lookUp } from '../model/look-up.ts';
import { linesOf } from './content-lines.ts';

/** The cards as data: `cards.json`. */
export function cardsJson(catalog: Catalog) {
  const { deck } = catalog;
  return {
    $schema: 'cards.schema.json',
    name: deck.name,
    version: deck.version,
    credit: deck.credit,
    facets: catalog.facets.map(({ key, name, values }) => {
      return { key, name, values: values.map((one) => ({ value: one.value, name: one.name })) };
    }),
    cards: deck.cards.map((card) => cardJson(catalog, card)),
  };
}

function cardJson(catalog: Catalog, card: Card) {
  const {
    id,
    suit,
    number,
    code,
    title,
    gist,
    related,
    also = [],
    choose = null,
    sources,
    copies,
    blank,
    fields,
  } = card;
  return {
    id,
    suit,
    family: familyOf(card, catalog.deck)?.id ?? null,
    number: number ?? null,
    code,
    title,
    gist,
    related,
    also,
    choose,
    sources,
    copies,
    blank,
    fields,
    sections: sectionsOf(catalog, card),
    pictures: (card.pictures ?? []).flatMap(({ name, alt }) => {
      const picture = lookUp(catalog.deck.pictures, name);
      return picture ? [{ path: fileHref(catalog, '', artPath(picture)), alt }] : [];
    }),
    page: cardHref('', id),
    front: catalog.pictures.get(`${id}.front`)?.path ?? null,
    back: catalog.pictures.get(`${id}.back`)?.path ?? null,
  };
}

/** The sections under the headings that are printed. */
function sectionsOf(catalog: Catalog, { sections }: Card) {
  return sections.map(({ heading, content }) => {
    return { heading: headingOf(catalog.deck, heading), text: linesOf(catalog, content) };
  });
}

const TEXT = { type: 'string' };
const MAYBE_TEXT = { type: ['string', 'null'] };
const TEXTS = { type: 'array', items: TEXT };

/** JSON Schema of `cards.json`. */
export const CARDS_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Cards of a prepdeck catalog',
  type: 'object',
  required: ['name', 'version', 'credit', 'facets', 'cards'],
  properties: {
    $schema: TEXT,
    name: TEXT,
    version: TEXT,
    credit: TEXT,
    facets: {
      type: 'array',
      description: 'By what cards are found',
      items: {
        type: 'object',
        required: ['key', 'name', 'values'],
        properties: {
          key: { ...TEXT, description: 'suit, the key of the families, or a key of fields' },
          name: TEXT,
          values: {
            type: 'array',
            items: { type: 'object', required: ['value', 'name'], properties: { value: TEXT, name: TEXT } },
          },
        },
      },
    },
    cards: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'suit', 'code', 'title', 'gist', 'related', 'fields', 'sections', 'page'],
        properties: {
          id: { ...TEXT, description: 'For ever the same; names the page' },
          suit: TEXT,
          family: MAYBE_TEXT,
          number: { type: ['integer', 'null'], description: 'Unique in its series' },
          code: { ...TEXT, description: 'As printed; derived' },
          title: TEXT,
          gist: TEXT,
          related: { ...TEXTS, description: 'Ids' },
          also: { ...TEXTS, description: 'What others call it' },
          choose: { ...MAYBE_TEXT, description: 'When to choose it over cards like it' },
          sources: TEXTS,
          copies: { type: 'integer', minimum: 1 },
          blank: { type: 'boolean' },
          fields: { type: 'object', description: 'The suit’s own fields' },
          sections: {
            type: 'array',
            items: {
              type: 'object',
              required: ['heading', 'text'],
              properties: { heading: { ...TEXT, description: 'As printed' }, text: TEXT },
            },
          },
          pictures: {
            type: 'array',
            items: { type: 'object', required: ['path', 'alt'], properties: { path: TEXT, alt: TEXT } },
          },
          page: { ...TEXT, description: 'Relative to this file' },
          front: { ...MAYBE_TEXT, description: 'Picture, relative to this file' },
          back: { ...MAYBE_TEXT, description: 'Picture, relative to this file' },
        },
      },
    },
  },
} as const;
