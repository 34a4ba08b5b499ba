import path from 'node:path';
import type { Command } from 'commander';
import { init } from '../command/init.ts';
import { newCard } from '../command/new.ts';
import { newPage, PAGE_KINDS } from '../command/new-page.ts';
import { ASSETS } from '../deck/assets/art.ts';
import { loadDeck } from '../deck/deck.ts';
import type { TextKind } from '../deck/kit/texts.ts';
import { loadLooks } from '../looks/looks.ts';
import { UsageError } from '../model/usage.ts';
import { chainAt } from './chain.ts';
import type { Flags } from './flags.ts';
import { deckCommand } from './options.ts';
import { newTable } from './table-commands.ts';
import { askOnTerminal } from './terminal.ts';
import { asTyped, fromHere } from './typed.ts';
import type { Voice } from './voice.ts';

/** Adds `new`, which starts a card, a spreadsheet of cards, a board, a worksheet or a chapter of the guide. */
export function addNew(program: Command, voice: Voice): void {
  deckCommand(
    program,
    'new',
    'start a card, a spreadsheet of cards (new table SUIT), or a board, a worksheet, a chapter of the guide (new board ID)',
  )
    .argument('<what>', 'card, table, board, worksheet or chapter')
    .argument('<suit>', 'of a card or a table its suit, e.g. pattern; of all else the file name without .mdx')
    .argument(
      '[name]',
      'of a card the file name without .mdx, e.g. because-you-row; of a table the file: default SUIT.xlsx',
    )
    .action((what: string, suit: string, name: string | undefined, { deck }: Flags) =>
      runNew({ what, suit, name, deck }, voice),
    );
}

/** Adds `init`, which starts a deck. */
export function addInit(program: Command, voice: Voice): void {
  program
    .command('init')
    .description('start a deck of your own in a new folder')
    .argument('<dir>', 'the new folder')
    .option('--template <name>', 'org: The Test Kitchen with your brand; blank: about anything; game: pictures')
    .option('--yes', 'ask nothing, take the usual answers')
    .action((folder: string, flags: { template?: string; yes?: boolean }) => runInit(folder, flags, voice));
}

/** The arguments and options of `new`. */
interface Asked {
  what: string;
  suit: string;
  name: string | undefined;
  deck: string;
}

async function runNew({ what, suit, name, deck }: Asked, voice: Voice): Promise<void> {
  if (what === 'table') await newTable(suit, name ?? `${suit}.xlsx`, { deck }, voice);
  else if (what === 'card' && name !== undefined) await runNewCard({ suit, id: name, deck }, voice);
  else if (isPageKind(what) && name === undefined) await runNewPage(what, suit, { deck }, voice);
  else {
    throw new UsageError(
      `write prepdeck new card SUIT ID, new table SUIT, or new board, worksheet or chapter ID (got: ${what})`,
    );
  }
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
  voice.say(`${fromHere(await newPage(deck, kind, id))} is ready to be changed. Then run: prepdeck check`);
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
  voice.say(`${fromHere(file)} is ready to be filled in. Then run: prepdeck check`);
}

async function runInit(folder: string, flags: { template?: string; yes?: boolean }, voice: Voice): Promise<void> {
  const terminal = flags.yes ? undefined : askOnTerminal();
  const date = new Date().toISOString().slice(0, 10);
  const made = await init({
    dir: path.resolve(folder),
    date,
    ...(flags.template && { template: flags.template }),
    ...(terminal && { ask: terminal.ask }),
  }).finally(() => terminal?.close());
  voice.say(`${made.name} is in ${folder}. Next: cd ${asTyped(folder)} && npm install && npm run dev`);
}
