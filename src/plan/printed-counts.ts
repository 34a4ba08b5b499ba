import { talliedCard } from '../deck/cards/counted.ts';
import { type Inventory, withTallies } from '../deck/cards/tallies.ts';
import type { Card } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';
import { ignored } from '../read/files.ts';
import type { Selection } from './select.ts';

/**
 * The deck with a cover that counts what is printed: on a set of 27 cards it says 27, as the box around them does. A cover that is
 * printed without any card that it counts keeps the whole deck's number: it replaces one that was lost.
 */
export function withPrintedCounts(deck: Deck, { cards }: Selection): Deck {
  const copies = new Map(cards.map((one) => [one.card, one.copies]));
  const all = deck.cards.map((card) => talliedCard(card, deck.facets));
  const printed = all.flatMap((card) => {
    const many = copies.get(card.id);
    return many === undefined ? [] : [{ ...card, copies: many }];
  });
  const numbers = deck.words.faces.numbers.split(' ');
  const inventory: Inventory = { cards: printed, all, facets: deck.facets, numbers, lang: deck.lang };
  return { ...deck, cards: deck.cards.map((card) => (card.face === 'cover' ? recounted(card, inventory) : card)) };
}

function recounted(card: Card, inventory: Inventory): Card {
  if (card.gistAsWritten === undefined) return card;
  const at = { file: card.file, place: card.places.gist };
  // A wrong tally was reported when the deck was loaded.
  const gist = withTallies(card.gistAsWritten, inventory, at, ignored);
  const none = withTallies(card.gistAsWritten, { ...inventory, cards: [] }, at, ignored);
  return gist === none ? card : { ...card, gist };
}
