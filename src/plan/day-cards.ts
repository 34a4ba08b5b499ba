import type { Card } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';
import { matches, readQuery } from '../model/query.ts';

/**
 * The cards that any of an activity's queries in day.yaml matches. The queries were checked when the deck was loaded. They may name hidden
 * cards: a query for several of which one is hidden matches the others.
 */
export function cardsOfDay(queries: readonly string[], deck: Pick<Deck, 'cards' | 'facets'>): Card[] {
  const wanted = queries.flatMap((text) => {
    const query = readQuery(text, deck, { mayMiss: true });
    return 'ok' in query ? [query.ok] : [];
  });
  return deck.cards.filter((card) => wanted.some((query) => matches(query, card)));
}
