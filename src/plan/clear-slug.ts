import { drawnBleed } from '../model/faces.ts';
import { type Problem, warning } from '../model/problem.ts';
import { allSides, behind, excess, grow, overlap, SAME, turningAxis } from '../model/rect.ts';
import type { Rect } from '../model/sheets.ts';
import type { Stock } from '../model/stock.ts';
import { noSlugOn } from './chosen-stocks.ts';
import type { Offer } from './offer.ts';

/**
 * A stock without its slug where that would be printed on backs or their bleed. Its file was checked as it is: turned on the other
 * edge, or shifted, backs lie elsewhere, as those of cards that moved aside for the slug.
 */
export function clearOfBacks(stock: Stock): Stock {
  const { slug } = stock;
  if (!slug || stock.fold) return stock;
  const bleed = allSides(drawnBleed(stock.bleed + stock.back.bleed));
  return backsOf(stock).some((one) => overlap(grow(one, bleed), slug)) ? { ...stock, slug: undefined } : stock;
}

/** Where backs lie on a sheet, as they are moved. */
function backsOf({ slots, paper, flip, back }: Stock): Rect[] {
  const axis = turningAxis(paper, flip);
  const at = axis === 'vertical' ? paper.width / 2 : paper.height / 2;
  return slots.map((slot) => {
    const { x, y, width, height } = behind(slot, axis, at);
    return { x: x + back.x, y: y + back.y, width, height };
  });
}

/** Warnings for sheets whose backs are moved over the edge of the paper: what lies beyond it can't be printed. */
export function backsOverEdge(stocks: readonly Stock[], { deck }: Pick<Offer, 'deck'>): Problem[] {
  return stocks.flatMap((stock) => {
    if (stock.page || stock.fold) return [];
    const paper = { x: 0, y: 0, ...stock.paper };
    const over = Math.max(...backsOf(stock).map((one) => excess(one, paper)));
    if (over <= SAME) return [];
    const message = `Backs are moved ${Number(over.toFixed(2))} mm over the edge of "${stock.id}": so much of them is not printed.`;
    const note = 'Print on larger paper, or let the printer be adjusted.';
    return [warning({ file: deck.file ?? '', rule: 'print/backs-over-edge', message, note })];
  });
}

/** Warnings for stocks that lost their slug. */
export function lostSlugs(chosen: readonly Stock[], used: readonly Stock[], offer: Offer): Problem[] {
  const had = new Set(chosen.filter(({ slug }) => slug).map(({ id }) => id));
  return used.filter(({ id, slug }) => !slug && had.has(id)).map(({ id }) => noSlugOn(id, offer));
}
