import type { FieldValue, FilledSheet, RoomRecord } from './record.ts';
import type { FieldShape, NamedPart, SheetShape } from './shape.ts';

// A record as people read it: the sheets in their order, each with its headings and labels in place of ids.

/** A filled-in sheet to read. */
export interface FilledPage {
  sheet: string;
  team: string;
  title: string;
  /** False where the deck has no such sheet: what is written there is called as in the file. */
  known: boolean;
  parts: readonly FilledPart[];
}

/** What is written under a heading. */
interface FilledPart {
  heading: string;
  entries: readonly FilledEntry[];
}

/** A field that is written in, or a table with the rows that are. */
export type FilledEntry =
  | { kind: 'text'; label: string; value: string }
  | { kind: 'table'; label: string; head: readonly string[]; rows: readonly (readonly string[])[] };

/** What a tick is read as. */
type Yes = string;

/** The sheets of a record in the deck's order; those that the deck does not have come last. Nothing that is written is left out. */
export function filledPages({ sheets }: RoomRecord, shapes: readonly SheetShape[], yes: Yes): FilledPage[] {
  const ids = shapes.map(({ id }) => id);
  const known = ids.flatMap((id) => sheets.filter(({ sheet }) => sheet === id));
  const others = sheets.filter(({ sheet }) => !ids.includes(sheet));
  return [...known, ...others].map((one) => {
    const shape = shapes.find(({ id }) => id === one.sheet);
    const { sheet, team } = one;
    return { sheet, team, title: shape?.title ?? sheet, known: shape !== undefined, parts: partsOf(one, shape, yes) };
  });
}

/** The names of a sheet's fields that are not on the worksheet. */
export function unknownFields({ fields }: FilledSheet, shape: SheetShape): string[] {
  return Object.keys(fields).filter((name) => !shape.fields.some((field) => holds(field, name)));
}

function partsOf(sheet: FilledSheet, shape: SheetShape | undefined, yes: Yes): FilledPart[] {
  const written = new Map(Object.entries(sheet.fields));
  const headings = [...new Set(shape?.fields.map(({ section }) => section))];
  const parts = headings.map((heading) => ({
    heading,
    entries: (shape?.fields ?? [])
      .filter(({ section }) => section === heading)
      .flatMap((field) => (field.columns.length > 0 ? tableOf(field, written, yes) : textOf(field, written, yes))),
  }));
  const others = shape ? unknownFields(sheet, shape) : [...written.keys()];
  const rest = others.flatMap((id) => textOf({ id, label: id }, written, yes));
  return [...parts, { heading: '', entries: rest }].filter(({ entries }) => entries.length > 0);
}

type Texts = ReadonlyMap<string, FieldValue>;

function textOf({ id, label }: NamedPart, written: Texts, yes: Yes): FilledEntry[] {
  const value = read(written.get(id), yes);
  return value === '' ? [] : [{ kind: 'text', label: label || id, value }];
}

function read(value: FieldValue | undefined, yes: Yes): string {
  return value === true ? yes : (value ?? '');
}

/** The rows of a table that are written in; a first column has their names, where they have any. */
function tableOf(field: FieldShape, written: Texts, yes: Yes): FilledEntry[] {
  const { columns } = field;
  const rows = [...field.rows, ...addedRows(field, [...written.keys()])].flatMap((row) => {
    const cells = columns.map((column) => read(written.get([field.id, row.id, column.id].join('.')), yes));
    return cells.some((cell) => cell !== '') ? [[row.label, ...cells]] : [];
  });
  if (rows.length === 0) return [];
  const isNamed = rows.some(([name]) => name !== '');
  const shown = ([name = '', ...cells]: readonly string[]) => (isNamed ? [name, ...cells] : cells);
  const head = shown(['', ...columns.map(({ label }) => label)]);
  return [{ kind: 'table', label: field.label, head, rows: rows.map(shown) }];
}

/** Rows that somebody added to a table of rows without names, by number. */
function addedRows({ id, rows }: FieldShape, names: readonly string[]): NamedPart[] {
  if (rows.some(({ label }) => label !== '')) return [];
  const numbers = names.flatMap((name) => {
    const [table, number = ''] = name.split('.');
    return table === id && isRowNumber(number) && !rows.some((row) => row.id === number) ? [Number(number)] : [];
  });
  return [...new Set(numbers)].sort((a, b) => a - b).map((number) => ({ id: String(number), label: '' }));
}

/** Whether a field is where something is written: by its own name, or as a cell of a table. */
function holds({ id, columns, rows }: FieldShape, name: string): boolean {
  if (columns.length === 0) return id === name;
  const [table, row = '', column, ...more] = name.split('.');
  const isColumn = more.length === 0 && columns.some((one) => one.id === column);
  const isNamed = rows.some(({ label }) => label !== '');
  return table === id && isColumn && (rows.some((one) => one.id === row) || (!isNamed && isRowNumber(row)));
}

/** A row's number as it is written: `12`, not `012`. */
function isRowNumber(text: string): boolean {
  return /^[1-9]\d{0,2}$/.test(text);
}
