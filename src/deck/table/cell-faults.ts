import { codePoint } from '../../model/code-point.ts';
import { type Problem, warning } from '../../model/problem.ts';
import { MAX_TEXT } from './limits.ts';
import { cellError, letters, placeOfSheet, type Table, type TableRow } from './table.ts';

/** A column that is imported. */
export interface WantedColumn {
  column: number;
  /** Whether its numbers are taken as numbers, whatever they look like. */
  isNumber: boolean;
  /** Whether what stands in it is printed as it is. */
  isText: boolean;
}

/** What is wrong with the cells of columns that are imported, row by row. */
export function cellFaults(table: Table, rows: readonly TableRow[], columns: readonly WantedColumn[]): Problem[] {
  const found = rows.flatMap((row) => columns.flatMap((column) => faultOf(table, row, column) ?? []));
  return [...mergedCells(table, columns), ...found];
}

function faultOf(
  table: Table,
  { number: row, cells }: TableRow,
  { column, isNumber, isText }: WantedColumn,
): Problem | undefined {
  const cell = cells[column];
  if (!cell) return undefined;
  const say = (message: string, note: string, got?: string) =>
    cellError(table, { row, column, rule: 'cell', message, note, got });
  const { text, fault } = cell;
  if (fault?.kind === 'error')
    return say(`This cell shows ${fault.got}.`, 'Mend its formula, or write the text itself.');
  if (fault?.kind === 'formula') {
    const note = 'Open the file in your spreadsheet program and save it, or write the text itself.';
    return say('The value of this formula is not saved in the file.', note, fault.got.slice(0, 60));
  }
  if (fault?.kind === 'format' && !isNumber) {
    return say('This number is shown in a way that is not known here.', 'Write it as text.', fault.got.slice(0, 60));
  }
  if (fault?.kind === 'boolean' && isText) {
    const note = 'Write the word that is to be printed, as text.';
    return say('This cell holds a truth value: each program shows it in words of its own language.', note, fault.got);
  }
  if (text.length > MAX_TEXT)
    return say(`This cell has ${text.length} characters.`, `No card has room for ${MAX_TEXT}.`);
  const control = /(?![\n\t])\p{Cc}/u.exec(text)?.[0];
  if (control === undefined) return undefined;
  return say(
    `This cell holds the invisible control character ${codePoint(control)}.`,
    'Delete it, and retype the characters around it.',
  );
}

/** Refuses merged cells: only the first of them has the text, and the cards of the others would lose it. */
function mergedCells(table: Table, columns: readonly WantedColumn[]): Problem[] {
  const last = table.rows.at(-1)?.number ?? 0;
  const wanted = table.merges.filter(
    ({ row, column, columns: width }) =>
      row <= last && columns.some((one) => one.column >= column && one.column < column + width),
  );
  return wanted.map(({ row, column, rows, columns: width }) => {
    const end = `${letters(column + width - 1)}${row + rows - 1}`;
    const message = `The cells from here to ${end} are merged: only the first of them has a text.`;
    return cellError(table, {
      row,
      column,
      rule: 'merged',
      message,
      note: 'Split them, and write the text into each.',
    });
  });
}

/** Tells which rows are imported although they are hidden. */
export function hiddenRowsNote(table: Table, rows: readonly TableRow[]): Problem[] {
  const hidden = rows.filter(({ number }) => table.hiddenRows.includes(number)).map(({ number }) => number);
  if (hidden.length === 0) return [];
  const some = hidden.length > 8 ? `${hidden.slice(0, 8).join(', ')} …` : hidden.join(', ');
  const message = `Hidden rows are imported like the others: ${some}.`;
  const note = 'Show them in your spreadsheet program, and delete those that are not wanted.';
  return [warning({ file: placeOfSheet(table), rule: 'table/hidden-rows', message, note })];
}
