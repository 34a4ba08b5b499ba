import type { Field, Worksheet } from '../model/kit.ts';

/** A worksheet as a record needs it: what its fields are called. Plain data, for the browser too. */
export interface SheetShape {
  id: string;
  title: string;
  fields: readonly FieldShape[];
}

/** A field and the heading that it stands under; a table has columns and rows, all else has none. */
export interface FieldShape {
  id: string;
  label: string;
  section: string;
  columns: readonly NamedPart[];
  rows: readonly NamedPart[];
}

/** A column or a row; an empty row has its number as its id, and no label. */
export interface NamedPart {
  id: string;
  label: string;
}

/** What a record needs of a worksheet. */
export function shapeOf({ id, title, fields }: Pick<Worksheet, 'id' | 'title' | 'fields'>): SheetShape {
  return { id, title, fields: fields.map(fieldShape) };
}

function fieldShape(field: Field): FieldShape {
  const { id, label, section } = field;
  const { columns, rows } = field.kind === 'table' ? field : { columns: [], rows: [] };
  return { id, label, section, columns: columns.map(named), rows: rows.map(named) };
}

function named({ id, label }: NamedPart): NamedPart {
  return { id, label };
}
