import path from 'node:path';
import { type Command, Option } from 'commander';
import { listText } from '../command/list.ts';
import { stocksText } from '../command/stocks.ts';
import { ASSETS } from '../deck/assets/art.ts';
import { loadDeck } from '../deck/deck.ts';
import { loadLooks } from '../looks/looks.ts';
import { hasErrors } from '../model/problem.ts';
import { openOffer } from '../plan/offer.ts';
import { selectCards } from '../plan/select.ts';
import { chainAt } from './chain.ts';
import { type Flags, optionsOf } from './flags.ts';
import { collect, deckCommand } from './options.ts';
import { fromHere } from './typed.ts';
import type { Voice } from './voice.ts';

/** Adds the commands that say what a deck has and what it can be printed on: `list`, `stocks` and `calibrate`. */
export function addDeckCommands(program: Command, voice: Voice): void {
  deckCommand(program, 'list', 'list the cards')
    .option('--only <query>', 'only these cards', collect)
    .option('--json', 'as JSON')
    .option('--csv', 'as CSV')
    .action((flags: Flags) => runList(flags, voice));

  deckCommand(program, 'stocks', 'list what the deck can be printed on, by kind').action((flags: Flags) =>
    runStocks(flags, voice),
  );

  deckCommand(program, 'calibrate', 'make a test sheet that shows how far your printer shifts backs')
    .option('--out <dir>', 'where to put it', 'dist')
    .option('--stock <ids>', 'the papers, e.g. a4,letter; default: the first sheet of `prints` in deck.yaml', collect)
    .addOption(new Option('--flip <edge>', 'the edge on which your printer turns the paper').choices(['long', 'short']))
    .action((flags: Flags) => runCalibrate(flags, voice));
}

async function runStocks(flags: Flags, voice: Voice): Promise<void> {
  const { offer, problems } = await openOffer(await chainAt(flags), ASSETS);
  voice.report(problems);
  if (offer) voice.data(stocksText(offer));
  voice.exit(hasErrors(problems) ? 1 : 0);
}

async function runCalibrate(flags: Flags, voice: Voice): Promise<void> {
  const options = await optionsOf({ ...flags, site: false });
  const { calibrate } = await import('../command/calibrate.ts');
  const result = await calibrate(options);
  voice.report(result.problems);
  voice.exit(hasErrors(result.problems) ? 1 : 0);
  for (const file of result.files) voice.say(`  ${path.join(fromHere(options.out), file)}`);
  if (result.files.length === 0) return;
  voice.say('Print it at Actual size on both sides of one sheet, then do what it says.');
  voice.say(
    'What you read holds for every paper and for both edges: to keep it, write backOffset: { x: 0.5, y: -1 } into deck.yaml.',
  );
  voice.say(
    'If one paper is still out, read its own sheet: backOffset: { x: 0.5, y: -1, for: { letter: { x: 0.4, y: -1 } } }.',
  );
}

async function runList(flags: Flags, voice: Voice): Promise<void> {
  const chain = await chainAt(flags);
  const { deck, problems } = await loadDeck(chain, { looks: await loadLooks(...chain.layouts), without: ASSETS });
  voice.report(problems);
  if (!deck) return voice.exit(1);
  const format = flags.json ? 'json' : flags.csv ? 'csv' : 'text';
  voice.data(listText(deck, selectCards(deck, flags.only ?? []), format));
  voice.exit(hasErrors(problems) ? 1 : 0);
}
