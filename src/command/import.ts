import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { textAtKey } from '../deck/chain/merge.ts';
import { changedText, newText } from '../deck/table/card-text.ts';
import { cardsOfTable, type TableContext } from '../deck/table/cards-of-table.ts';
import { checkRows, type PlannedCard } from '../deck/table/check-rows.ts';
import { type Chosen, chosenTables, type TableChoice, tableName } from '../deck/table/choose-sheets.ts';
import type { TableColumn } from '../deck/table/columns.ts';
import { mapPath, mapText, readMap, type TableMap } from '../deck/table/map-file.ts';
import { matchRows, type NamedRow } from '../deck/table/match-rows.ts';
import type { Prefer } from '../deck/table/merge-row.ts';
import { type DeckAt, type OpenedDeck, openForTable } from '../deck/table/open-deck.ts';
import { readTables } from '../deck/table/read-tables.ts';
import { byCell, type Table } from '../deck/table/table.ts';
import type { Suit } from '../model/card.ts';
import { lookUp } from '../model/look-up.ts';
import { hasErrors, type Problem } from '../model/problem.ts';
import { planCards } from './import-plan.ts';
import { openLanguage, planTranslations } from './import-translations.ts';
import { type NewFile, writeWhole } from './write-whole.ts';

/** What to import, and how. */
export interface ImportRequest extends TableChoice, DeckAt {
  /** Absolute path of the spreadsheet. */
  file: string;
  /** Absolute path of the map file; left out: in the deck’s folder `tables`. */
  map?: string | undefined;
  renames?: readonly string[] | undefined;
  allNew?: boolean | undefined;
  prefer?: Prefer | undefined;
  /** A language: the rows are translations of cards that are there. */
  lang?: string | undefined;
  /** True where nothing is to be written. */
  dryRun?: boolean | undefined;
}

/** The result of an import, or with `dryRun` the result that it would have. */
export interface Imported {
  problems: Problem[];
  tables: { table: Table; suit: Suit | undefined; columns: readonly TableColumn[]; rows: number }[];
  /** Sheets that were not read. */
  left: readonly Table[];
  /** Files, as shown. */
  added: string[];
  changed: string[];
  /** How many cards stayed as they were. */
  same: number;
  /** Files that differ from their rows and were left alone, since somebody has edited them after the last import. */
  kept: string[];
  /** Cards of an earlier import that have no row any more. */
  gone: { id: string; title: string }[];
  /** The map file, as shown; empty where it is not written. */
  map: string;
}

/**
 * Imports the cards of a spreadsheet: writes new ones, and changes those whose cells have changed. While there is an error,
 * no card is written.
 *
 * @throws UsageError for a suit or a sheet that does not exist, or a rename of a column that does not
 */
export async function importTable(request: ImportRequest): Promise<Imported> {
  const { chain, file, dryRun = false } = request;
  const show = (one: string) => path.relative(chain.root, one).split(path.sep).join('/');
  const done = nothingYet();
  const source = await openSource(request, show(file), done);
  if (!source) return done;
  const { opened, map, mapFile, chosen } = source;
  const { cards, gone } = await plannedRows(source, request, done);
  done.problems = byCell(done.problems);
  sortOut(cards, done, show);
  const stays = gone.filter((id) => opened.sources.has(id));
  done.gone = stays.map((id) => ({ id, title: lookUp(map.cards, id)?.title ?? id }));
  const parts = { map, chosen, tables: done.tables, cards, stays };
  if (hasErrors(done.problems)) {
    if (dryRun || !isFirst(source, done.tables)) return done;
    await writeWhole([{ file: mapFile, content: mapText(file, { sheets: sheetsAfter(parts), cards: map.cards }) }]);
  } else if (!dryRun) {
    const files: NewFile[] = [];
    for (const card of cards) files.push(...(await fileOf(card)));
    await writeWhole([...files, { file: mapFile, content: mapText(file, mapAfter(parts)) }]);
  }
  done.map = show(mapFile);
  return done;
}

/**
 * Whether the columns are known now, but not yet in the map. Then the map is written even where rows have errors: a wrong guess at a
 * column, which the author corrects in the map, may be their cause.
 */
function isFirst({ map, chosen }: ImportSource, tables: Imported['tables']): boolean {
  const isKnown = tables.every(({ rows }) => rows > 0);
  return isKnown && chosen.some(({ name }) => lookUp(map.sheets, name) === undefined);
}

function nothingYet(): Imported {
  const lists = { problems: [], tables: [], left: [], added: [], changed: [], kept: [], gone: [] };
  return { ...lists, same: 0, map: '' };
}

/** A spreadsheet to import, and the deck that it goes into. */
interface ImportSource {
  opened: OpenedDeck;
  map: TableMap;
  /** Absolute path. */
  mapFile: string;
  chosen: readonly Chosen[];
}

