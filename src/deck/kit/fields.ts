import type { Root } from 'mdast';
import type { Column, Field, Row } from '../../model/kit.ts';
import { lookUp } from '../../model/look-up.ts';
import { error, type Place } from '../../model/problem.ts';
import type { Report } from '../../read/files.ts';
import { literalAttributes, type Tag, tagsIn } from '../cards/attributes.ts';
import { placeOf } from '../cards/parts.ts';
import type { Inventory } from '../cards/tallies.ts';
import { FIELD_TAGS, wrongQuery } from './tags.ts';

/** A tag of a field with its attributes, which were checked. */
interface Written {
  name: string;
  given: Readonly<Record<string, string>>;
  place: Place;
}

/** Where fields are read. */
export interface FieldContext {
  /** As shown. */
  file: string;
  inventory: Inventory;
  report: Report;
}

/** The fields of a section, in reading order; columns and rows belong to the table before them. */
export function fieldsIn(tree: Root, section: string, context: FieldContext): Field[] {
  const fields: Field[] = [];
  for (const { name, given, place } of tagsIn(tree).flatMap((tag) => writtenAs(tag, context.file))) {
    const { id = '', label = '', hint = '' } = given;
    const common = { id, label, hint, section, place };
    if (name === 'Column' || name === 'Row') addToTable(fields.at(-1), { name, given, place }, context);
    else fields.push({ ...common, ...contentOf(name, given) });
    if (given.of !== undefined) checkQuery({ name, given, place }, context);
  }
  return fields.map((field) => whole(field, context));
}

function checkQuery({ name, given, place }: Written, { file, inventory, report }: FieldContext): void {
  const message = wrongQuery(name, given.of ?? '', inventory);
  if (message) report(error({ file, place, rule: 'kit/query', message, got: given.of }));
}

type Content = Field extends infer One ? (One extends Field ? Omit<One, keyof Common> : never) : never;
type Common = Pick<Field, 'id' | 'label' | 'hint' | 'section' | 'place'>;

function contentOf(name: string, given: Written['given']): Content {
  switch (name) {
    case 'Box':
      return { kind: 'box', lines: Number(given.lines ?? 0) };
    case 'Tick':
      return { kind: 'tick' };
    case 'Scale':
      return {
        ...{ kind: 'scale', from: Number(given.from), to: Number(given.to) },
        ...{ low: given.low ?? '', high: given.high ?? '' },
      };
    case 'Vote':
      return { kind: 'vote' };
    case 'Dots':
      return { kind: 'dots', count: Number(given.count) };
    case 'CardPlace':
      return { kind: 'card', of: given.of ?? '' };
    case 'Table':
      return { kind: 'table', columns: [], rows: emptyRows(Number(given.rows ?? 0)) };
    default:
      return given.of === undefined ? { kind: 'line' } : { kind: 'line', of: given.of };
  }
}

function emptyRows(count: number): Row[] {
  return Array.from({ length: count }, (_, at) => ({ id: String(at + 1), label: '' }));
}

/** Puts a column or a row into the table that it stands under. */
function addToTable(field: Field | undefined, { name, given, place }: Written, { file, report }: FieldContext): void {
  const { id = '', label = '' } = given;
  if (field?.kind !== 'table') {
    const message = `<${name}> stands under no <Table>.`;
    report(
      error({ file, place, rule: 'kit/no-table', message, note: 'Columns and rows come right after their table.' }),
    );
    return;
  }
  const parts: (Column | Row)[] = name === 'Column' ? (field.columns as Column[]) : (field.rows as Row[]);
  if (parts.some((one) => one.id === id)) report(error({ file, place, ...twice(id) }));
  else if (name === 'Row') parts.push({ id, label });
  else parts.push({ id, label, kind: kindOf(given.kind), width: Number(given.width ?? 1), of: given.of ?? '' });
}

function kindOf(kind: string | undefined): Column['kind'] {
  return kind === 'tick' || kind === 'vote' || kind === 'card' || kind === 'date' ? kind : 'line';
}

/** The field; reports a table that has nothing to fill in. */
function whole(field: Field, { file, report }: FieldContext): Field {
  if (field.kind !== 'table' || (field.columns.length > 0 && field.rows.length > 0)) return field;
  const lacks = field.columns.length === 0 ? 'columns' : 'rows';
  const note = lacks === 'rows' ? 'Write <Table … rows="8" />, or <Row … /> below it.' : 'Write <Column … /> below it.';
  const message = `The table "${field.id}" has no ${lacks}.`;
  report(error({ file, place: field.place, rule: 'kit/empty-table', message, note }));
  return field;
}

/** Reports ids that a page has twice: what is written in one field would be taken for the other's. */
export function checkIds(fields: readonly Field[], file: string, report: Report): void {
  const known = new Set<string>();
  for (const { id, place } of fields) {
    if (known.has(id)) report(error({ file: place.file ?? file, place, ...twice(id) }));
    known.add(id);
  }
}

function twice(id: string) {
  const note = 'What is written in a field is kept by its id: give each another one.';
  return { rule: 'kit/id-twice', message: `The id "${id}" stands here twice.`, note, got: id };
}

function writtenAs(tag: Tag, file: string): Written[] {
  const name = tag.name ?? '';
  const place = { ...placeOf(tag), file };
  return lookUp(FIELD_TAGS, name) === undefined ? [] : [{ name, given: literalAttributes(tag) ?? {}, place }];
}
