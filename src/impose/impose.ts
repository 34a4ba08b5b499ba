import type { Side } from '../model/card.ts';
import { type Axis, behind, turningAxis } from '../model/rect.ts';
import type { Placed, Sheet } from '../model/sheets.ts';
import type { Stock } from '../model/stock.ts';
import type { Mm, Point } from '../model/units.ts';
import { type Unbled, withBleeds } from './bleed.ts';
import { type Dealt, deal } from './deal.ts';

/** A card and how often it is wanted. */
export interface Copies {
  card: string;
  copies: number;
}

/** What a print job asks for beyond its stock. */
export interface ImposeOptions {
  /** Slots, from 1, that stay empty on the first sheet: a perforated sheet that has been used before. */
  skip?: readonly number[] | undefined;
  sides?: 'both' | 'fronts' | 'backs' | undefined;
}

/**
 * Places cards on sheets, in the order given, each as often as its copies say; pile by pile where the stock wants it so (see `deal`).
 *
 * Sheets come in print order: the front of a sheet and then its back, or its back first where the stock wants it so.
 * A sheet that is folded has one side with both faces on it. Throws where every slot is skipped (see `parseSkip`).
 */
export function impose(copies: readonly Copies[], stock: Stock, options: ImposeOptions = {}): Sheet[] {
  const cards = copies.flatMap((one) => new Array<string>(one.copies).fill(one.card));
  const dealt = deal(cards, stock, options.skip ?? []);
  const sides = sidesOf(stock, options.sides ?? 'both');
  return dealt.flatMap(({ dealt: some, lift }, index) =>
    sides.map((side) => ({
      stock: stock.id,
      width: stock.paper.width,
      height: stock.paper.height,
      side,
      number: index + 1,
      of: dealt.length,
      ...(lift && { lift }),
      placed: placedOn(some, side, stock, options),
    })),
  );
}

/** The printed sides of one sheet, in print order. */
function sidesOf(stock: Stock, wanted: 'both' | 'fronts' | 'backs'): Side[] {
  if (stock.fold) return ['front'];
  if (wanted === 'fronts') return ['front'];
  if (wanted === 'backs') return ['back'];
  return stock.order === 'back-first' ? ['back', 'front'] : ['front', 'back'];
}

function placedOn(dealt: readonly Dealt[], side: Side, stock: Stock, options: ImposeOptions): Placed[] {
  if (stock.fold) return withBleeds(folded(dealt, stock, options.sides ?? 'both'), stock.bleed, stock.paper);
  if (side === 'front') return withBleeds(dealt.map(frontOf), stock.bleed, stock.paper);
  const axis = stock.page ? 'vertical' : turningAxis(stock.paper, stock.flip);
  const at = axis === 'vertical' ? stock.paper.width / 2 : stock.paper.height / 2;
  const backs = dealt.map((one) => moved(backOf(one, axis, at), stock.back));
  return withBleeds(backs, stock.bleed + stock.back.bleed, stock.paper);
}

/** Both faces on one side of the paper, the backs beyond the fold. */
function folded(dealt: readonly Dealt[], stock: Stock, wanted: 'both' | 'fronts' | 'backs'): Unbled[] {
  const { fold } = stock;
  if (!fold) throw new Error(`${stock.id} has no fold`);
  const fronts = wanted === 'backs' ? [] : dealt.map(frontOf);
  const backs = wanted === 'fronts' ? [] : dealt.map((one) => backOf(one, fold.axis, fold.at));
  return [...fronts, ...backs];
}

function frontOf({ card, slot }: Dealt): Unbled {
  return { face: { card, side: 'front' }, ...slot };
}

function backOf({ card, slot }: Dealt, axis: Axis, at: Mm): Unbled {
  return { face: { card, side: 'back' }, ...behind(slot, axis, at) };
}

function moved(placed: Unbled, by: Point): Unbled {
  return { ...placed, x: placed.x + by.x, y: placed.y + by.y };
}
