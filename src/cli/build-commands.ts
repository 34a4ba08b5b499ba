import path from 'node:path';
import { type Command, Option } from 'commander';
import { type BuildOutcome, build, checkAndDraw } from '../build.ts';
import { verifiedText, verify } from '../command/verify.ts';
import { sourceDirs } from '../deck/chain/chain.ts';
import { hasErrors, isWarning } from '../model/problem.ts';
import type { BuildRequest } from '../plan/options.ts';
import { type Flags, optionsOf } from './flags.ts';
import { type CommandResult, onlyOnce, type Work } from './only-once.ts';
import { collect, deckCommand, joinedBy, refuseTwice } from './options.ts';
import { progress } from './progress.ts';
import { doneText, json } from './report.ts';
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
    .action((flags: Flags) => runBuild(flags, voice));

  withPrint(deckCommand(program, 'check', 'find every problem, as a print shop would; write nothing'))
    .option('--no-kit', 'leave out boards, worksheets and guide')
    .option('--json', 'print one JSON object with all problems')
    .option('--quiet', 'say nothing but problems')
    .option('--strict', 'count warnings as errors, but for those that deck.yaml accepts')
    .action((flags: Flags) => runCheck(flags, voice));

  program
    .command('verify')
    .description('check that the files of a build are those that it made; change nothing')
    .argument('[dir]', 'what a build made', 'dist')
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nEnds with 0 where all are, with 1 where a file is missing, changed or added.')
    .action((dir: string, flags: { json?: boolean }) => runVerify(dir, flags, voice));
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

async function runBuild(flags: Flags, voice: Voice): Promise<void> {
  const started = performance.now();
  const options = await optionsOf(flags);
  const result = await onlyOnce(options, () => builtWork(options, flags), 'makes files');
  finish(result, flags, { voice, started });
  if (flags.quiet || flags.json || result.done === '') return;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  voice.say(`${result.done} in ${seconds} s${result.again ? ', as they were: nothing has changed' : ''}`);
  for (const line of result.lines) voice.say(line);
}

async function builtWork(options: BuildRequest, flags: Flags): Promise<Work> {
  const meter = progress(isSilent(flags));
  const result = await build({ ...options, onProgress: meter.step }).finally(meter.end);
  const { problems, manifest, deck, sources } = result;
  const done = manifest ? `${deck?.name} ${deck?.version}: ${countOf(result)}` : '';
  const outputs = manifest?.outputs ?? [];
  return { result: { problems, version: deck?.version, outputs, done, lines: doneText(result, options.out) }, sources };
}

function isSilent({ quiet, json: asJson }: Flags): boolean {
  return quiet === true || asJson === true;
}

async function runVerify(dir: string, { json: asJson }: { json?: boolean }, voice: Voice): Promise<void> {
  const found = await verify(path.resolve(dir));
  voice.data(asJson ? `${JSON.stringify(found)}\n` : verifiedText(found, dir));
  if (!found.ok) voice.exit(1);
}

/** `276 cards`, or `27 of 276 cards`. */
function countOf({ printed, manifest }: BuildOutcome): string {
  const all = manifest?.cards ?? 0;
  return printed === undefined || printed === all ? `${all} cards` : `${printed} of ${all} cards`;
}

async function runCheck(flags: Flags, voice: Voice): Promise<void> {
  const started = performance.now();
  const options = await optionsOf({ ...flags, out: 'dist', site: true });
  const result = await onlyOnce(options, () => checkedWork(options, flags));
  finish(result, flags, { voice, started });
  if (flags.quiet || flags.json) return;
  for (const line of result.lines) voice.say(line);
}

async function checkedWork(options: BuildRequest, flags: Flags): Promise<Work> {
  const meter = progress(isSilent(flags));
  const { checked, problems } = await checkAndDraw({ ...options, onProgress: meter.step }).finally(meter.end);
  const [first] = checked;
  const lines = checked.map(
    ({ deck, selection }) => `${deck.name}: ${selection.cards.length} cards are ready to print`,
  );
  const sources = first && {
    dirs: sourceDirs({ dir: options.deck, layers: first.project.loaded.layers }),
    layouts: first.project.layouts,
  };
  return { result: { problems, version: first?.deck.version, outputs: [], done: '', lines }, sources };
}

/** Prints the problems, or the JSON object, and sets the exit code. */
function finish(result: CommandResult, flags: Flags, { voice, started }: { voice: Voice; started: number }): void {
  if (flags.json) voice.data(`${json(result, Math.round(performance.now() - started))}\n`);
  else voice.report(result.problems);
  const failed = hasErrors(result.problems) || (flags.strict === true && result.problems.some(isWarning));
  voice.exit(failed ? 1 : 0);
}
