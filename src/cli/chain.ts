import { readingCache } from '../caches.ts';
import { type Chain, openChain } from '../deck/chain/chain.ts';
import { deckAt, type Flags } from './flags.ts';

/**
 * Opens the deck that flags name, with those that it extends.
 *
 * @throws UsageError where it is not there
 */
export async function chainAt(flags: Pick<Flags, 'deck'>): Promise<Chain> {
  const { deck: dir, root } = await deckAt(flags);
  return await openChain({ dir, root, cache: await readingCache() });
}
