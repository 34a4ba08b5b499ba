import { csvText, UTF8_MARK } from '../model/csv.ts';
import type { FilledEntry, FilledPage } from './filled.ts';

/**
 * The filled-in copies of one worksheet as a table for a spreadsheet program, which reads like the sheet: a line a field, and tables
 * with their heads.
 */
export function sheetCsv(pages: readonly FilledPage[]): string {
  const rows = pages.flatMap((page, at) => [...(at === 0 ? [] : [[]]), ...pageRows(page)]);
  return UTF8_MARK + csvText(rows);
}

function pageRows({ title, team, parts }: FilledPage): string[][] {
  return [[title, team], ...parts.flatMap(({ heading, entries }) => [[], [heading], ...entries.flatMap(entryRows)])];
}

function entryRows(entry: FilledEntry): string[][] {
  if (entry.kind === 'text') return [[entry.label, entry.value]];
  return [...(entry.label === '' ? [] : [[entry.label]]), [...entry.head], ...entry.rows.map((row) => [...row])];
}
