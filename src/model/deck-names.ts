import { counted } from '../../layouts/words/words.ts';
import type { Deck } from './deck.ts';
import { lookUp } from './look-up.ts';

/** A front-matter key's name: as the deck has it, else the key with spaces. */
export function keyName(deck: Deck, key: string, suit = ''): string {
  const names: Readonly<Record<string, string>> = deck.words.fields;
  const plain = key.replace(/([A-Z])/g, ' $1').toLowerCase();
  return lookUp(names, `${suit}.${key}`) ?? lookUp(names, key) ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** How a section's heading is shown: in the deck's language. */
export function headingOf(deck: Deck, heading: string): string {
  return lookUp(deck.headings, heading) ?? heading;
}

/** `1 card`, `12 cards`. */
export function cardCount({ words }: Deck, count: number): string {
  return counted(count, words.site.howManyCards);
}
