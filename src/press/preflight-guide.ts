import type { Cache } from '../model/cache.ts';
import type { Deck } from '../model/deck.ts';
import type { DrawnGuide } from '../model/drawn-guide.ts';
import { error, type Problem, warning } from '../model/problem.ts';
import { blacksOf } from './blacks.ts';
import { findingsIn } from './findings-kept.ts';

/** What a print shop would call about in the guide: reported at its first chapter, with the page. */
export async function preflightGuide({ size, pdf }: DrawnGuide, deck: Deck, cache: Cache): Promise<Problem[]> {
  const found = await findingsIn(pdf, { blacks: blacksOf(deck.theme), press: undefined }, cache);
  const file = deck.guide?.[0]?.file ?? deck.file ?? '';
  return found.map(({ severity, rule, page, x, y, message: fault, note }) => {
    const [left, top] = [x, y].map((length) => Math.max(0, length).toFixed(0));
    const message = `guide on ${size.name}, page ${page + 1}, ${left} mm from the left and ${top} mm from the top: ${fault}`;
    return (severity === 'error' ? error : warning)({ file, place: { line: 1, column: 1 }, rule, message, note });
  });
}
