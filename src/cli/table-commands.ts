import path from 'node:path';
import { type Command, Option } from 'commander';
import { exportCards } from '../command/export.ts';
import { followFile } from '../command/follow-file.ts';
import { importTable } from '../command/import.ts';
import { importedText } from '../command/imported-text.ts';
import { type Chain, openChain } from '../deck/chain/chain.ts';
import type { Prefer } from '../deck/table/merge-row.ts';
import type { DeckAt } from '../deck/table/open-deck.ts';
import { loadLooks } from '../looks/looks.ts';
import { hasErrors } from '../model/problem.ts';
import { UsageError } from '../model/usage.ts';
import { chainAt } from './chain.ts';
import type { Flags } from './flags.ts';
import { deckCommand } from './options.ts';
import { asTyped } from './typed.ts';
import type { Voice } from './voice.ts';

interface ImportFlags extends Pick<Flags, 'deck'> {
  suit?: string;
  sheet?: string;
  map?: string;
  rename: string[];
  allNew?: boolean;
  prefer?: Prefer;
  dryRun?: boolean;
  watch?: boolean;
  lang?: string;
}

interface ExportFlags extends Pick<Flags, 'deck'> {
  suit: string[];
  force?: boolean;
}

/** Adds the commands for decks in spreadsheets. */
export function addTableCommands(program: Command, voice: Voice): void {
  deckCommand(program, 'import', 'make cards of the rows of a spreadsheet, and change them when it has changed')
    .argument('<file>', 'a spreadsheet: .xlsx, .ods, .csv or .tsv')
    .option('--suit <id>', 'the suit of rows that name none')
    .option('--sheet <name>', 'the sheet to read')
    .option(
      '--map <file>',
      'what each column is; default: tables/<name>.map.yaml in the deck, written by the first import',
    )
    .option(
      '--rename <old=new>',
      'a card has a new title; repeat it for more',
      (one, all: string[]) => [...all, one],
      [],
    )
    .option('--all-new', 'each title that is not known is a new card')
    .addOption(new Option('--prefer <side>', 'what to take where both have changed').choices(['sheet', 'deck']))
    .option('--lang <code>', 'the rows are translations: they go to locales/<code>')
    .option('--dry-run', 'write nothing, say what would be done')
    .option('--watch', 'import it again whenever it is saved')
    .action((file: string, flags: ImportFlags) => runImport(file, flags, voice));

  deckCommand(program, 'export', 'write the deck’s own cards as a spreadsheet, which import takes back')
    .argument('<file>', 'the spreadsheet: .xlsx, .csv or .tsv')
    .option('--suit <id>', 'only this suit; repeat it for more', (one, all: string[]) => [...all, one], [])
    .option('--force', 'replace the file if it is there')
    .action((file: string, flags: ExportFlags) => runExport(file, flags, voice));
}

/**
 * Writes a table without cards: `prepdeck new table SUIT`.
 *
 * @throws UsageError for a suit that does not exist, and where the file exists already
 */
export async function newTable(suit: string, file: string, flags: Pick<Flags, 'deck'>, voice: Voice): Promise<void> {
  const { problems, map } = await exportCards({
    ...(await placeOf(flags)),
    file: path.resolve(file),
    suits: [suit],
    empty: true,
  });
  voice.report(problems);
  voice.exit(hasErrors(problems) ? 1 : 0);
  if (map !== '')
    voice.say(`${file} is ready to be filled in: a row is a card. Then run: prepdeck import ${asTyped(file)}`);
}

async function runExport(file: string, { suit, force, ...flags }: ExportFlags, voice: Voice): Promise<void> {
  const { problems, tables, map } = await exportCards({
    ...(await placeOf(flags)),
    file: path.resolve(file),
    suits: suit,
    force,
  });
  voice.report(problems);
  voice.exit(hasErrors(problems) ? 1 : 0);
  if (map === '') return;
  const count = tables.reduce((sum, { rows }) => sum + rows.length, 0);
  voice.say(`${file} has ${count} cards. Change it, then run: prepdeck import ${asTyped(file)}`);
}

async function runImport(file: string, { watch, ...flags }: ImportFlags, voice: Voice): Promise<void> {
  const { rename, map, suit, sheet, allNew, prefer, dryRun, lang } = flags;
  if (lang !== undefined && (rename.length > 0 || allNew)) {
    throw new UsageError('--lang goes with neither --rename nor --all-new: a translation is known by its card’s id');
  }
  const { chain: first, looks } = await placeOf(flags);
  const run = async (renames: readonly string[], chain: Chain) => {
    const request = { suit, sheet, allNew, prefer, dryRun, lang, renames, map: map && path.resolve(map) };
    const imported = await importTable({ ...request, chain, looks, file: path.resolve(file) });
    voice.report(imported.problems);
    for (const line of importedText(imported, dryRun === true, lang)) voice.say(line);
    voice.exit(hasErrors(imported.problems) ? 1 : 0);
  };
  await run(rename, first);
  if (!watch) return;
  const again = async () => await run([], await openChain(first));
  followFile(path.resolve(file), () => again().catch((cause) => voice.say(sentenceOf(cause))));
  voice.say(`Save ${file}, and it is imported again  (Ctrl+C ends it)`);
}

/** While watching, a mistake that can be mended in the sheet is printed and does not end the command. */
function sentenceOf(cause: unknown): string {
  if (cause instanceof UsageError) return `prepdeck: ${cause.message}`;
  throw cause;
}

async function placeOf(flags: Pick<Flags, 'deck'>): Promise<DeckAt> {
  const chain = await chainAt(flags);
  return { chain, looks: await loadLooks(...chain.layouts) };
}