/** Opens the deck, the spreadsheet and its map; undefined where one of them can't be read. */
async function openSource(request: ImportRequest, shown: string, done: Imported): Promise<ImportSource | undefined> {
  const opened = await openForTable(request, done.problems);
  const read = await readTables(request.file, shown, request.lang ?? ownLanguage(request.chain));
  done.problems.push(...read.problems);
  const mapFile = request.map ?? mapPath(request.chain.dir, request.file, request.lang);
  const map = opened && (await readMap(mapFile, opened.folder, (problem) => done.problems.push(problem)));
  if (!opened || !map || hasErrors(done.problems)) return undefined;
  const { chosen, left } = chosenTables(read.tables, request, opened.suits, map);
  done.left = left;
  return { opened, map, mapFile, chosen };
}

/** What becomes of each row, and the ids of earlier imports that have no row any more. */
async function plannedRows(source: ImportSource, request: ImportRequest, done: Imported) {
  const { opened, map } = source;
  const merging = { map, prefer: request.prefer, problems: done.problems };
  if (request.lang !== undefined) {
    const rows = rowsOf(source.chosen, map, opened, done);
    const language = await openLanguage(request, request.lang, request.dryRun === true);
    return { cards: planTranslations(rows, language, merging), gone: [] };
  }
  const { rows, gone } = identifyRows(source, request, done);
  const cards = planCards(rows, opened, merging);
  done.problems.push(...(await checkRows(cards, request)));
  return { cards, gone };
}

/** What deck.yaml says of the deck's language; empty where it says nothing. */
function ownLanguage({ layers }: ImportRequest['chain']): string {
  return layers.flatMap(({ deckFile }) => textAtKey(deckFile, 'lang') ?? []).at(-1) ?? '';
}

/** Each row with its card, and the ids of earlier imports that have no row any more. */
function identifyRows({ opened, map, chosen }: ImportSource, request: ImportRequest, done: Imported) {
  const identified = matchRows(rowsOf(chosen, map, opened, done), {
    records: map.cards,
    sources: opened.sources,
    sheets: new Set(chosen.map(({ name }) => name)),
    renames: request.renames ?? [],
    allNew: request.allNew ?? false,
  });
  done.problems.push(...identified.problems);
  return identified;
}

function rowsOf(chosen: readonly Chosen[], map: TableMap, context: TableContext, done: Imported): NamedRow[] {
  return chosen.flatMap((one) => {
    const { columns, rows, problems } = cardsOfTable(one, lookUp(map.sheets, one.name)?.columns, context);
    done.problems.push(...problems);
    done.tables.push({ table: one.table, suit: one.suit, columns, rows: rows.length });
    return rows;
  });
}

/** Which cards are new, changed, or as they were. */
function sortOut(cards: readonly PlannedCard[], done: Imported, show: (file: string) => string): void {
  for (const { source, merged, path: file } of cards) {
    if (!source) done.added.push(show(file));
    else if (merged.changes.length > 0) done.changed.push(show(file));
    else done.same += 1;
    if (merged.kept.length > 0) done.kept.push(show(file));
  }
}

/** The file of a card that is new or changes. */
async function fileOf({ source, merged, path: file, before, after, parts, row }: PlannedCard): Promise<NewFile[]> {
  if (source && merged.changes.length === 0) return [];
  if (source) return [{ file, content: await changedFile(file, (text) => changedText(text, before, after, parts)) }];
  const sections = parts.map(({ heading }) => [heading, String(row.entries.get(`## ${heading}`)?.value)] as const);
  return [{ file, content: newText(after, new Map(sections)) }];
}

/** A card’s text, read as the loader reads it, after a change; lines end as they did. */
async function changedFile(file: string, change: (text: string) => string): Promise<string> {
  const text = (await readFile(file, 'utf8')).replace(/^\uFEFF/u, '');
  const after = change(text.replace(/\r\n?/gu, '\n').normalize('NFC'));
  return text.includes('\r\n') ? after.replaceAll('\n', '\r\n') : after;
}

/** The parts from which the next map is made. */
interface MapParts extends Pick<ImportSource, 'map' | 'chosen'>, Pick<Imported, 'tables'> {
  cards: readonly PlannedCard[];
  /** Ids of cards that have no row any more, and stay. */
  stays: readonly string[];
}

/** What each column of each sheet is after this import. */
function sheetsAfter({ map, chosen, tables }: Pick<MapParts, 'map' | 'chosen' | 'tables'>): TableMap['sheets'] {
  const sheets = chosen.map(({ name, suit }, at) => {
    const columns = (tables[at]?.columns ?? []).filter(({ header }) => header !== '');
    const targets = columns.map(({ header, target }) => [header, target ?? null] as const);
    const before = lookUp(map.sheets, name)?.columns;
    return [name, { ...(suit && { suit: suit.id }), columns: { ...before, ...Object.fromEntries(targets) } }] as const;
  });
  return { ...map.sheets, ...Object.fromEntries(sheets) };
}

/** The map after this import. */
function mapAfter({ map, chosen, tables, cards, stays }: MapParts): TableMap {
  const read = new Set(chosen.map(({ name }) => name));
  const others = Object.entries(map.cards).filter(([id, { sheet }]) => stays.includes(id) || !read.has(sheet));
  const now = cards.map(({ row, merged }) => {
    return [row.id, { title: row.title, sheet: tableName(row.table), base: merged.base }] as const;
  });
  const sheets = sheetsAfter({ map, chosen, tables });
  return { sheets, cards: Object.fromEntries([...others, ...now]) };
}
