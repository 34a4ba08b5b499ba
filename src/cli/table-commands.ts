import path from 'node:path';
import { type Command, Option } from 'commander';
import { importTable } from '../command/import.ts';
import { importedText } from '../command/imported-text.ts';
import { layoutDirs } from '../deck/chain/folders.ts';
import type { Prefer } from '../deck/table/merge.ts';
import { loadLooks } from '../looks/looks.ts';
import { hasErrors } from '../model/problem.ts';
import { type Flags, optionsOf } from './flags.ts';
import type { Voice } from './layer-commands.ts';

interface ImportFlags extends Pick<Flags, 'deck'> {
  suit?: string;
  sheet?: string;
  map?: string;
  rename: string[];
  allNew?: boolean;
  prefer?: Prefer;
  dryRun?: boolean;
}

/** Adds the commands for decks in spreadsheets. */
export function addTableCommands(program: Command, voice: Voice): void {
  program
    .command('import')
    .description('make cards of the rows of a spreadsheet, and change them when it has changed')
    .argument('<file>', 'a spreadsheet: .xlsx, .ods, .csv or .tsv')
    .option('--deck <dir>', 'the deck’s folder', 'deck')
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
    .option('--dry-run', 'write nothing, say what would be done')
    .action((file: string, flags: ImportFlags) => runImport(file, flags, voice));
}

async function runImport(file: string, flags: ImportFlags, voice: Voice): Promise<void> {
  const { deck, root } = await optionsOf({ ...flags, out: 'dist', site: false });
  const { rename, map, ...choice } = flags;
  const imported = await importTable({
    ...choice,
    deck,
    root,
    looks: await loadLooks(...(await layoutDirs(deck))),
    file: path.resolve(file),
    map: map && path.resolve(map),
    renames: rename,
  });
  voice.report(imported.problems);
  for (const line of importedText(imported, flags.dryRun === true)) voice.say(line);
  voice.exit(hasErrors(imported.problems) ? 1 : 0);
}
