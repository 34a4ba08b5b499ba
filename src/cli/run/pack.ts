import { packText } from '../../command/pack.ts';
import { ASSETS } from '../../deck/assets/art.ts';
import { hasErrors } from '../../model/problem.ts';
import { checkDayTranslated } from '../../plan/day-translated.ts';
import { openOffer } from '../../plan/offer.ts';
import { chainAt } from '../chain.ts';
import type { Flags } from '../flags.ts';
import { wholeNumber } from '../options.ts';
import type { Voice } from '../voice.ts';

/** The options of `pack`. */
export interface PackFlags extends Pick<Flags, 'deck' | 'set' | 'lang'> {
  people: string;
  days: string;
  stock?: string;
}

/** Says what a workshop needs. */
export async function runPack({ people, days, set, stock, lang, ...flags }: PackFlags, voice: Voice): Promise<void> {
  const { offer, problems: found } = await openOffer(await chainAt(flags), ASSETS, lang);
  const problems = [...found, ...(offer ? checkDayTranslated(offer.deck) : [])];
  voice.report(problems);
  voice.exit(hasErrors(problems) ? 1 : 0);
  const wish = {
    people: wholeNumber('--people', people, 1, 9999),
    days: wholeNumber('--days', days, 1, 9999),
    set,
    stock,
    lang,
  };
  if (offer) voice.data(packText(offer, wish));
}
