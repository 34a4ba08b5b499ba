import { listText } from '../../command/list.ts';
import { ASSETS } from '../../deck/assets/art.ts';
import { loadDeck } from '../../deck/deck.ts';
import { loadLooks } from '../../looks/looks.ts';
import { hasErrors } from '../../model/problem.ts';
import { selectCards } from '../../plan/select.ts';
import { chainAt } from '../chain.ts';
import type { Flags } from '../flags.ts';
import type { Voice } from '../voice.ts';

/** Lists the cards of a deck. */
export async function runList(flags: Flags, voice: Voice): Promise<void> {
  const chain = await chainAt(flags);
  const { deck, problems } = await loadDeck(chain, { looks: await loadLooks(...chain.layouts), without: ASSETS });
  voice.report(problems);
  if (!deck) return voice.exit(1);
  const format = flags.json ? 'json' : flags.csv ? 'csv' : 'text';
  voice.data(listText(deck, selectCards(deck, flags.only ?? []), format));
  voice.exit(hasErrors(problems) ? 1 : 0);
}
