import type { Card, Family } from './card.ts';
import type { Catalog } from './catalog.ts';
import type { Deck } from './deck.ts';
import { type FieldMeta, metaOf } from './fields.ts';
import { lookUp } from './look-up.ts';

/** The metadata of a card's own front-matter keys, in the order of its look's fields. */
export function fieldsOf({ faces }: Catalog, card: Card): Readonly<Record<string, FieldMeta>> {
  const fields = Object.entries(lookUp(faces, card.face)?.fields ?? {});
  return Object.fromEntries(fields.map(([key, type]) => [key, metaOf(type)]));
}

/** The family of a card, where its suit has families and the card names one. */
export function familyOf(card: Card, deck: Deck): Family | undefined {
  const suit = deck.suits.find((one) => one.id === card.suit);
  const value = suit?.familyKey ? lookUp(card.fields, suit.familyKey) : undefined;
  return suit?.families.find((one) => one.id === value);
}

/** The colour token of a card: its family's, else its suit's. */
export function colourTokenOf(deck: Deck, card: Card): string {
  return familyOf(card, deck)?.colour ?? deck.suits.find((one) => one.id === card.suit)?.colour ?? 'ink';
}

/** The class that gives a token's colours to an element and its content. */
export function tint(colour: string): string {
  return `tint-${colour.replace(/[^A-Za-z0-9_-]/g, '-')}`;
}

/** The quote or question on a card's front; empty for none. */
export function quoteOf(catalog: Catalog, card: Card): string {
  const quoted = Object.entries(fieldsOf(catalog, card)).filter(([, meta]) => meta.quoted);
  const texts = quoted.map(([key]) => lookUp(card.fields, key)).filter((value) => typeof value === 'string');
  return texts.find(Boolean) ?? '';
}

/** How long a card's activity lasts, as its look's fields say; 0 where they do not. */
export function lastsOf(catalog: Catalog, card: Card, unit: 'minutes' | 'days'): number {
  const [key = ''] = Object.entries(fieldsOf(catalog, card)).find(([, { lasts }]) => lasts === unit) ?? [];
  return Number(lookUp(card.fields, key) ?? 0);
}
