import { type Command, Option } from 'commander';
import type { Flags } from './flags.ts';
import { collect, deckCommand, joinedBy, refuseTwice } from './options.ts';
import type { Voice } from './voice.ts';

/** Adds `build`, `check` and `verify`. */
export function addBuildCommands(program: Command, voice: Voice): void {
  withPrint(deckCommand(program, 'build', 'make the print files and the catalog'))
    .option('--out <dir>', 'where to put them', 'dist')
    .option('--no-site', 'make no catalog')
    .option('--no-kit', 'make no boards, worksheets and guide')
    .option('--json', 'print one JSON object with all problems and outputs')
    .option('--quiet', 'say nothing but problems')
    .option('--strict', 'count warnings as errors, but for those that deck.yaml accepts')
    .action(async (flags: Flags) => {
      const { runBuild } = await import('./run/build.ts');
      await runBuild(flags, voice);
    });

  withPrint(deckCommand(program, 'check', 'find every problem, as a print shop would; write nothing'))
    .option('--no-kit', 'leave out boards, worksheets and guide')
    .option('--json', 'print one JSON object with all problems')
    .option('--quiet', 'say nothing but problems')
    .option('--strict', 'count warnings as errors, but for those that deck.yaml accepts')
    .action(async (flags: Flags) => {
      const { runCheck } = await import('./run/build.ts');
      await runCheck(flags, voice);
    });

  program
    .command('verify')
    .description('check that the files of a build are those that it made; change nothing')
    .argument('[dir]', 'what a build made', 'dist')
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nEnds with 0 where all are, with 1 where a file is missing, changed or added.')
    .action(async (dir: string, flags: { json?: boolean }) => {
      const { runVerify } = await import('./run/verify.ts');
      await runVerify(dir, flags, voice);
    });
}

/** Adds `cache`. */
export function addCacheCommand(program: Command, voice: Voice): void {
  program
    .command('cache')
    .description('say where what was drawn and read is kept for the next time, and how much that is')
    .option('--clear', 'remove it: the next command makes it again')
    .addHelpText('after', '\nNothing is lost with these folders: they may be deleted at any time.')
    .action(async (flags: { clear?: boolean }) => {
      const { runCache } = await import('./run/cache.ts');
      await runCache(flags, voice);
    });
}

/** The options that say which cards are printed, on what and how. */
function withPrint(command: Command): Command {
  const printing = command
    .option('--stock <ids>', 'what to print on, e.g. a4,letter; default: `prints` in deck.yaml', collect)
    .option('--only <query>', 'only these cards, e.g. "family:REC,TRU level:feature"; repeat it for more', collect)
    .option('--set <name>', 'only the cards of a set in deck.yaml')
    .option('--teams <number>', 'how many teams the set is for, e.g. 5')
    .option('--hand <list>', 'only these cards, in this order: because-you-row.detractor~2', joinedBy('.'))
    .option('--since <version>', 'only what is new or changed since an edition, and a card that lists it')
    .option('--lang <language>', 'only this language, e.g. de; default: the deck’s own and `languages` in deck.yaml')
    .option('--copies <number>', 'this many of each card, in place of its own number')
    .option('--low-ink', 'white grounds, for a desktop printer')
    .addOption(new Option('--sides <sides>', 'which sides to print').choices(['fronts', 'backs', 'both']))
    .addOption(
      new Option(
        '--order <order>',
        'stacks: cut the sheets as a block, lay pile on pile, and the deck is in order',
      ).choices(['sheets', 'stacks']),
    )
    .option('--lift <sheets>', 'how many sheets your guillotine takes: each lift is in order in itself')
    .option('--split-sides', 'fronts in one file, backs in another')
    .addOption(new Option('--flip <edge>', 'the edge on which your printer turns the paper').choices(['long', 'short']))
    .addOption(new Option('--marks <marks>', 'marks to cut by').choices(['crop', 'edge', 'none']))
    .option('--skip <slots>', 'slots of the first sheet that are used up, e.g. 1,4-6', joinedBy(','))
    .option('--back-offset <x,y>', 'move backs right and down, in mm, as the sheet of prepdeck calibrate says')
    .option('--profile <file>', 'the press profile of your print shop: a CMYK ICC file, fogra39 or gracol')
    .option(
      '--die-line',
      'the knife’s line with round corners as spot color CutContour, for --stock shop and other press files',
    )
    .addOption(
      new Option('--ground <ground>', 'none: the deck’s paper color is left to tinted stock').choices(['none']),
    )
    .option('--card-stock <thickness>', 'of one card, for --stock box: 0.33mm or 310gsm')
    .option('--dpi <number>', 'resolution of pictures, for --stock png');
  return refuseTwice(printing, ['stock', 'only', 'hand', 'skip']);
}
