import type { Card } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';

/** What differs from an earlier deck: where one card of hundreds was edited, a thread is sent that card and not the whole deck. */
export interface DeckChange {
  /** Parts of the deck, cards apart, that are not the same object. */
  parts: Partial<Omit<Deck, 'cards'>>;
  /** Cards that are new or not the same object. */
  cards: readonly Card[];
  /** All ids, in print order. */
  order: readonly string[];
}

/** What has changed from one deck to another. Parts and cards that are the same object have not changed. */
export function changeOf(before: Deck, after: Deck): DeckChange {
  const { cards, ...parts } = after;
  const known = new Set(before.cards);
  const other = Object.entries(parts).filter(([key, value]) => before[key as keyof Deck] !== value);
  return {
    parts: Object.fromEntries(other),
    cards: cards.filter((card) => !known.has(card)),
    order: cards.map((card) => card.id),
  };
}

/** A deck after a change. */
export function changed(deck: Deck, { parts, cards, order }: DeckChange): Deck {
  const byId = new Map([...deck.cards, ...cards].map((card) => [card.id, card]));
  return { ...deck, ...parts, cards: order.flatMap((id) => byId.get(id) ?? []) };
}
