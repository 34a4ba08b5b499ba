import type { Lift } from '../model/sheets.ts';
import type { Slot, Stock } from '../model/stock.ts';

/** A card that has its slot. */
export interface Dealt {
  card: string;
  slot: Slot;
}

/** What lies on one sheet of paper, and in which lift it is cut; no lift where cards are dealt sheet by sheet. */
export interface DealtSheet {
  dealt: readonly Dealt[];
  lift?: Lift | undefined;
}

/**
 * Gives every card its slot: sheet after sheet, or pile after pile. Where sheets are cut as a block each slot becomes a pile, so
 * with `stacks` the first slot takes cards 1 to n down through the sheets, the next one those after them. The same slots are
 * used either way. A guillotine takes so many sheets and no more: each lift of them is sorted in itself.
 *
 * @param skip slots, from 1, that stay empty on the first sheet; throws where that is all of them
 */
export function deal(
  cards: readonly string[],
  { slots, stacks }: Pick<Stock, 'slots' | 'stacks'>,
  skip: readonly number[],
): DealtSheet[] {
  const sheets = slotsOfSheets(cards.length, slots, skip);
  const size = stacks ? (stacks.lift ?? sheets.length) : 1;
  const lifts = Array.from({ length: Math.ceil(sheets.length / size) }, (_, at) =>
    sheets.slice(at * size, (at + 1) * size),
  );
  let next = 0;
  return lifts.flatMap((some, at) => {
    const from = next;
    next += some.reduce((sum, free) => sum + free.length, 0);
    const dealt = downThrough(some, slots, cards.slice(from, next));
    if (!stacks) return dealt.map((one) => ({ dealt: one }));
    const piles = slots.filter((slot) => some.some((free) => free.includes(slot)));
    const lift = { number: at + 1, of: lifts.length, piles };
    return dealt.map((one, index) => ({ dealt: one, lift: { ...lift, first: index === 0 } }));
  });
}

/** The slots that are filled, sheet by sheet; those at the end of the last sheet may stay empty. */
function slotsOfSheets(count: number, slots: readonly Slot[], skip: readonly number[]): Slot[][] {
  const first = slots.filter((_, index) => !skip.includes(index + 1));
  if (first.length === 0) throw new Error('every slot of the first sheet is skipped');
  const sheets: Slot[][] = [];
  for (let left = count; left > 0; left -= sheets.at(-1)?.length ?? left) {
    sheets.push((sheets.length === 0 ? first : slots).slice(0, left));
  }
  return sheets;
}

/** Fills the first slot of all these sheets, then the next; of a single sheet, that is slot after slot. */
function downThrough(sheets: readonly Slot[][], slots: readonly Slot[], cards: readonly string[]): Dealt[][] {
  const dealt: Dealt[][] = sheets.map(() => []);
  let next = 0;
  for (const slot of slots) {
    for (const [at, free] of sheets.entries()) {
      if (!free.includes(slot)) continue;
      dealt[at]?.push({ card: cards[next] ?? '', slot });
      next += 1;
    }
  }
  return dealt;
}
