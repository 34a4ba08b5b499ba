import type { Suit } from '../../model/card.ts';
import { restored } from '../../model/harmless.ts';
import { lookUp } from '../../model/look-up.ts';
import type { Problem } from '../../model/problem.ts';
import { didYouMean } from '../../model/suggest.ts';
import type { CardSource } from '../cards/card-file.ts';
import { textAtKey, valueAtKey } from '../chain/merge.ts';
import { cellFaults, hiddenRowsNote } from './cell-faults.ts';
import { type Chosen, suitsByName } from './choose-sheets.ts';
import { type ColumnTarget, type TableColumn, type TableHeader, type Targets, tableColumns } from './columns.ts';
import { goneColumns } from './gone-columns.ts';
import type { Kind } from './kinds.ts';
import type { NamedRow } from './match-rows.ts';
import { type CardRow, cellAt, entryOf, kindAt, pathsOf, type RulesOf } from './rows.ts';
import { cellError, type Table, type TableRow } from './table.ts';

/** What rows are read with. */
export interface TableContext {
  suits: readonly Suit[];
  rulesOf: RulesOf;
  /** The deck’s own cards. */
  sources: ReadonlyMap<string, CardSource>;
}

/** A table as cards. */
export interface TableCards {
  columns: TableColumn[];
  rows: NamedRow[];
  problems: Problem[];
}

/** Reads the rows of a table as cards: their columns, suits and values. */
export function cardsOfTable(
  { table, suit }: Chosen,
  map: Readonly<Record<string, ColumnTarget | null>> | undefined,
  context: TableContext,
): TableCards {
  const [header, ...rows] = table.rows;
  if (!header) return { columns: [], rows: [], problems: [] };
  const headers = headersOf(header, rows, suitsByName(context.suits));
  const named = suitsNamed(headers, rows, map, suitsByName(context.suits));
  const known = wordsBelow('id', headers, rows).map((id) => suitOfCard(id, context));
  const suits = context.suits.filter((one) => one === suit || named.includes(one) || known.includes(one));
  const columns = tableColumns(headers, targetsOf(suits, context, wordsBelow('face', headers, rows)), map);
  const problems = [
    ...columnProblems(table, header.number, columns, headers),
    ...goneColumns(table, header.number, columns, map),
  ];
  if (suits.length === 0) return { columns, rows: [], problems: [...problems, noSuit(table, header.number, context)] };
  const nameless = noTitle(table, header.number, columns);
  if (nameless) return { columns, rows: [], problems: [...problems, nameless] };
  const wanted = columns.filter((one) => one.target !== undefined);
  const full = rows.filter(({ cells }) => wanted.some(({ column }) => isFull(cells[column])));
  const kinds = (target: ColumnTarget = '') => suits.map((one) => kindIn([one], target, context).is);
  const faults = cellFaults(
    table,
    full,
    wanted.map(({ column, target }) => ({
      column,
      isNumber: kinds(target).includes('number'),
      isText: kinds(target).every((kind) => kind === 'text' || kind === 'list'),
    })),
  );
  problems.push(...hiddenRowsNote(table, full), ...faults);
  const cards = full.flatMap((row) => cardOf(row, { table, columns, suit, context }, problems) ?? []);
  return { columns, rows: cards, problems };
}

/** The suit that a word names. */
type SuitOf = ReturnType<typeof suitsByName>;

function headersOf({ cells }: TableRow, rows: readonly TableRow[], suitOf: SuitOf): TableHeader[] {
  const width = Math.max(cells.length, ...rows.map((row) => row.cells.length));
  return Array.from({ length: width }, (_, column) => {
    const full = rows.map((row) => row.cells[column]).filter(isFull);
    const named = full.filter(({ text }) => suitOf(restored(text)));
    return {
      column,
      text: restored((cells[column]?.text ?? '').replace(/\s+/gu, ' ')),
      isFull: full.length > 0,
      isFiles: full.every(({ text }) => PICTURE.test(text)),
      // More than half, so that a misspelt suit among many is reported; more than one, since a single title may be a suit's name too.
      isSuits: named.length > 1 && named.length > full.length / 2,
    };
  }).filter(({ text, isFull }) => text !== '' || isFull);
}

