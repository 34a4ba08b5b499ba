import type { Card } from './card.ts';
import type { FieldMeta } from './fields.ts';
import { lookUp } from './look-up.ts';

// Facets: properties by which cards are found. The engine knows three: `id`, `suit` and `family`, whatever a suit calls its families.
// All others are declared: by the `familyKey` of a suit, and by fields that a look calls a facet.

/** A field of a look by whose values cards are found. */
export interface FieldFacet extends Pick<FieldMeta, 'card' | 'list' | 'scale'> {
  /** The front-matter key. */
  key: string;
}

/** The properties by which a deck's cards are found. Plain data. */
export interface Facets {
  /** The front-matter key that names a card's family, by suit; suits without families are not here. */
  familyKeys: Readonly<Record<string, string>>;
  /** Fields of the looks that draw the deck's cards, in the order of the suits. */
  fields: readonly FieldFacet[];
}

/** The parts of a card from which its facets are read. */
export type Facetted = Pick<Card, 'id' | 'suit' | 'fields'>;

/** Keys that a query may use: `id`, `suit`, `family` for any family, and what the deck declares. */
export function queryKeys({ familyKeys, fields }: Facets): string[] {
  const families = Object.values(familyKeys);
  const family = families.length > 0 ? [FAMILY] : [];
  return [...new Set(['id', 'suit', ...family, ...families, ...fields.map(({ key }) => key)])];
}

/**
 * Keys that the catalog filters by, in order. Each `familyKey` is a facet of its own; but where one of these keys is `family`
 * itself, all families are in that one facet.
 */
export function shownKeys({ familyKeys, fields }: Facets): string[] {
  const families = Object.values(familyKeys);
  const shown = families.includes(FAMILY) ? [FAMILY] : families;
  return [...new Set(['suit', ...shown, ...fields.map(({ key }) => key)])];
}

/** The facet of the catalog that has the families of a suit; empty for a suit without families. */
export function familyFacet({ familyKeys }: Facets, suit: string): string {
  const own = lookUp(familyKeys, suit);
  return own !== undefined && Object.values(familyKeys).includes(FAMILY) ? FAMILY : (own ?? '');
}

/** A card's values by facet, as text; facets that the card does not have are absent. */
export function facetsOf(card: Facetted, facets: Facets): Record<string, string[]> {
  const values = queryKeys(facets).map((key) => [key, valuesOf(card, key, facets)] as const);
  return Object.fromEntries(values.filter(([, texts]) => texts.length > 0));
}

/** A card's values of one facet. */
export function valuesOf(card: Facetted, key: string, { familyKeys }: Pick<Facets, 'familyKeys'>): string[] {
  if (key === 'id') return [card.id];
  if (key === 'suit') return [card.suit];
  if (key !== FAMILY) return textsOf(lookUp(card.fields, key));
  return textsOf(lookUp(card.fields, lookUp(familyKeys, card.suit) ?? FAMILY));
}

/** The word for the group inside a suit, whatever the suit calls it. */
const FAMILY = 'family';

function textsOf(value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value];
  return values.filter((one) => typeof one === 'string' || typeof one === 'number').map(String);
}
