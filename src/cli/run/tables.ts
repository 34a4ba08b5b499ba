import path from 'node:path';
import { exportCards } from '../../command/export.ts';
import { followFile } from '../../command/follow-file.ts';
import { importTable } from '../../command/import.ts';
import { importedText } from '../../command/imported-text.ts';
import { type Chain, openChain } from '../../deck/chain/chain.ts';
import type { Prefer } from '../../deck/table/merge-row.ts';
import type { DeckAt } from '../../deck/table/open-deck.ts';
import { loadLooks } from '../../looks/looks.ts';
import { hasErrors } from '../../model/problem.ts';
import { UsageError } from '../../model/usage.ts';
import { chainAt } from '../chain.ts';
import type { Flags } from '../flags.ts';
import { asTyped } from '../typed.ts';
import type { Voice } from '../voice.ts';

/** The options of `import`. */
export interface ImportFlags extends Pick<Flags, 'deck'> {
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

/** The options of `export`. */
export interface ExportFlags extends Pick<Flags, 'deck'> {
  suit: string[];
  force?: boolean;
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
    voice.say(`${file} is ready to be filled in: a row is a card. Then run: npx prepdeck import ${asTyped(file)}`);
}

/** Writes the deck’s own cards as a spreadsheet. */
export async function runExport(file: string, { suit, force, ...flags }: ExportFlags, voice: Voice): Promise<void> {
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
  voice.say(`${file} has ${count} cards. Change it, then run: npx prepdeck import ${asTyped(file)}`);
}

/** Makes cards of the rows of a spreadsheet. */
export async function runImport(file: string, { watch, ...flags }: ImportFlags, voice: Voice): Promise<void> {
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
