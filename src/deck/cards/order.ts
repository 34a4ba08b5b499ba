import type { Card, Suit } from '../../model/card.ts';
import { lookUp } from '../../model/look-up.ts';

/** The deck in print order: suit, series (families with codes of their own), layer, number, id; blanks last in their suit. */
export function ordered(cards: readonly Card[], suits: readonly Suit[]): Card[] {
  const key = (card: Card): (number | string)[] => {
    const at = suits.findIndex((suit) => suit.id === card.suit);
    const suit = suits[at];
    const family = suit?.families.findIndex((one) => one.id === lookUp(card.fields, suit.familyKey)) ?? -1;
    const ownCode = suit?.families[family]?.code ? family : 0;
    const first = FIRST.indexOf(card.id);
    return [
      at,
      card.blank ? 1 : 0,
      ownCode,
      card.layer ?? 0,
      card.number ?? 0,
      first < 0 ? FIRST.length : first,
      card.id,
    ];
  };
  const keyed = cards.map((card) => ({ card, key: key(card) }));
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ card }) => card);
}

/** Unnumbered cards that stand before the others of their suit. */
const FIRST = ['cover', 'how-to-play'];

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [i, left] of a.entries()) {
    const right = b[i] ?? '';
    if (left < right) return -1;
    if (left > right) return 1;
  }
  return 0;
}
