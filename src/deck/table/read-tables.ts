import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { error, type Problem, warning } from '../../model/problem.ts';
import { type CsvKind, readCsv } from './csv.ts';
import { MAX_FILE, MAX_ROWS, MAX_UNPACKED } from './limits.ts';
import { readOpenDocument } from './ods.ts';
import type { RawBook, RawCell, RawSheet } from './raw-sheet.ts';
import type { Cell, Table, TableRow } from './table.ts';
import { readWorkbook } from './xlsx.ts';
import { ZipFault } from './zip.ts';

/** The endings of files that are read. */
const TABLE_KINDS = ['.xlsx', '.ods', '.csv', '.tsv'];

/** The tables of a file. */
export interface ReadTables {
  tables: Table[];
  problems: Problem[];
}

/**
 * Reads a spreadsheet, or comma- or tab-separated values. Nothing in it is run: of a formula its saved value is taken.
 *
 * @param file absolute path
 * @param shown the path as messages name it
 * @param lang the language of its texts, by which plain text that is not UTF-8 is read, and numbers of a workbook are written
 */
export async function readTables(file: string, shown: string, lang = ''): Promise<ReadTables> {
  const fail = (message: string, note?: string, allowed?: readonly string[]): ReadTables => ({
    tables: [],
    problems: [error({ file: shown, rule: 'table/file', message, note, allowed })],
  });
  const kind = path.extname(file).toLowerCase();
  if (!TABLE_KINDS.includes(kind)) {
    return fail(
      'Files of this kind are not read as tables.',
      'In your spreadsheet program, save it as .xlsx.',
      TABLE_KINDS,
    );
  }
  const stats = await stat(file).catch(() => undefined);
  if (!stats?.isFile()) return fail(stats ? 'This is not a file.' : 'There is no such file.');
  const isPlain = kind === '.csv' || kind === '.tsv';
  const limit = isPlain ? MAX_UNPACKED : MAX_FILE;
  if (stats.size > limit)
    return fail(`This file is larger than ${limit / 1024 / 1024} MB.`, 'Take out what is no card.');
  const bytes = await readFile(file);
  if (isPlain) return csvTable(bytes, shown, { separator: kind === '.tsv' ? '\t' : undefined, lang });
  if (isProtected(bytes)) {
    return fail('This file is protected by a password, or an old .xls.', 'Save it as .xlsx, without a password.');
  }
  try {
    return tablesOf(kind === '.ods' ? readOpenDocument(bytes) : await readWorkbook(bytes, lang), shown);
  } catch (cause) {
    if (!(cause instanceof ZipFault)) throw cause;
    return fail(
      `This spreadsheet is not read. ${cause.message}`,
      'Open it in your spreadsheet program and save it again.',
    );
  }
}

/** The container of Office files before 2007, and of protected ones. */
function isProtected(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));
}

function csvTable(bytes: Buffer, file: string, kind: CsvKind): ReadTables {
  const { rows, problems } = readCsv(bytes, file, kind);
  if (rows.length > MAX_ROWS) {
    problems.push(error({ file, rule: 'table/file', message: `This file has more than ${MAX_ROWS} rows.` }));
  }
  const cells = rows.map((row) => row.map((text): RawCell => ({ text })));
  const table = tableOf({ name: '', hidden: false, rows: cells, hiddenRows: [], merges: [] }, file);
  return { tables: [table], problems };
}

function tablesOf({ sheets, pictures }: RawBook, file: string): ReadTables {
  const problems: Problem[] = [];
  if (pictures > 0) {
    const message = `This spreadsheet holds ${pictures === 1 ? 'a picture' : `${pictures} pictures`}: pictures in it are not read.`;
    const note = 'Put picture files into deck/art, and their names into a column.';
    problems.push(warning({ file, rule: 'table/pictures', message, note }));
  }
  return { tables: sheets.map((sheet) => tableOf(sheet, file)), problems };
}

/** A sheet as a table. Faults of cells are reported later, for columns that are imported. */
function tableOf({ name, hidden, rows, hiddenRows, merges }: RawSheet, file: string): Table {
  return { file, sheet: name, hidden, rows: rowsOf(rows), hiddenRows, merges };
}

function rowsOf(rows: RawSheet['rows']): TableRow[] {
  return rows
    .map((row, at): TableRow => ({ number: at + 1, cells: row.map(cellOf) }))
    .filter(({ cells }) => cells.some(({ text, fault }) => text !== '' || fault));
}

function cellOf({ text, number, fault }: RawCell): Cell {
  const lines = text.replace(/\r\n?|[\u2028\v]/gu, '\n').normalize('NFC');
  return { text: lines.trim(), ...(number !== undefined && { number }), ...(fault && { fault }) };
}
