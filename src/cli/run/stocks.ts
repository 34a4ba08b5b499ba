import { stocksText } from '../../command/stocks.ts';
import { ASSETS } from '../../deck/assets/art.ts';
import { hasErrors } from '../../model/problem.ts';
import { openOffer } from '../../plan/offer.ts';
import { chainAt } from '../chain.ts';
import type { Flags } from '../flags.ts';
import type { Voice } from '../voice.ts';

/** Lists what a deck can be printed on. */
export async function runStocks(flags: Flags, voice: Voice): Promise<void> {
  const { offer, problems } = await openOffer(await chainAt(flags), ASSETS);
  voice.report(problems);
  if (offer) voice.data(stocksText(offer));
  voice.exit(hasErrors(problems) ? 1 : 0);
}
