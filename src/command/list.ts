import type { Card } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';

/** The cards as text with counts by suit, as CSV with a header, or as JSON. */
export function listText(deck: Deck, cards: readonly Card[], as: 'text' | 'csv' | 'json'): string {
  if (as === 'json') return `${JSON.stringify(cards.map(entry), null, 2)}\n`;
  if (as === 'csv') {
    const rows = cards.map((card) => Object.values(entry(card)).map(csvCell).join(','));
    return `${['id,suit,code,title,gist,copies,file', ...rows].join('\r\n')}\r\n`;
  }
  const lines = cards.map((card) => `${card.code.padEnd(8)}${card.id.padEnd(28)}${card.title}`);
  const counts = deck.suits.flatMap((suit) => {
    const count = cards.filter((card) => card.suit === suit.id).reduce((sum, card) => sum + card.copies, 0);
    return count === 0 ? [] : [`${String(count).padStart(4)}  ${suit.name}`];
  });
  const total = cards.reduce((sum, card) => sum + card.copies, 0);
  return `${[...lines, '', ...counts, `${String(total).padStart(4)}  cards to print`].join('\n')}\n`;
}

function entry({ id, suit, code, title, gist, copies, file }: Card) {
  return { id, suit, code, title, gist, copies, file };
}

/** RFC 4180: a cell with a comma, a quote or a line break is quoted, quotes doubled. */
function csvCell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
