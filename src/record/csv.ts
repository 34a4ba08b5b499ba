import { harmless } from '../model/harmless.ts';
import type { FilledEntry, FilledPage } from './filled.ts';

/**
 * The filled-in copies of one worksheet as a table for a spreadsheet program, which reads like the sheet: a line a field, and tables
 * with their heads. A cell that would run as a formula is made a text. By RFC 4180, with a mark by which Excel knows UTF-8.
 */
export function sheetCsv(pages: readonly FilledPage[]): string {
  const rows = pages.flatMap((page, at) => [...(at === 0 ? [] : [[]]), ...pageRows(page)]);
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function pageRows({ title, team, parts }: FilledPage): string[][] {
  return [[title, team], ...parts.flatMap(({ heading, entries }) => [[], [heading], ...entries.flatMap(entryRows)])];
}

function entryRows(entry: FilledEntry): string[][] {
  if (entry.kind === 'text') return [[entry.label, entry.value]];
  return [...(entry.label === '' ? [] : [[entry.label]]), [...entry.head], ...entry.rows.map((row) => [...row])];
}

function cell(text: string): string {
  const inert = harmless(text);
  return /[",\r\n]/u.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
