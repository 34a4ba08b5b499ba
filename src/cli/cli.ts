import path from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { type BuildResult, build, check } from '../build.ts';
import { endKilled } from '../command/end-killed.ts';
import { init } from '../command/init.ts';
import { listText } from '../command/list.ts';
import { newCard } from '../command/new.ts';
import { serve } from '../command/preview.ts';
import { stocksText } from '../command/stocks.ts';
import { openChain } from '../deck/chain/chain.ts';
import { loadDeck } from '../deck/deck.ts';
import { loadLooks } from '../looks/looks.ts';
import { LayoutError, layoutProblems } from '../looks/mistake.ts';
import { hasErrors, type Problem } from '../model/problem.ts';
import { BusyError, StoppedError, UsageError } from '../model/usage.ts';
import { openOffer } from '../plan/offer.ts';
import { selectCards } from '../plan/select.ts';
import { packageVersion } from '../read/package.ts';
import type { Port } from '../serve/listen.ts';
import { addDayCommands } from './day-commands.ts';
import { type Flags, optionsOf, portOf } from './flags.ts';
import { addLayerCommands, type Voice } from './layer-commands.ts';
import { progress } from './progress.ts';
import { countText, doneText, json, problemText } from './report.ts';
import { addTableCommands, newTable } from './table-commands.ts';
import { askOnTerminal } from './terminal.ts';
import { visible } from './visible.ts';

// The only file that prints or sets the exit code: 0 no errors, 1 errors in the deck or a port in use, 2 usage or our own
// fault, 130 interrupted. Data goes to stdout, everything said about it to stderr.

/** Where the servers are if nobody names a port. */
const [PREVIEW_PORT, DEV_PORT] = [4173, 4174];

const colour = process.stderr.isTTY === true && !process.env.NO_COLOR;
const program = new Command('prepdeck')
  .description('Turns a folder of MDX cards into print-ready PDF sheets and a browsable catalog.')
  .version(await packageVersion())
  .exitOverride()
  .showHelpAfterError('Run prepdeck --help for the commands and options.');

withPrint(withDeck(program.command('build').description('make the print files and the catalog')))
  .option('--out <dir>', 'where to put them', 'dist')
  .option('--no-site', 'make no catalog')
  .option('--no-kit', 'make no boards and worksheets')
  .option('--json', 'print one JSON object with all problems and outputs')
  .option('--quiet', 'say nothing but problems')
  .option('--strict', 'count warnings as errors')
  .action(runBuild);

withPrint(withDeck(program.command('check').description('find every problem, as a print shop would; write nothing')))
  .option('--no-kit', 'leave out boards and worksheets')
  .option('--json', 'print one JSON object with all problems')
  .option('--quiet', 'say nothing but problems')
  .option('--strict', 'count warnings as errors')
  .action(runCheck);

withDeck(program.command('list').description('list the cards'))
  .option('--only <query>', 'only these cards', collect)
  .option('--json', 'as JSON')
  .option('--csv', 'as CSV')
  .action(runList);

withDeck(program.command('stocks').description('list what the deck can be printed on, by kind')).action(runStocks);

withDeck(program.command('calibrate').description('make a test sheet that shows how far your printer shifts backs'))
  .option('--out <dir>', 'where to put it', 'dist')
  .option('--stock <ids>', 'the papers, e.g. a4,letter; default: the first sheet of `prints` in deck.yaml', collect)
  .addOption(new Option('--flip <edge>', 'the edge on which your printer turns the paper').choices(['long', 'short']))
  .action(runCalibrate);

withDeck(program.command('new').description('start a new card, or a spreadsheet of cards: prepdeck new table SUIT'))
  .argument('<what>', 'card or table')
  .argument('<suit>', 'its suit, e.g. pattern')
  .argument(
    '[name]',
    'of a card the file name without .mdx, e.g. because-you-row; of a table the file: default SUIT.xlsx',
  )
  .action(runNew);

program
  .command('preview')
  .description('show the catalog at an address on this machine')
  .option('--out <dir>', 'what a build made', 'dist')
  .option('--port <number>', `the port; default: ${PREVIEW_PORT}, or the next free one`)
  .action(runPreview);

withDeck(program.command('dev').description('show each card as it is printed, anew whenever you save a file'))
  .option('--port <number>', `the port; default: ${DEV_PORT}, or the next free one`)
  .action(runDev);

