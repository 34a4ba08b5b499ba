import { type Command, Option } from 'commander';
import type { Flags } from './flags.ts';
import { collect, deckCommand } from './options.ts';
import type { Voice } from './voice.ts';

/** Adds the commands that say what a deck has and what it can be printed on: `list`, `stocks` and `calibrate`. */
export function addDeckCommands(program: Command, voice: Voice): void {
  deckCommand(program, 'list', 'list the cards')
    .option('--only <query>', 'only these cards', collect)
    .option('--json', 'as JSON')
    .option('--csv', 'as CSV')
    .action(async (flags: Flags) => {
      const { runList } = await import('./run/list.ts');
      await runList(flags, voice);
    });

  deckCommand(program, 'stocks', 'list what the deck can be printed on, by kind').action(async (flags: Flags) => {
    const { runStocks } = await import('./run/stocks.ts');
    await runStocks(flags, voice);
  });

  deckCommand(program, 'calibrate', 'make a test sheet that shows how far your printer shifts backs')
    .option('--out <dir>', 'where to put it', 'dist')
    .option('--stock <ids>', 'the papers, e.g. a4,letter; default: the first sheet of `prints` in deck.yaml', collect)
    .addOption(new Option('--flip <edge>', 'the edge on which your printer turns the paper').choices(['long', 'short']))
    .action(async (flags: Flags) => {
      const { runCalibrate } = await import('./run/calibrate.ts');
      await runCalibrate(flags, voice);
    });
}
