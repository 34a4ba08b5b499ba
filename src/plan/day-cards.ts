import type { Card } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';
import { matches, readQuery } from '../model/query.ts';

/**
 * The cards that any of the queries of an activity of day.yaml matches. They were checked when the deck was loaded, against the cards
 * that it hides too: one hidden card among many that a query names does not make it match none.
 */
export function cardsOfDay(queries: readonly string[], deck: Pick<Deck, 'cards' | 'facets'>): Card[] {
  const wanted = queries.flatMap((text) => {
    const query = readQuery(text, deck, { mayMiss: true });
    return 'ok' in query ? [query.ok] : [];
  });
  return deck.cards.filter((card) => wanted.some((query) => matches(query, card)));
}