program
  .command('init')
  .description('start a deck of your own in a new folder')
  .argument('<dir>', 'the new folder')
  .option('--template <name>', 'org: The Test Kitchen with your brand; blank: about anything; game: pictures')
  .option('--yes', 'ask nothing, take the usual answers')
  .action(runInit);

const voice: Voice = { data, say, report, exit };
addLayerCommands(program, voice);
addTableCommands(program, voice);
addDayCommands(program, voice);

program.hook('preAction', async (_program, command) => {
  const { out = 'dist' } = command.opts<{ out?: string }>();
  await endKilled(path.resolve(out));
});

// In an orderly way, so that what is for this process alone goes with it.
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.on(signal, () => process.exit(code));
}
await program.parseAsync().catch(fail);

async function runBuild(flags: Flags): Promise<void> {
  const started = performance.now();
  const options = await optionsOf(flags);
  const meter = progress(flags.quiet === true || flags.json === true);
  const result = await build({ ...options, onProgress: meter.step }).finally(meter.end);
  finish(result, flags, started);
  if (flags.quiet || flags.json || !result.manifest) return;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(`${result.deck?.name} ${result.deck?.version}: ${countOf(result)} in ${seconds} s`);
  for (const line of doneText(result, options.out)) say(line);
}

/** `276 cards`, or `27 of 276 cards`. */
function countOf({ printed, manifest }: BuildResult): string {
  const all = manifest?.cards ?? 0;
  return printed === undefined || printed === all ? `${all} cards` : `${printed} of ${all} cards`;
}

async function runCheck(flags: Flags): Promise<void> {
  const started = performance.now();
  const options = await optionsOf({ ...flags, out: 'dist', site: true });
  const meter = progress(flags.quiet === true || flags.json === true);
  const { checked, problems } = await check({ ...options, onProgress: meter.step }).finally(meter.end);
  const [first] = checked;
  const result: BuildResult = { problems, stocks: [], boxes: [], ...(first && { deck: first.deck }) };
  finish(result, flags, started);
  if (flags.quiet || flags.json) return;
  for (const { deck, selection } of checked) say(`${deck.name}: ${selection.cards.length} cards are ready to print`);
}

async function runStocks(flags: Flags): Promise<void> {
  const { deck, root } = await optionsOf({ ...flags, out: 'dist', site: false });
  const { offer, problems } = await openOffer(await openChain({ dir: deck, root }));
  report(problems);
  if (offer) process.stdout.write(stocksText(offer));
  exit(hasErrors(problems) ? 1 : 0);
}

async function runCalibrate(flags: Flags): Promise<void> {
  const options = await optionsOf({ ...flags, site: false });
  const { calibrate } = await import('../command/calibrate.ts');
  const result = await calibrate(options);
  report(result.problems);
  exit(hasErrors(result.problems) ? 1 : 0);
  for (const file of result.files) say(`  ${path.join(path.relative(process.cwd(), options.out), file)}`);
  if (result.files.length === 0) return;
  say('Print it at Actual size on both sides of one sheet, then do what it says.');
  say(
    'What you read holds for every paper and for both edges: to keep it, write backOffset: { x: 0.5, y: -1 } into deck.yaml.',
  );
  say(
    'If one paper is still out, read its own sheet: backOffset: { x: 0.5, y: -1, for: { letter: { x: 0.4, y: -1 } } }.',
  );
}

async function runList(flags: Flags): Promise<void> {
  const { deck: dir, root, cards } = await optionsOf({ ...flags, out: 'dist', site: false });
  const chain = await openChain({ dir, root });
  const { deck, problems } = await loadDeck(chain, { looks: await loadLooks(...chain.layouts) });
  report(problems);
  if (!deck) {
    exit(1);
    return;
  }
  const format = flags.json ? 'json' : flags.csv ? 'csv' : 'text';
  data(listText(deck, selectCards(deck, cards.only), format));
  exit(hasErrors(problems) ? 1 : 0);
}

async function runNew(what: string, suit: string, name: string | undefined, flags: Flags): Promise<void> {
  if (what === 'table') await newTable(suit, name ?? `${suit}.xlsx`, flags, voice);
  else if (what === 'card' && name !== undefined) await runNewCard(suit, name, flags);
  else throw new UsageError(`write prepdeck new card SUIT ID, or prepdeck new table SUIT (got: ${what})`);
}

