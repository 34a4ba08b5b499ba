import { CsvError, parse } from 'csv-parse/sync';
import { howMany } from '../../model/how-many.ts';
import { error, type Problem, warning } from '../../model/problem.ts';
import { inCodePage } from './code-pages.ts';
import { MAX_CELLS, MAX_ROWS, MAX_TEXT } from './limits.ts';
import { cellError } from './table.ts';

/** The rows of a CSV file, as they are written. */
export interface CsvRows {
  rows: readonly (readonly string[])[];
  problems: Problem[];
}

/** How a CSV file is written. */
export interface CsvKind {
  separator?: '\t' | undefined;
  /** The language of its texts. */
  lang: string;
}

/** Reads comma-, semicolon- or tab-separated values: see `separatorOf`. */
export function readCsv(bytes: Buffer, file: string, { separator, lang }: CsvKind): CsvRows {
  const problems: Problem[] = [];
  const decoded = decode(bytes, lang);
  if (decoded.page !== undefined) {
    const message = `This file is not UTF-8: it is read as ${decoded.page}.`;
    const note = 'Look at letters with accents. In your spreadsheet program save it as “CSV UTF-8”.';
    problems.push(warning({ file, rule: 'table/encoding', message, note }));
  }
  const { text, named } = withoutSeparatorLine(decoded.text);
  const delimiter = separator ?? named ?? separatorOf(text);
  // Counted before parsing, which would take minutes. Commas in texts are counted too, so twice the limit is allowed.
  if (text.split(delimiter).length > 2 * MAX_CELLS) {
    problems.push(error({ file, rule: 'table/file', message: `This file has more than ${MAX_CELLS} cells.` }));
    return { rows: [], problems };
  }
  try {
    const rows = parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: false,
      to: MAX_ROWS + 1,
      max_record_size: 20 * MAX_TEXT,
    });
    problems.push(...cellsTooMany(rows, file));
    return { rows, problems };
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    problems.push(unreadable(cause, file));
    return { rows: [], problems };
  }
}

/** The most rows that are named, of those that have too many cells. */
const NAMED = 5;

/** Rows with more cells than the first row has: where a text has a comma and stands in no quotes, what follows it would be lost. */
function cellsTooMany(rows: CsvRows['rows'], file: string): Problem[] {
  const isFull = (text: string) => text.trim() !== '';
  const width = rows.find((row) => row.some(isFull))?.length ?? 0;
  const wide = rows.flatMap((cells, row) => (cells.slice(width).some(isFull) ? [{ cells, row: row + 1 }] : []));
  return wide.slice(0, NAMED).map(({ cells, row }) => {
    const last = cells.findLastIndex(isFull) + 1;
    const message = `This row has ${howMany(last, 'cell')}, and the first row ${width}: the rest would be lost.`;
    const note = 'Write a text that holds a comma (or what else parts the cells) in "quotation marks".';
    return cellError(
      { file, sheet: '' },
      { row, column: width, rule: 'csv', message, note, got: cells[width]?.trim() },
    );
  });
}

/** UTF-8, or UTF-16 as Excel’s “Unicode text”; what is neither is in the code page of a language, as Excel’s plain CSV is. */
function decode(bytes: Buffer, lang: string): { text: string; page?: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes) };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes) };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return inCodePage(bytes, lang);
  }
}

/** `sep=;` in a line of its own is for Excel alone. */
function withoutSeparatorLine(text: string): { text: string; named?: string } {
  const [line = '', named] = /^sep=(.)\r?\n/u.exec(text) ?? [];
  return named === undefined ? { text } : { text: text.slice(line.length), named };
}

/** How many lines the separator is looked for in. */
const LINES = 20;

/** The separator by which most lines have as many cells as the first; of several, the one that the first line has most of. */
function separatorOf(text: string): string {
  const [first = '', ...others] = text
    .slice(0, LINES * MAX_TEXT)
    .replace(/"[^"]*"/gu, '')
    .split(/\r\n?|\n/u)
    .filter((line) => line.trim() !== '')
    .slice(0, LINES);
  const scored = [',', ';', '\t'].map((separator) => {
    const cells = first.split(separator).length;
    const same = others.filter((line) => line.split(separator).length === cells).length;
    return { separator, cells, same: cells > 1 ? same : -1 };
  });
  return scored.reduce((best, one) =>
    one.same > best.same || (one.same === best.same && one.cells > best.cells) ? one : best,
  ).separator;
}

function unreadable(cause: CsvError, file: string): Problem {
  const line = Number(cause.lines ?? 1);
  const place = { line: Number.isFinite(line) ? line : 1, column: 1 };
  const [what, note] = FAULTS[cause.code] ?? [cause.message.replace(/\.?$/u, ''), undefined];
  return error({ file, place, rule: 'table/csv', message: `Row ${Number(cause.records ?? 0) + 1}: ${what}.`, note });
}

const FAULTS: Readonly<Record<string, [string, string]>> = {
  CSV_QUOTE_NOT_CLOSED: [
    'a quotation mark (") that begins a cell is never closed',
    'Close it, or write "" for one in a text.',
  ],
  CSV_INVALID_CLOSING_QUOTE: ['text stands after the quotation mark that ends a cell', 'Write "" for one in a text.'],
  INVALID_OPENING_QUOTE: [
    'a quotation mark (") stands in a cell that does not begin with one',
    'Put the whole cell in quotes, and write "" for one in its text.',
  ],
  CSV_MAX_RECORD_SIZE: ['it is longer than any card', 'Is a quotation mark (") missing?'],
};
