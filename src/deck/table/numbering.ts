import type { Suit } from '../../model/card.ts';
import type { CardSource } from '../cards/card-file.ts';
import type { Layer } from '../chain/layer.ts';
import { valueAtKey } from '../chain/merge.ts';

/** The cards of each layer, the lowest first. */
export type LayerCards = readonly { layer: Layer; cards: readonly CardSource[] }[];

/**
 * Gives the next free number of a suit, each time another one.
 *
 * @param given numbers that rows of the table have themselves: of three rows, the last with a 2, the second is not 2
 */
export function numbersOf(
  texts: LayerCards,
  suits: readonly Suit[],
  given: readonly (readonly [Suit, unknown])[],
): (suit: Suit) => number {
  const top = texts.length - 1;
  const prefix = texts[top]?.layer.prefix ?? '';
  // With a prefix all of a deck’s own cards in suits of others are one series.
  const isOwn = (suit: Suit | undefined) => top === 0 || prefix === '' || suit?.layer === top;
  const seriesOf = (suit: Suit) => (isOwn(suit) ? suit.id : '');
  const last = new Map<string, number>();
  for (const [at, { cards }] of texts.entries()) {
    for (const { front } of cards) {
      const suit = suits.find((one) => one.id === valueAtKey(front, 'suit'));
      const number = valueAtKey(front, 'number');
      if (!suit || typeof number !== 'number' || (!isOwn(suit) && at < top)) continue;
      last.set(seriesOf(suit), Math.max(number, last.get(seriesOf(suit)) ?? 0));
    }
  }
  const taken = new Set(given.map(([suit, number]) => `${seriesOf(suit)} ${number}`));
  return (suit) => {
    let number = (last.get(seriesOf(suit)) ?? 0) + 1;
    while (taken.has(`${seriesOf(suit)} ${number}`)) number += 1;
    last.set(seriesOf(suit), number);
    return number;
  };
}
