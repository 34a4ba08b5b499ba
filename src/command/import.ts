import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Source } from '../deck/cards/card-file.ts';
import { areRead } from '../deck/cards/parts.ts';
import { valueAtKey } from '../deck/chain/merge.ts';
import { isNumbered } from '../deck/settings.ts';
import { changedText, type Front, newText } from '../deck/table/card-text.ts';
import { cardsOfTable, type Ground } from '../deck/table/cards-of-table.ts';
import { checkRows, hasHeading, type PlannedCard, planned } from '../deck/table/check-rows.ts';
import { type Choice, type Chosen, chosenTables, nameOf } from '../deck/table/choose.ts';
import type { Column } from '../deck/table/columns.ts';
import { identify, type NamedRow } from '../deck/table/identify.ts';
import { mapPath, readMap, type TableMap, writeMap } from '../deck/table/map-file.ts';
import { mergeRow, type Prefer } from '../deck/table/merge.ts';
import { numbersOf } from '../deck/table/numbering.ts';
import { type DeckAt, type OpenedDeck, openForTable } from '../deck/table/open.ts';
import { readTables } from '../deck/table/read.ts';
import { byCell, cellError, type Table } from '../deck/table/table.ts';
import type { Suit } from '../model/card.ts';
import { lookUp } from '../model/look-up.ts';
import { hasErrors, type Problem } from '../model/problem.ts';

/** What to import, and how. */
export interface ImportRequest extends Choice, DeckAt {
  /** Absolute path of the spreadsheet. */
  file: string;
  /** Absolute path of the map file; left out: in the deck’s folder `tables`. */
  map?: string | undefined;
  renames?: readonly string[] | undefined;
  allNew?: boolean | undefined;
  prefer?: Prefer | undefined;
  /** True where nothing is to be written. */
  dryRun?: boolean | undefined;
}

/** What an import did, or with `dryRun` would do. */
export interface Imported {
  problems: Problem[];
  tables: { table: Table; suit: Suit | undefined; columns: readonly Column[]; rows: number }[];
  /** Sheets that were not read. */
  left: readonly Table[];
  /** Files, as shown. */
  added: string[];
  changed: string[];
  /** How many cards stayed as they were. */
  same: number;
  /** Files that say something else than their rows, and were left: edited since. */
  kept: string[];
  /** Cards of an earlier import that have no row any more. */
  gone: { id: string; title: string }[];
  /** The map file, as shown; empty where nothing is written. */
  map: string;
}

/**
 * Imports the cards of a spreadsheet: writes new ones, and changes those whose cells have changed. While there is an error,
 * nothing is written.
 *
 * @throws UsageError for a suit, a sheet or a rename that there is not
 */
export async function importTable(request: ImportRequest): Promise<Imported> {
  const { chain, file, dryRun = false } = request;
  const { dir: deck, root } = chain;
  const show = (one: string) => path.relative(root, one).split(path.sep).join('/');
  const done: Imported = {
    problems: [],
    tables: [],
    left: [],
    added: [],
    changed: [],
    same: 0,
    kept: [],
    gone: [],
    map: '',
  };
  const opened = await openForTable(request, done.problems);
  const read = await readTables(file, show(file));
  done.problems.push(...read.problems);
  const mapFile = request.map ?? mapPath(deck, file);
  const map = opened && (await readMap(mapFile, opened.folder, (problem) => done.problems.push(problem)));
  if (!opened || !map || hasErrors(done.problems)) return done;

  const { chosen, left } = chosenTables(read.tables, request, opened.suits, map);
  done.left = left;
  const rows = rowsOf(chosen, map, opened, done);
  const identified = identify(rows, {
    records: map.cards,
    sources: opened.sources,
    sheets: new Set(chosen.map(({ name }) => name)),
    renames: request.renames ?? [],
    allNew: request.allNew ?? false,
  });
  done.problems.push(...identified.problems);
  const cards = planCards(identified.rows, map, opened, request.prefer, done.problems);
  done.problems.push(...(await checkRows(cards, request)));
  done.problems = byCell(done.problems);
  sortOut(cards, done, show);
  const stays = identified.gone.filter((id) => opened.sources.has(id));
  done.gone = stays.map((id) => ({ id, title: lookUp(map.cards, id)?.title ?? id }));
  if (hasErrors(done.problems)) return done;
  const after = mapAfter(map, chosen, done, cards, stays);
  if (!dryRun) {
    for (const card of cards) await writeCard(card);
    await writeMap(mapFile, file, after);
  }
  done.map = show(mapFile);
  return done;
}

function rowsOf(chosen: readonly Chosen[], map: TableMap, ground: Ground, done: Imported): NamedRow[] {
  return chosen.flatMap((one) => {
    const { columns, rows, problems } = cardsOfTable(one, lookUp(map.sheets, one.name)?.columns, ground);
    done.problems.push(...problems);
    done.tables.push({ table: one.table, suit: one.suit, columns, rows: rows.length });
    return rows;
  });
}

