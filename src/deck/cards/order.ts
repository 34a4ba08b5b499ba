import type { Card, Suit } from '../../model/card.ts';
import type { Deck } from '../../model/deck.ts';
import { lookUp } from '../../model/look-up.ts';
import { error } from '../../model/problem.ts';
import { noCard } from '../../model/suggest.ts';
import type { Report } from '../../read/files.ts';
import { placeAt } from '../../read/values.ts';
import type { Located } from '../../read/yaml.ts';

/** The deck in print order: suit, series (families with codes of their own), layer, number, id; blanks last in their suit. */
export function ordered(cards: readonly Card[], suits: readonly Suit[]): Card[] {
  const key = (card: Card): (number | string)[] => {
    const at = suits.findIndex((suit) => suit.id === card.suit);
    const suit = suits[at];
    const family = suit?.families.findIndex((one) => one.id === lookUp(card.fields, suit.familyKey)) ?? -1;
    const ownCode = suit?.families[family]?.code ? family : 0;
    const { first = [] } = suit ?? {};
    const place = first.indexOf(card.id);
    return [
      at,
      card.blank ? 1 : 0,
      ownCode,
      card.layer ?? 0,
      card.number ?? 0,
      place < 0 ? first.length : place,
      card.id,
    ];
  };
  const keyed = cards.map((card) => ({ card, key: key(card) }));
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ card }) => card);
}

/** Reports ids under `first` in suits.yaml that name no card of the suit. Lines of a deck below were checked there. */
export function checkFirst({ suits, cards, hidden = [] }: Deck, { file, places }: Located, report: Report): void {
  for (const { id: suit, first = [] } of suits) {
    const known = cards.filter((card) => card.suit === suit).map(({ id }) => id);
    for (const [at, id] of first.entries()) {
      const place = placeAt(places, ['suits', suit, 'first', at]);
      if (known.includes(id) || hidden.includes(id) || place?.file !== undefined) continue;
      report(error({ file, place, rule: 'suits/first', message: noCard(id, known, { suit }), got: id }));
    }
  }
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const at = a.findIndex((one, i) => one !== b[i]);
  if (at < 0) return 0;
  return (a[at] ?? '') < (b[at] ?? '') ? -1 : 1;
}
