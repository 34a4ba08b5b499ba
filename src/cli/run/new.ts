import { newCard } from '../../command/new.ts';
import { newPage, PAGE_KINDS } from '../../command/new-page.ts';
import { ASSETS } from '../../deck/assets/art.ts';
import { loadDeck } from '../../deck/deck.ts';
import type { TextKind } from '../../deck/kit/texts.ts';
import { loadLooks } from '../../looks/looks.ts';
import { UsageError } from '../../model/usage.ts';
import { chainAt } from '../chain.ts';
import { fromHere } from '../typed.ts';
import type { Voice } from '../voice.ts';
import { newTable } from './tables.ts';

/** The arguments and options of `new`. */
interface Asked {
  what: string;
  suit: string | undefined;
  name: string | undefined;
  deck: string;
}

/** Starts a card, a table of cards or a page. */
export async function runNew({ what, suit, name, deck }: Asked, voice: Voice): Promise<void> {
  if (suit === undefined) throw incomplete(what);
  if (what === 'table') await newTable(suit, name ?? `${suit}.xlsx`, { deck }, voice);
  else if (what === 'card' && name !== undefined) await runNewCard({ suit, id: name, deck }, voice);
  else if (isPageKind(what) && name === undefined) await runNewPage(what, suit, { deck }, voice);
  else throw incomplete(what);
}

/** What may be typed, for whoever typed too little, too much or something else. */
function incomplete(what: string): UsageError {
  return new UsageError(
    `write npx prepdeck new card SUIT ID, new table SUIT, or new board, worksheet or chapter ID (got: ${what})`,
  );
}

function isPageKind(what: string): what is TextKind {
  return PAGE_KINDS.some((kind) => kind === what);
}

async function runNewPage(kind: TextKind, id: string, flags: { deck: string }, voice: Voice): Promise<void> {
  const chain = await chainAt(flags);
  const { deck, problems } = await loadDeck(chain, { looks: await loadLooks(...chain.layouts), without: ASSETS });
  if (!deck) {
    voice.report(problems);
    return voice.exit(1);
  }
  voice.say(`${fromHere(await newPage(deck, kind, id))} is ready to be changed. Then run: npx prepdeck check`);
}

async function runNewCard(
  { suit, id, ...flags }: { suit: string; id: string; deck: string },
  voice: Voice,
): Promise<void> {
  const chain = await chainAt(flags);
  const looks = await loadLooks(...chain.layouts);
  const { deck, problems } = await loadDeck(chain, { looks, without: ASSETS });
  if (!deck) {
    voice.report(problems);
    return voice.exit(1);
  }
  const file = await newCard({ deck, looks, suit, id });
  voice.say(`${fromHere(file)} is ready to be filled in. Then run: npx prepdeck check`);
}