function planCards(
  rows: readonly NamedRow[],
  map: TableMap,
  opened: OpenedDeck,
  prefer: Prefer | undefined,
  problems: Problem[],
): PlannedCard[] {
  const nextNumber = numbersOf(opened.texts, opened.suits);
  return rows.map((row) => {
    const source = opened.sources.get(row.id);
    const merged = mergeRow(row, source, lookUp(map.cards, row.id), prefer);
    if (source && !(source.front && areRead(source.parts))) problems.push(unreadable(row, source));
    problems.push(...mergeProblems(row, merged.conflicts, source), ...headingProblems(row));
    const file = source?.path ?? path.join(opened.folder.dir, 'cards', folderOf(row.suit, opened), `${row.id}.mdx`);
    return planned(row, source, merged, file, source ? {} : newFront(row, nextNumber));
  });
}

/** What a new card has without a cell for it. */
function newFront({ suit, entries }: NamedRow, nextNumber: (suit: Suit) => number): Front {
  const hasNumber = entries.get('number')?.value !== undefined || entries.get('blank')?.value === true;
  return { suit: suit.id, ...(isNumbered(suit) && !hasNumber && { number: nextNumber(suit) }) };
}

/** The folder where the suit’s other cards are. */
function folderOf(suit: Suit, { sources, folder }: OpenedDeck): string {
  const sibling = [...sources.values()].find(({ front }) => valueAtKey(front, 'suit') === suit.id);
  const [first, ...others] = sibling ? path.relative(path.join(folder.dir, 'cards'), sibling.path).split(path.sep) : [];
  return first !== undefined && others.length > 0 ? first : suit.id;
}

function unreadable({ table, place, id }: NamedRow, { file }: Source): Problem {
  const message = `The card "${id}" is there, and its file can’t be read: ${file}.`;
  return cellError(table, { ...place, rule: 'card', message, note: 'What is wrong with it: prepdeck check' });
}

function mergeProblems(
  { table }: NamedRow,
  conflicts: ReturnType<typeof mergeRow>['conflicts'],
  source: Source | undefined,
): Problem[] {
  return conflicts.map(({ entry: { target, place }, there }) =>
    cellError(table, {
      ...place,
      rule: 'both-changed',
      message: `"${target}" is not what ${source?.file} says, and both may have been changed since the last import.`,
      got: `there: ${there === '' ? '(nothing)' : there.replace(/\s+/gu, ' ').slice(0, 80)}`,
      note: 'Make them the same, or take one side for all of these: --prefer sheet, or --prefer deck.',
    }),
  );
}

/** A cell is one section. */
function headingProblems({ table, entries }: NamedRow): Problem[] {
  const wrong = [...entries.values()].filter(
    ({ target, value }) => target.startsWith('## ') && hasHeading(String(value ?? '')),
  );
  return wrong.map(({ place }) => {
    const note = 'Give the second one a column of its own. A heading inside a section is "### Subhead".';
    return cellError(table, {
      ...place,
      rule: 'heading',
      message: 'A line "## …" in this cell begins another section.',
      note,
    });
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

async function writeCard({ source, merged, path: file, before, after, parts, row }: PlannedCard): Promise<void> {
  if (source && merged.changes.length === 0) return;
  if (source) {
    await writeFile(file, changedText(await textOf(file), before, after, parts));
    return;
  }
  await mkdir(path.dirname(file), { recursive: true });
  const sections = parts.map(({ heading }) => [heading, String(row.entries.get(`## ${heading}`)?.value)] as const);
  await writeFile(file, newText(after, new Map(sections)));
}

/** A card’s text as the loader reads it. */
async function textOf(file: string): Promise<string> {
  return (await readFile(file, 'utf8'))
    .replace(/^\uFEFF/u, '')
    .replace(/\r\n?/gu, '\n')
    .normalize('NFC');
}

function mapAfter(
  map: TableMap,
  chosen: readonly Chosen[],
  { tables }: Imported,
  cards: readonly PlannedCard[],
  stays: readonly string[],
): TableMap {
  const sheets = chosen.map(({ name, suit }, at) => {
    const columns = (tables[at]?.columns ?? []).filter(({ header }) => header !== '');
    const targets = columns.map(({ header, target }) => [header, target ?? null] as const);
    const before = lookUp(map.sheets, name)?.columns;
    return [name, { ...(suit && { suit: suit.id }), columns: { ...before, ...Object.fromEntries(targets) } }] as const;
  });
  const read = new Set(chosen.map(({ name }) => name));
  const others = Object.entries(map.cards).filter(([id, { sheet }]) => stays.includes(id) || !read.has(sheet));
  const now = cards.map(({ row, merged }) => {
    return [row.id, { title: row.title, sheet: nameOf(row.table), base: merged.base }] as const;
  });
  return { sheets: { ...map.sheets, ...Object.fromEntries(sheets) }, cards: Object.fromEntries([...others, ...now]) };
}
