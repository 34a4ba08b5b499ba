import type { Card, Deck } from './model.ts';
import { checkQuery, matches, parseQuery, type Query } from './query.ts';
import { UsageError } from './usage.ts';

/**
 * The cards that match any of the queries, in print order; all of them for none.
 *
 * @throws UsageError for a query that cannot be read or that matches nothing
 */
export function selectCards(deck: Deck, only: readonly string[]): Card[] {
  if (only.length === 0) return [...deck.cards];
  const queries = only.map((text) => queryOf(text, deck));
  const selected = deck.cards.filter((card) => queries.some((query) => matches(query, card)));
  if (selected.length === 0) throw new UsageError(`no card of the deck matches --only '${only.join("' '")}'`);
  return selected;
}

/** A selection as a part of a file name: `suit:risk level:feature` → `suit-risk-level-feature`. */
export function selectionName(only: readonly string[]): string {
  return only
    .join('+')
    .replace(/(^|\s)-/gu, '$1not-')
    .replace(/[^\p{L}\p{N}+]+/gu, '-');
}

function queryOf(text: string, deck: Deck): Query {
  const parsed = parseQuery(text);
  if ('error' in parsed) throw new UsageError(`--only '${text}': ${parsed.error}`);
  const wrong = checkQuery(parsed.ok, deck);
  if (wrong) throw new UsageError(`--only '${text}': ${wrong}`);
  return parsed.ok;
}
