import type { TableColumn } from '../deck/table/columns.ts';
import { letters, placeOfSheet } from '../deck/table/table.ts';
import { howMany } from '../model/how-many.ts';
import { hasErrors } from '../model/problem.ts';
import type { Imported } from './import.ts';

/** The report of an import, or of a dry run, line by line. */
export function importedText(imported: Imported, dryRun: boolean, lang?: string): string[] {
  const { problems, tables, left, added, changed, same, kept, gone, map } = imported;
  const columns = tables.flatMap(({ table, suit, columns: all, rows }) => [
    `${placeOfSheet(table)}: ${howMany(rows, 'card')}${suit ? ` of the suit ${suit.id}` : ''}`,
    ...all.map(columnText),
  ]);
  const sheets = left.map((table) => `${placeOfSheet(table)} is left: its name is no suit. To read it: --sheet`);
  if (hasErrors(problems)) {
    const none =
      map === ''
        ? 'Nothing was written.'
        : `No card was written. Is one of the columns a wrong guess? Change it in ${map}.`;
    return [...columns, ...sheets, none];
  }
  if (map === '') return [];
  const would = dryRun ? 'would be ' : '';
  return [
    ...columns,
    ...sheets,
    `${added.length} ${would}added, ${changed.length} ${would}changed, ${same} as they were`,
    ...listed('added', added),
    ...listed('changed', changed),
    ...listed('edited by hand since the last import, and left so', kept),
    ...listed(
      'have no row any more; delete the file, or put the id into retired.yaml',
      gone.map(({ id, title }) => `${id} (${title})`),
    ),
    dryRun
      ? 'Nothing was written.'
      : `What each column is stands in ${map}. Next: npx prepdeck check${lang === undefined ? '' : ` --lang ${lang}`}`,
  ];
}

function columnText({ column, header, target, by }: TableColumn): string {
  const name = `  ${letters(column)} ${header === '' ? '(no header)' : header}`;
  if (target === undefined) return `${name}: left`;
  return `${name} → ${target}${by === 'guess' ? ' (a guess)' : ''}`;
}

/** The most files or cards that one line names. */
const SHOWN = 12;

function listed(what: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const more = names.length > SHOWN ? [`    and ${names.length - SHOWN} more`] : [];
  return [`  ${what}:`, ...names.slice(0, SHOWN).map((name) => `    ${name}`), ...more];
}
