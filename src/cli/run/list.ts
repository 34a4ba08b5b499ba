import { listText } from '../../command/list.ts';
import { hasErrors } from '../../model/problem.ts';
import type { Flags } from '../flags.ts';
import { deckAt } from '../flags.ts';
import { onlyOnce, type Work } from '../only-once.ts';
import type { Voice } from '../voice.ts';

/** What is listed, and how. */
interface ListRequest {
  command: 'list';
  deck: string;
  root: string;
  only: readonly string[];
  format: 'json' | 'csv' | 'text';
}

/** Lists the cards of a deck. */
export async function runList(flags: Flags, voice: Voice): Promise<void> {
  const format = flags.json ? 'json' : flags.csv ? 'csv' : 'text';
  const request: ListRequest = { command: 'list', ...(await deckAt(flags)), only: flags.only ?? [], format };
  const { problems, lines } = await onlyOnce(request, () => listed(request));
  voice.report(problems);
  for (const text of lines) voice.data(text);
  voice.exit(hasErrors(problems) || lines.length === 0 ? 1 : 0);
}

/** Loads the deck and lists its cards. What that takes is loaded only where something has changed since the last time. */
async function listed({ deck: dir, root, only, format }: ListRequest): Promise<Work> {
  const [{ openChain, sourceDirs }, { loadDeck }, { loadLooks }, { ASSETS }, { selectCards }, { readingCache }] =
    await Promise.all([
      import('../../deck/chain/chain.ts'),
      import('../../deck/deck.ts'),
      import('../../looks/looks.ts'),
      import('../../deck/assets/art.ts'),
      import('../../plan/select.ts'),
      import('../../caches.ts'),
    ]);
  const chain = await openChain({ dir, root, cache: await readingCache() });
  const { deck, problems } = await loadDeck(chain, { looks: await loadLooks(...chain.layouts), without: ASSETS });
  const lines = deck ? [listText(deck, selectCards(deck, only), format)] : [];
  const result = { problems, version: deck?.version, outputs: [], done: '', lines };
  return { result, sources: { dirs: sourceDirs(chain), layouts: chain.layouts } };
}
