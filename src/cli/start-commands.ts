import type { Command } from 'commander';
import type { Flags } from './flags.ts';
import { deckCommand } from './options.ts';
import type { InitFlags } from './run/init.ts';
import type { Voice } from './voice.ts';

/** Adds `new`, which starts a card, a spreadsheet of cards, a board, a worksheet or a chapter of the guide. */
export function addNew(program: Command, voice: Voice): void {
  deckCommand(
    program,
    'new',
    'start a card, a spreadsheet of cards (new table SUIT), or a board, a worksheet, a chapter of the guide (new board ID)',
  )
    .argument('<what>', 'card, table, board, worksheet or chapter')
    .argument('[suit]', 'of a card or a table its suit, e.g. pattern; of all else the file name without .mdx')
    .argument(
      '[name]',
      'of a card the file name without .mdx, e.g. because-you-row; of a table the file: default SUIT.xlsx',
    )
    .action(async (what: string, suit: string | undefined, name: string | undefined, { deck }: Flags) => {
      const { runNew } = await import('./run/new.ts');
      await runNew({ what, suit, name, deck }, voice);
    });
}

/** Adds `init`, which starts a deck. */
export function addInit(program: Command, voice: Voice): void {
  program
    .command('init')
    .description('start a deck of your own in a new folder')
    .argument('<dir>', 'the new folder')
    .option('--template <name>', 'org: The Test Kitchen with your brand; blank: about anything; game: pictures')
    .option('--yes', 'ask nothing, take the usual answers')
    .action(async (folder: string, flags: InitFlags) => {
      const { runInit } = await import('./run/init.ts');
      await runInit(folder, flags, voice);
    });
}
