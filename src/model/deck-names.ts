import { formFor } from '../../layouts/words/forms.ts';
import { counted, filled } from '../../layouts/words/words.ts';
import type { Suit } from './card.ts';
import type { Deck } from './deck.ts';
import { lookUp } from './look-up.ts';

/** A front-matter key's name: as the deck has it, else the key with spaces. */
export function keyName(deck: Pick<Deck, 'words'>, key: string, suit = ''): string {
  const names: Readonly<Record<string, string>> = deck.words.fields;
  const plain = key.replace(/([A-Z])/g, ' $1').toLowerCase();
  return lookUp(names, `${suit}.${key}`) ?? lookUp(names, key) ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** How a section's heading is shown: in the deck's language. */
export function headingOf(deck: Deck, heading: string): string {
  return lookUp(deck.headings, heading) ?? heading;
}

/** What cards of a suit are called beside their number: `Pattern` for one, `Patterns` for twelve. */
export function suitFor(
  count: number,
  { name, one, zero, two, few, many, lang }: Suit,
  deck: Pick<Deck, 'lang'>,
): string {
  return formFor(count, { zero, one, two, few, many, other: name, lang: lang ?? deck.lang });
}

/** How many cards are written, in words, and how many blank ones beside them: `142 Patterns + 2 blank`. */
export function withBlanks(written: string, blanks: number, { words }: Pick<Deck, 'words'>): string {
  return blanks === 0 ? written : filled(counted(blanks, words.site.withBlanks), { cards: written });
}

/** `1 card`, `12 cards`. */
export function cardCount({ words }: Deck, count: number): string {
  return counted(count, words.site.howManyCards);
}
