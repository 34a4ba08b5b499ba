import type { Suit } from './card.ts';
import type { Facets, FieldFacet } from './facets.ts';
import { metaOf } from './fields.ts';
import { lookUp } from './look-up.ts';
import type { Look } from './looks.ts';

/**
 * The facets that a deck declares, by its suits and by the looks that draw its cards.
 *
 * @param faces names of looks that single cards ask for, besides the suits' looks
 */
export function declaredFacets(
  suits: readonly Suit[],
  looks: Readonly<Record<string, Look>>,
  faces: Iterable<string> = [],
): Facets {
  const families = suits.filter((suit) => suit.familyKey !== '').map((suit) => [suit.id, suit.familyKey] as const);
  const fields = new Map<string, FieldFacet>();
  for (const face of new Set([...suits.map((suit) => suit.face), ...faces])) {
    for (const [key, type] of Object.entries(lookUp(looks, face)?.fields ?? {})) {
      const { facet, card, list, scale } = metaOf(type);
      if (facet && !fields.has(key)) fields.set(key, { key, card, list, scale });
    }
  }
  return { familyKeys: Object.fromEntries(families), fields: [...fields.values()] };
}
