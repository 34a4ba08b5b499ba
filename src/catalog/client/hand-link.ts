import { filled } from '../../../layouts/words/words.ts';
import type { IndexData } from './card-data.ts';
import { brokenIn, type Held, MOST_COPIES, parseHand, resolveHand } from './hand.ts';
import { myHand } from './store.ts';
import { words } from './words.ts';

/** A hand of cards that the deck has, and a line for each change that this took, e.g. for a retired card. */
export interface HandNow {
  hand: readonly Held[];
  lines: readonly string[];
}

/** The hand that an address names, or this browser's where it names none (`null`). */
export function linkedHand(index: IndexData, given: string | null): HandNow {
  const { hand, lines } = handNow(index, given === null ? myHand() : parseHand(given));
  return { hand, lines: [...lines, ...brokenIn(given ?? '').map((part) => filled(words.broken, { part }))] };
}

/** A hand that was written down with any edition of the deck. */
export function handNow({ cards, retired }: IndexData, written: readonly Held[]): HandNow {
  const known = new Set(cards.map(([id]) => id));
  const { hand, replaced, unknown, tooMany } = resolveHand(written, known, retired);
  const lines = [
    ...replaced.map((id) => filled(words.retired, { id })),
    ...unknown.map((id) => filled(words.unknown, { id })),
    ...tooMany.map(({ id, copies }) => filled(words.tooManyCopies, { id, count: MOST_COPIES, asked: copies })),
  ];
  return { hand, lines };
}
