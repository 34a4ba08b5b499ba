import type { Problem } from '../model/problem.ts';
import { behind, overlap, turningAxis } from '../model/rect.ts';
import type { Stock } from '../model/stock.ts';
import { noSlugOn } from './chosen-stocks.ts';
import type { Offer } from './offer.ts';

/**
 * A stock without its slug where that would be printed on backs. Its file was checked as it is: turned on the other edge, or shifted,
 * backs lie elsewhere, as those of 12 business cards on Letter that moved aside for the slug.
 */
export function clearOfBacks(stock: Stock): Stock {
  const { slug, paper, flip, back } = stock;
  if (!slug || stock.fold) return stock;
  const axis = turningAxis(paper, flip);
  const at = axis === 'vertical' ? paper.width / 2 : paper.height / 2;
  const backs = stock.slots.map((slot) => behind(slot, axis, at));
  const isHit = backs.some((one) => overlap({ ...one, x: one.x + back.x, y: one.y + back.y }, slug));
  return isHit ? { ...stock, slug: undefined } : stock;
}

/** Warnings for stocks that lost their slug. */
export function lostSlugs(chosen: readonly Stock[], used: readonly Stock[], offer: Offer): Problem[] {
  const had = new Set(chosen.filter(({ slug }) => slug).map(({ id }) => id));
  return used.filter(({ id, slug }) => !slug && had.has(id)).map(({ id }) => noSlugOn(id, offer));
}
