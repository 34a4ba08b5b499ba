import type { Card } from '../model/card.ts';
import { copiesOf } from '../model/copies.ts';
import { csvText } from '../model/csv.ts';
import type { Deck } from '../model/deck.ts';

/** The cards as text with counts by suit, as CSV with a header, or as JSON. */
export function listText(deck: Deck, cards: readonly Card[], as: 'text' | 'csv' | 'json'): string {
  if (as === 'json') return `${JSON.stringify(cards.map(entry), null, 2)}\n`;
  if (as === 'csv') {
    return csvText([['id', 'suit', 'code', 'title', 'gist', 'copies', 'file'], ...cards.map(entry).map(Object.values)]);
  }
  const lines = cards.map((card) => `${card.code.padEnd(8)}${card.id.padEnd(28)}${card.title}`);
  const counts = deck.suits.flatMap((suit) => {
    const count = copiesOf(cards.filter((card) => card.suit === suit.id));
    return count === 0 ? [] : [`${String(count).padStart(4)}  ${suit.name}`];
  });
  return `${[...lines, '', ...counts, `${String(copiesOf(cards)).padStart(4)}  cards to print`].join('\n')}\n`;
}

function entry({ id, suit, code, title, gist, copies, file }: Card) {
  return { id, suit, code, title, gist, copies, file };
}
