import { stat } from 'node:fs/promises';
import path from 'node:path';
import { suitNamed } from '../deck/suits.ts';
import { cardsOfSuit, type ExportTable, exportTable } from '../deck/table/export-rows.ts';
import { hashOfCell, mapPath, mapText, readMap, type TableMap } from '../deck/table/map-file.ts';
import { type DeckAt, type OpenedDeck, openForTable } from '../deck/table/open-deck.ts';
import { xlsxBytes } from '../deck/table/write-xlsx.ts';
import type { Suit } from '../model/card.ts';
import { csvText, UTF8_MARK } from '../model/csv.ts';
import { hasErrors, type Problem } from '../model/problem.ts';
import { UsageError } from '../model/usage.ts';
import { writeWhole } from './write-whole.ts';

/** What to write, and where. */
export interface ExportRequest extends DeckAt {
  /** Absolute path of the spreadsheet: .xlsx, .csv or .tsv. */
  file: string;
  /** Ids of suits; empty for all that have cards. */
  suits: readonly string[];
  /** True where a file that is there may be replaced. */
  force?: boolean | undefined;
  /** True for a table without cards, to be filled in. */
  empty?: boolean | undefined;
}

/** What was written. */
export interface Exported {
  problems: Problem[];
  tables: readonly ExportTable[];
  /** The map file, as shown; empty where nothing was written. */
  map: string;
}

/**
 * Writes the deck’s own cards as a spreadsheet, and the map by which `prepdeck import` takes it back.
 *
 * @throws UsageError for a suit that does not exist, for another kind of file, and for a file that exists already
 */
export async function exportCards(request: ExportRequest): Promise<Exported> {
  const { chain, file, suits: ids, empty = false } = request;
  const kind = path.extname(file).toLowerCase();
  if (!['.xlsx', '.csv', '.tsv'].includes(kind)) {
    throw new UsageError(`a table is written as .xlsx, .csv or .tsv (got: ${path.basename(file)})`);
  }
  if (!request.force && (await stat(file).catch(() => undefined))) {
    throw new UsageError(`${path.basename(file)} is there already. Name another file, or replace it with --force`);
  }
  const problems: Problem[] = [];
  const opened = await openForTable(request, problems);
  if (!opened) return { problems, tables: [], map: '' };
  const suits = suitsFor(ids, opened, empty);
  const tables = tablesOf(suits, opened, { isBook: kind === '.xlsx', empty, problems });
  const mapFile = mapPath(chain.dir, file);
  const map = await readMap(mapFile, opened.folder, (problem) => problems.push(problem));
  if (!map || hasErrors(problems)) return { problems, tables, map: '' };
  const content = kind === '.xlsx' ? await xlsxBytes(tables) : plainText(tables, kind === '.tsv' ? '\t' : ',');
  await writeWhole([
    { file, content },
    { file: mapFile, content: mapText(file, mapAfter(map, tables)) },
  ]);
  return { problems, tables, map: path.relative(chain.root, mapFile).split(path.sep).join('/') };
}

function suitsFor(ids: readonly string[], opened: OpenedDeck, empty: boolean): Suit[] {
  for (const id of ids) suitNamed(id, opened.suits);
  const wanted = opened.suits.filter(({ id }) => ids.length === 0 || ids.includes(id));
  const full = wanted.filter((suit) => empty || cardsOfSuit(opened, suit).length > 0);
  if (full.length === 0) throw new UsageError('there are no cards of this deck’s own to write');
  return full;
}

/** A workbook has a sheet for each suit, any other file one table for all. */
function tablesOf(
  suits: readonly Suit[],
  opened: OpenedDeck,
  { isBook, empty, problems }: { isBook: boolean; empty: boolean; problems: Problem[] },
): ExportTable[] {
  const cards = (suit: Suit) => (empty ? [] : cardsOfSuit(opened, suit));
  // Refused: a card whose Markdown can't be read would lose its sections in the spreadsheet.
  const mistakes = suits.flatMap(cards).flatMap(({ parts }) => parts.flatMap(({ mistake }) => mistake ?? []));
  problems.push(...mistakes);
  if (!isBook) return [exportTable({ name: 'table', suits, cards: suits.flatMap(cards) }, opened, problems)];
  return suits.map((suit) =>
    exportTable({ name: sheetName(suit, suits), suits: [suit], cards: cards(suit) }, opened, problems),
  );
}

/** A suit’s name, if a workbook allows it for a sheet and no other suit has it; else the suit’s id. */
function sheetName({ id, name }: Suit, suits: readonly Suit[]): string {
  const isGood = /^[^[\]:*?/\\']{1,31}$/u.test(name);
  const others = suits.filter((suit) => suit.name.toLowerCase() === name.toLowerCase());
  return isGood && others.length === 1 ? name : id.slice(0, 31);
}

function plainText(tables: readonly ExportTable[], separator: ',' | '\t'): string {
  const rows = tables.flatMap(({ columns, rows: cards }) => [
    columns.map(({ header }) => header),
    ...cards.map(({ cells }) => cells),
  ]);
  return UTF8_MARK + csvText(rows, separator);
}

function mapAfter(map: TableMap, tables: readonly ExportTable[]): TableMap {
  const sheets = tables.map(({ name, suits, columns }) => {
    const [only, ...others] = suits;
    const targets = Object.fromEntries(columns.map(({ header, target }) => [header, target]));
    return [name, { ...(only && others.length === 0 && { suit: only.id }), columns: targets }] as const;
  });
  const cards = tables.flatMap(({ name, columns, rows }) =>
    rows.map(({ id, title, cells }) => {
      const base = columns.map(({ target }, at) => [target, hashOfCell(cells[at] ?? '')] as const);
      const own = base.filter(([target]) => target !== 'id');
      return [id, { title, sheet: name, base: Object.fromEntries(own) }] as const;
    }),
  );
  return {
    sheets: { ...map.sheets, ...Object.fromEntries(sheets) },
    cards: { ...map.cards, ...Object.fromEntries(cards) },
  };
}