const PICTURE = /^[^\n]+\.(?:png|jpe?g|webp|avif|gif|svg)$/iu;

function isFull(cell: TableRow['cells'][number] | undefined): cell is TableRow['cells'][number] {
  return cell !== undefined && (cell.text !== '' || cell.fault !== undefined);
}

/** The suits that rows name in the column that says them: by the map, by its name, or where most of it names suits. */
function suitsNamed(
  headers: readonly TableHeader[],
  rows: readonly TableRow[],
  map: Readonly<Record<string, ColumnTarget | null>> = {},
  suitOf: SuitOf,
): Suit[] {
  const open = headers.filter(({ text }) => !Object.hasOwn(map, text));
  const column =
    headers.find(({ text }) => lookUp(map, text) === 'suit') ??
    open.find(({ text }) => text.toLowerCase() === 'suit') ??
    open.find(({ isSuits }) => isSuits);
  return wordsIn(column, rows).flatMap((word) => suitOf(word) ?? []);
}

/** The texts of the cells below the header of a key. */
function wordsBelow(key: string, headers: readonly TableHeader[], rows: readonly TableRow[]): string[] {
  return wordsIn(
    headers.find(({ text }) => text.toLowerCase() === key),
    rows,
  );
}

function wordsIn(header: TableHeader | undefined, rows: readonly TableRow[]): string[] {
  const words = header === undefined ? [] : rows.map(({ cells }) => restored(cells[header.column]?.text ?? ''));
  return [...new Set(words)].filter((word) => word !== '');
}

/** What the columns of a table of some suits may be; `faces` are further looks that its rows name. */
export function targetsOf(
  suits: readonly Suit[],
  { rulesOf, sources }: TableContext,
  faces: readonly string[] = [],
): Targets {
  const looks = suits.flatMap((suit) =>
    [...new Set([...suitLooks(suit, sources), ...faces])].flatMap((face) => rulesOf(suit, face) ?? []),
  );
  const keys = looks.flatMap(({ rules }) => Object.entries(rules).flatMap(([key, { kind }]) => pathsOf(key, kind)));
  const isFree = ({ look }: (typeof looks)[number]) => look.sections === undefined;
  const own = [...sources.values()].filter(({ front }) => suits.some((suit) => suit.id === valueAtKey(front, 'suit')));
  const used = looks.some(isFree) ? own.flatMap(({ parts }) => parts.map(({ heading }) => heading)) : [];
  const headings = [...looks.flatMap(({ look }) => Object.keys(look.sections ?? {})), ...used];
  return {
    keys: [...new Set(keys)],
    headings: [...new Set(headings)].filter((heading) => heading !== ''),
    free: looks.some(isFree),
    familyKeys: suits.flatMap(({ familyKey }) => familyKey || []),
  };
}

/** The looks of a suit: its own, and those that cards of it name. */
function suitLooks(suit: Suit, sources: TableContext['sources']): string[] {
  const own = [...sources.values()].flatMap(({ front }) => {
    return (valueAtKey(front, 'suit') === suit.id ? textAtKey(front, 'face') : undefined) ?? [];
  });
  return [...new Set([suit.face, ...own])];
}

/** The kind of a column's values, of whichever of some suits a row is. */
export function kindIn(suits: readonly Suit[], target: ColumnTarget, { rulesOf, sources }: TableContext): Kind {
  const kinds = suits.flatMap((suit) =>
    suitLooks(suit, sources).map((face) => kindAt(rulesOf(suit, face)?.rules ?? {}, target.split('.'))),
  );
  return kinds.find((kind) => kind.is !== 'text') ?? { is: 'text' };
}

/** The suit of a card that is there: a table of translations with ids need not say it. */
function suitOfCard(id: string, { suits, sources }: TableContext): Suit | undefined {
  const suit = valueAtKey(sources.get(id)?.front, 'suit');
  return suits.find((one) => one.id === suit);
}

