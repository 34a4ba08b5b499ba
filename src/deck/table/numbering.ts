import type { Suit } from '../../model/card.ts';
import type { CardSource } from '../cards/card-file.ts';
import type { Layer } from '../chain/layer.ts';
import { valueAtKey } from '../chain/merge.ts';

/** The cards of each layer, the lowest first. */
export type LayerCards = readonly { layer: Layer; cards: readonly CardSource[] }[];

/** Gives the next free number of a suit, each time another one. */
export function numbersOf(texts: LayerCards, suits: readonly Suit[]): (suit: Suit) => number {
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
  return (suit) => {
    const number = (last.get(seriesOf(suit)) ?? 0) + 1;
    last.set(seriesOf(suit), number);
    return number;
  };
}
