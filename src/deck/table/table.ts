import { error, type Problem, type ProblemDetails, warning } from '../../model/problem.ts';
import type { RawCell, RawSheet } from './raw-sheet.ts';

/** A cell as it is read: what it shows, and the number behind it where there is one. */
export interface Cell {
  /** Trimmed, line ends are `\n`, characters composed (NFC). */
  text: string;
  /** `1,250.00` is 1250. */
  number?: number | undefined;
  /** Why what it shows can't be used: see `cell-faults.ts`. */
  fault?: RawCell['fault'];
}

/** A row of a table. */
export interface TableRow {
  /** As the spreadsheet program counts, from 1. */
  number: number;
  cells: readonly Cell[];
}

/** A sheet of a spreadsheet, or a file of comma- or tab-separated values. */
export interface Table {
  /** As shown. */
  file: string;
  /** Empty for a CSV file. */
  sheet: string;
  hidden: boolean;
  /** Rows that are not empty, the header first. */
  rows: readonly TableRow[];
  /** Numbers of rows that the spreadsheet program does not show. */
  hiddenRows: readonly number[];
  /** Merged cells. */
  merges: RawSheet['merges'];
}

/** Where a cell is; rows count from 1, columns from 0. */
export interface CellPlace {
  row: number;
  column: number;
}

/** The place of a cell as people name it: `cards.xlsx Sheet1!C14`, `cards.csv C14`. */
export function addressOf({ file, sheet }: Pick<Table, 'file' | 'sheet'>, { row, column }: CellPlace): string {
  return `${placeOfSheet({ file, sheet })}${sheet === '' ? ' ' : '!'}${letters(column)}${row}`;
}

/** `cards.xlsx Sheet1`; a name that is more than one word is in quotes, as in formulas. */
export function placeOfSheet({ file, sheet }: Pick<Table, 'file' | 'sheet'>): string {
  if (sheet === '') return file;
  return `${file} ${/^[\p{L}\p{N}_]+$/u.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`}`;
}

/** 0 → `A`, 26 → `AA`. */
export function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

/** `AA` → 26. */
export function columnOf(name: string): number {
  return [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** What is wrong with a cell. */
type CellFault = Omit<ProblemDetails, 'file' | 'place' | 'rule'> & CellPlace & { rule: string };

/** An error in a cell: nothing is imported while one stands. */
export function cellError(table: Pick<Table, 'file' | 'sheet'>, { row, column, rule, ...details }: CellFault): Problem {
  return error({ ...details, file: addressOf(table, { row, column }), rule: `table/${rule}` });
}

/** What is to be looked at in a cell; the import goes on. */
export function cellWarning(
  table: Pick<Table, 'file' | 'sheet'>,
  { row, column, rule, ...details }: CellFault,
): Problem {
  return warning({ ...details, file: addressOf(table, { row, column }), rule: `table/${rule}` });
}

/** Problems of tables in reading order: those of whole files first, then sheet by sheet, row by row. */
export function byCell(problems: readonly Problem[]): Problem[] {
  const keyed = problems.map((problem) => {
    const [, sheet = '', column = '', row = ''] = /^(.*[ !])([A-Z]+)(\d+)$/u.exec(problem.file ?? '') ?? [];
    return { problem, sheet, key: [Number(row), row === '' ? 0 : columnOf(column)] as const };
  });
  const sheets = [...new Set(keyed.map(({ sheet }) => sheet))].sort((a, b) => Number(a !== '') - Number(b !== ''));
  keyed.sort((a, b) => sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) || a.key[0] - b.key[0] || a.key[1] - b.key[1]);
  return keyed.map(({ problem }) => problem);
}
