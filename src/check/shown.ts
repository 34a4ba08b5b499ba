import type { Deck } from '../model.ts';

/** A file of the deck as messages show it: cards know theirs, and stand in `<deck>/cards/`. */
export function shownFile(deck: Pick<Deck, 'cards'>, name: string): string {
  const file = deck.cards[0]?.file ?? '';
  const end = file.lastIndexOf('cards/');
  return file.slice(0, Math.max(0, end)) + name;
}
