import { type Problem, warning } from '../../model/problem.ts';
import type { ColumnTarget, TableColumn } from './columns.ts';
import { cellError, placeOfSheet, type Table } from './table.ts';

/**
 * Columns of the last import that a table has no more. Where one is new whose name only a guess fits, whether it is the same under another
 * name is asked, not guessed: cards would have its texts twice.
 */
export function goneColumns(
  table: Table,
  row: number,
  columns: readonly TableColumn[],
  map: Readonly<Record<string, ColumnTarget | null>> = {},
): Problem[] {
  const targets = new Set(columns.map(({ target }) => target));
  const headers = new Set(columns.map(({ header }) => header));
  const gone = Object.entries(map).flatMap(([header, target]) =>
    target === null || headers.has(header) || targets.has(target) ? [] : [{ header, target }],
  );
  if (gone.length === 0) return [];
  const names = gone.map(({ header, target }) => `"${header}" (${target})`).join(', ');
  const have = gone.length === 1 ? 'has' : 'have';
  const guessed = columns.filter(({ by, target }) => by === 'guess' && target !== undefined);
  if (guessed.length > 0)
    return guessed.map((one) => ask(table, row, one, { names: `${names} ${have}`, to: gone[0]?.target ?? '' }));
  const message = `${names} ${have} no column any more: what the cards have of it stays.`;
  const note = 'Deleted for good? Delete its line in the map in deck/tables, and the texts in the cards’ files.';
  return [warning({ file: placeOfSheet(table), rule: 'table/column-gone', message, note })];
}

function ask(
  table: Table,
  row: number,
  { column, header, target }: TableColumn,
  { names, to }: { names: string; to: ColumnTarget },
): Problem {
  const name = JSON.stringify(header);
  const lines = [to, target].map((one) => `${name}: ${JSON.stringify(one)}`);
  return cellError(table, {
    row,
    column,
    rule: 'column',
    message: `The column ${name} is not known, and ${names} no column any more.`,
    note: `The same column under a new name? Write ${lines[0]} into the map in deck/tables. A new one? ${lines[1]}`,
  });
}
