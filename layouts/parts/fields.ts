import type { Card } from '../../src/model/card.ts';
import type { Deck } from '../../src/model/deck.ts';
import { lookUp } from '../../src/model/look-up.ts';

export { headingOf } from '../../src/model/deck-names.ts';

/** A text of a card's own front matter; empty if it has none. */
export function word(card: Card, key: string): string {
  const value = lookUp(card.fields, key);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A list of texts of a card's own front matter. */
export function listOf(card: Card, key: string): readonly string[] {
  const value = lookUp(card.fields, key);
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** A number of a card's own front matter; 0 if it has none. */
export function count(card: Card, key: string): number {
  const value = lookUp(card.fields, key);
  return typeof value === 'number' ? value : 0;
}

/** The cards with these ids, in that order; ids that no card has are left out (the check reports them). */
export function cardsOf(deck: Deck, ids: readonly string[]): Card[] {
  if (ids.length === 0) return [];
  const found = deck.cards.filter((card) => ids.includes(card.id));
  return ids.flatMap((id) => found.filter((card) => card.id === id));
}

/** The separator in a list of words. It stays at the end of its line: at the beginning it would look like a bullet. */
export const DOT = '\u00a0· ';

/** The codes by which print refers to cards: `REC 29`, `TRU 133`. */
export function codes(deck: Deck, ids: readonly string[]): string[] {
  return cardsOf(deck, ids).map(mention);
}

/** How print points at a card: by its code, kept on one line, or by its title where it has none. */
export function mention(card: Pick<Card, 'code' | 'title'> | undefined): string {
  return card?.code.replaceAll(' ', '\u00a0') || (card?.title ?? '');
}

/** What a tag says of the card that it points at: its code, or its title where it has none; `number`: the number of its code. */
export function pointer(card: Pick<Card, 'code' | 'title'> | undefined, show?: string): string {
  const said = card?.code || (card?.title ?? '');
  return show === 'number' && card?.code ? card.code.replace(/^.* /u, '') : said;
}

/** The titles of cards. */
export function titles(deck: Deck, ids: readonly string[]): string[] {
  return cardsOf(deck, ids).map((card) => card.title);
}

/** The printed name of a value from a closed list of suits.yaml. */
export function listedName(deck: Deck, list: string, value: string): string {
  return lookUp(lookUp(deck.lists, list), value) ?? value;
}
