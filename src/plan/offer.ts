import type { Asset } from '../deck/assets/art.ts';
import type { Chain } from '../deck/chain/chain.ts';
import { type Loaded, loadDeck } from '../deck/deck.ts';
import { inLanguage } from '../deck/languages/in-languages.ts';
import { loadLooks } from '../looks/looks.ts';
import type { Deck } from '../model/deck.ts';
import type { Problem } from '../model/problem.ts';
import { readShelf } from '../stock/read-stocks.ts';
import { type Supplies, suppliesFor } from './supplies.ts';

/** A deck, and every stock and box that it can be printed on. */
export interface Offer extends Supplies {
  deck: Deck;
  loaded: Pick<Loaded, 'deckFile'>;
}

/**
 * Opens a deck and its stocks; mistakes in its cards do not matter here. Undefined, with all problems, where it can't be read.
 *
 * @param without assets of the deck that are not opened
 * @param lang one of its languages; left out: its first
 * @throws UsageError for a language that the deck does not have
 */
export async function openOffer(
  chain: Chain,
  without: readonly Asset[],
  lang?: string,
): Promise<{ offer: Offer | undefined; problems: Problem[] }> {
  const { layouts: dirs, root } = chain;
  const shelf = await readShelf(dirs, root);
  const languages = lang === undefined ? [] : [lang];
  const loaded = await loadDeck(chain, { looks: await loadLooks(...dirs), without, languages });
  const { deck, problems: read } = inLanguage(loaded, lang);
  if (!deck) return { offer: undefined, problems: [...shelf.problems, ...read] };
  const { supplies, problems } = await suppliesFor(deck, loaded, shelf, { dirs, root });
  return { offer: { ...supplies, deck: { ...deck, format: supplies.format.id }, loaded }, problems };
}
