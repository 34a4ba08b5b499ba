import { type Command, Option } from 'commander';
import { collect, deckCommand } from './options.ts';
import type { ExportFlags, ImportFlags } from './run/tables.ts';
import type { Voice } from './voice.ts';

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
    .option('--rename <old=new>', 'a card has a new title; repeat it for more', collect, [])
    .option('--all-new', 'each title that is not known is a new card')
    .addOption(new Option('--prefer <side>', 'what to take where both have changed').choices(['sheet', 'deck']))
    .option('--lang <code>', 'the rows are translations: they go to locales/<code>')
    .option('--dry-run', 'write nothing, say what would be done')
    .option('--watch', 'import it again whenever it is saved')
    .action(async (file: string, flags: ImportFlags) => {
      const { runImport } = await import('./run/tables.ts');
      await runImport(file, flags, voice);
    });

  deckCommand(program, 'export', 'write the deck’s own cards as a spreadsheet, which import takes back')
    .argument('<file>', 'the spreadsheet: .xlsx, .csv or .tsv')
    .option('--suit <id>', 'only this suit; repeat it for more', collect, [])
    .option('--force', 'replace the file if it is there')
    .action(async (file: string, flags: ExportFlags) => {
      const { runExport } = await import('./run/tables.ts');
      await runExport(file, flags, voice);
    });
}