async function runNewCard(suit: string, id: string, flags: Flags): Promise<void> {
  const { deck: dir, root } = await optionsOf({ ...flags, out: 'dist', site: false });
  const chain = await openChain({ dir, root });
  const looks = await loadLooks(...chain.layouts);
  const { deck, problems } = await loadDeck(chain, { looks });
  if (!deck) {
    report(problems);
    exit(1);
    return;
  }
  const file = await newCard({ deck, looks, suit, id });
  say(`${path.relative(process.cwd(), file)} is ready to be filled in. Then run: prepdeck check`);
}

async function runPreview(flags: Flags): Promise<void> {
  const out = path.resolve(flags.out);
  const port = portOf(flags, PREVIEW_PORT);
  const { address } = await serve(path.join(out, 'site'), port);
  sayMoved(address, port);
  say(`The catalog is at ${address}  (Ctrl+C ends it)`);
}

async function runDev(flags: Flags): Promise<void> {
  const { deck, root } = await optionsOf({ ...flags, out: 'dist', site: false });
  const { dev } = await import('../dev/dev.ts');
  const port = portOf(flags, DEV_PORT);
  const { address } = await dev({ deck, root, port });
  sayMoved(address, port);
  say(`Your cards are at ${address}  (Ctrl+C ends it)`);
}

/** Says that a server has another port than usual. */
function sayMoved(address: string, { port }: Port): void {
  const taken = Number(new URL(address).port);
  if (port !== 0 && taken !== port) say(`Port ${port} is in use: port ${taken} is taken instead.`);
}

async function runInit(folder: string, flags: { template?: string; yes?: boolean }): Promise<void> {
  const terminal = flags.yes ? undefined : askOnTerminal();
  const date = new Date().toISOString().slice(0, 10);
  const made = await init({
    dir: path.resolve(folder),
    date,
    ...(flags.template && { template: flags.template }),
    ...(terminal && { ask: terminal.ask }),
  }).finally(() => terminal?.close());
  const quoted = /^[\w./-]+$/u.test(folder) ? folder : `"${folder}"`;
  say(`${made.name} is in ${folder}. Next: cd ${quoted} && npm install && npm run dev`);
}

function finish(result: BuildResult, flags: Flags, started: number): void {
  if (flags.json) process.stdout.write(`${json(result, Math.round(performance.now() - started))}\n`);
  else report(result.problems);
  const failed = hasErrors(result.problems) || (flags.strict === true && result.problems.length > 0);
  exit(failed ? 1 : 0);
}

function report(problems: readonly Problem[]): void {
  for (const problem of problems) process.stderr.write(`${problemText(problem, { colour })}\n`);
  if (problems.length > 0) say(countText(problems));
}

function withDeck(command: Command): Command {
  return command.option('--deck <dir>', 'the deck’s folder', 'deck');
}

/** The options that say which cards are printed, on what and how. */
function withPrint(command: Command): Command {
  return command
    .option('--stock <ids>', 'what to print on, e.g. a4,letter; default: `prints` in deck.yaml', collect)
    .option('--only <query>', 'only these cards, e.g. "family:REC,TRU level:feature"; repeat it for more', collect)
    .option('--set <name>', 'only the cards of a set in deck.yaml')
    .option('--hand <list>', 'only these cards, in this order: because-you-row.detractor~2')
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
    .option('--skip <slots>', 'slots of the first sheet that are used up, e.g. 1,4-6')
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
}

function collect(value: string, earlier: string[] | undefined): string[] {
  return [...(earlier ?? []), value];
}

function fail(cause: unknown): void {
  // commander has said it already, be it the help that was asked for or a wrong option.
  if (cause instanceof CommanderError) {
    exit(cause.exitCode === 0 ? 0 : 2);
    return;
  }
  if (cause instanceof StoppedError) {
    say('\nStopped: nothing was written.');
    exit(130);
    return;
  }
  if (cause instanceof BusyError) {
    say(`prepdeck: ${cause.message}`);
    exit(1);
    return;
  }
  if (cause instanceof LayoutError) {
    report(layoutProblems(cause, process.cwd()));
    exit(1);
    return;
  }
  say(cause instanceof UsageError ? `prepdeck: ${cause.message}` : `prepdeck failed: ${stackOf(cause)}`);
  exit(2);
}

function stackOf(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}

function exit(code: number): void {
  process.exitCode = code;
}

function say(line: string): void {
  process.stderr.write(`${visible(line)}\n`);
}

/** A file or another program gets data as it is. */
function data(text: string): void {
  process.stdout.write(process.stdout.isTTY ? visible(text) : text);
}
