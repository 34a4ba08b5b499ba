import type { Family, Suit } from '../model/card.ts';

/** What is printed before a card's number: its family's code, else its suit's, else the family's id. */
export function codePrefix(suit: Suit, family?: Family): string {
  return family?.code || suit.code || family?.id || '';
}

/** What is printed before the numbers of a suit's cards, in each of its families. */
export function codesOf(suit: Suit): string[] {
  return suit.families.length > 0 ? suit.families.map((one) => codePrefix(suit, one)) : [codePrefix(suit)];
}

/** The series in which each number is given once: the family, where it has a code of its own, else the suit. */
export function seriesOf(suit: Suit, family?: Family): string {
  return family?.code ? `${suit.id}/${family.id}` : suit.id;
}

/** Whether a suit's cards have numbers: those of a suit with neither a code nor families (cover, references) have not. */
export function isNumbered(suit: Suit): boolean {
  return suit.code !== '' || suit.families.length > 0;
}
