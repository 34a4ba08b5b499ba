import type { Asset } from '../deck/assets/art.ts';
import type { Chain } from '../deck/chain/chain.ts';
import { type Loaded, loadDeck } from '../deck/deck.ts';
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
 */
export async function openOffer(
  chain: Chain,
  without: readonly Asset[],
): Promise<{ offer: Offer | undefined; problems: Problem[] }> {
  const { layouts: dirs, root } = chain;
  const shelf = await readShelf(dirs, root);
  const loaded = await loadDeck(chain, { looks: await loadLooks(...dirs), without });
  if (!loaded.deck) return { offer: undefined, problems: [...shelf.problems, ...loaded.problems] };
  const { supplies, problems } = await suppliesFor(loaded.deck, loaded, shelf, { dirs, root });
  return { offer: { ...supplies, deck: { ...loaded.deck, format: supplies.format.id }, loaded }, problems };
}