/** A table whose rows are of no known suit: none of its columns can be known. */
function noSuit(table: Table, row: number, { suits }: TableContext): Problem {
  const allowed = suits.map(({ id }) => id);
  const message = 'It is not said which suit the cards are of.';
  const note = `Add --suit, e.g. --suit ${allowed[0]}, or a column "suit" that says it for each row.`;
  return cellError(table, { row, column: 0, rule: 'suit', message, note, allowed });
}

/** A table without a column of titles or ids: one problem instead of one for each row. */
function noTitle(table: Table, row: number, columns: readonly TableColumn[]): Problem | undefined {
  if (columns.some(({ target }) => target === 'title' || target === 'id')) return undefined;
  const [first] = columns;
  const message = 'No column is the title of the cards.';
  const note = 'Call one of them "title" in the first row.';
  const got = columns.map(({ header }) => header).join(', ');
  return cellError(table, { row, column: first?.column ?? 0, rule: 'column', message, note, got });
}

/** Two columns for one key or section, and headers that fit several. */
function columnProblems(
  table: Table,
  row: number,
  columns: readonly TableColumn[],
  headers: readonly TableHeader[],
): Problem[] {
  return columns.flatMap(({ column, header, target, between }): Problem[] => {
    const say = (message: string, note: string, allowed?: readonly string[]) =>
      cellError(table, { row, column, rule: 'column', message, note, allowed });
    const other = columns.find((one) => one.column < column && one.target === target);
    if (target !== undefined && other) {
      return [
        say(`The columns "${other.header}" and "${header}" are both ${target}.`, 'Delete one of them, or rename it.'),
      ];
    }
    if (between)
      return [say(`"${header}" may be ${between.join(' or ')}.`, 'Write one of them as the header.', between)];
    const same = headers.find((one) => one.column < column && one.text === header);
    return same && header !== '' ? [say(`Two columns are called "${header}".`, 'Rename one of them.')] : [];
  });
}

interface RowContext {
  table: Table;
  columns: readonly TableColumn[];
  suit: Suit | undefined;
  context: TableContext;
}

function cardOf(
  row: TableRow,
  { table, columns, suit: usual, context }: RowContext,
  problems: Problem[],
): NamedRow | undefined {
  const first = columns.find(({ column, target }) => target !== undefined && isFull(row.cells[column]))?.column ?? 0;
  const at = (target: ColumnTarget) => columns.find((one) => one.target === target)?.column ?? first;
  const text = (target: ColumnTarget) => restored(cellAt(row, columns, target)?.text ?? '');
  const fail = (column: number, rule: string, message: string, allowed: readonly string[]) =>
    problems.push(cellError(table, { row: row.number, column, rule, message, allowed }));
  const named = text('suit');
  const suit = named === '' ? (usual ?? suitOfCard(text('id'), context)) : suitsByName(context.suits)(named);
  const ids = context.suits.map(({ id }) => id);
  if (!suit) {
    const unknown = `There is no suit "${named}".${didYouMean(named, ids)}`;
    fail(at('suit'), 'suit', named === '' ? 'It is not said which suit this card is of: add --suit.' : unknown, ids);
    return undefined;
  }
  const face = text('face') || textAtKey(context.sources.get(text('id'))?.front, 'face') || suit.face;
  const made = context.rulesOf(suit, face);
  if (!made) {
    fail(at('face'), 'face', `There is no face layout "${face}".`, suitLooks(suit, context.sources));
    return undefined;
  }
  const place = { row: row.number, column: columns.some(({ target }) => target === 'title') ? at('title') : first };
  const entries = columns.flatMap(({ column, target }) => {
    if (target === undefined || target === 'id' || (target === 'suit' && named === '')) return [];
    const cell = target === 'suit' ? { text: suit.id } : row.cells[column];
    return [[target, entryOf(target, cell, { row: row.number, column }, made.rules)] as const];
  });
  const title = text('title').replace(/\s+/gu, ' ');
  const card: CardRow = { row: row.number, suit, ...made, entries: new Map(entries), id: text('id'), title, place };
  return { ...card, table };
}
