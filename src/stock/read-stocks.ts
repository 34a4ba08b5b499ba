import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { noneIfAbsent } from '../model/absent.ts';
import type { Format } from '../model/faces.ts';
import { lookUp } from '../model/look-up.ts';
import { error, hasErrors, type Problem } from '../model/problem.ts';
import type { Stock } from '../model/stock.ts';
import { didYouMean } from '../model/suggest.ts';
import { type Folder, openFolder, type Report, readText, type TextFile } from '../read/files.ts';
import { noReadings, type Readings } from '../read/readings.ts';
import { checked } from '../read/values.ts';
import { type Located, parseYaml } from '../read/yaml.ts';
import { isMisnamedYaml } from '../read/yaml-file.ts';
import { checkStock } from './check-stock.ts';
import { readFormats } from './read-formats.ts';
import { type StockFile, stockSchema } from './schema.ts';
import { serviceProblems } from './services.ts';
import { BLEED, stockOf } from './slots.ts';

/** The stock files of some `layouts/` folders as read, before it is known which format of cards they are for. */
export interface Shelf {
  formats: Readonly<Record<string, Format>>;
  /** Stock files by id; of two files with one name, the later folder's. */
  files: ReadonlyMap<string, StockSource>;
  problems: readonly Problem[];
}

/** A stock file, read. */
interface StockSource {
  data: StockFile;
  source: Located;
}

/** Card formats and stocks, by id. A mistake in a file leaves out only that stock. */
export interface Stocks {
  stocks: Record<string, Stock>;
  formats: Record<string, Format>;
  /** Papers on which not even one card of the deck's format fits: id → what there is room for. */
  tooSmall: Record<string, string>;
  /** Ids of stocks whose cards leave no room for the line of text and the ruler that their files ask for. */
  unmarked: string[];
  /** Other words that people look for a stock by: id → words. */
  also: ReadonlyMap<string, readonly string[]>;
  problems: Problem[];
}

/**
 * Reads `formats.yaml` and `stocks/*.yaml` of `layouts/` folders, the lowest first. A stock's id is its file's name.
 *
 * @param root files are named in problems relative to it
 * @param readings what an earlier command read them as
 */
export async function readShelf(dirs: readonly string[], root: string, readings = noReadings): Promise<Shelf> {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  let formats: Record<string, Format> = {};
  const files = new Map<string, StockSource>();
  for (const dir of dirs) {
    const folder = await openFolder(dir, root, report);
    if (!folder) continue;
    formats = { ...formats, ...(await readFormats(folder, readings, report)) };
    for (const [id, file] of await readSheets(folder, readings, report)) files.set(id, file);
  }
  return { formats, files, problems };
}

/** The stocks for cards of a format: a paper without a grid takes that format, other files their own. */
export function stocksFor({ formats, files, problems: read }: Shelf, format: Format): Stocks {
  const stocks = new Map<string, Stock>();
  const tooSmall = new Map<string, string>();
  const unmarked: string[] = [];
  const problems = [...read];
  for (const [id, { data, source }] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const wrong = contradictions(data, source, formats);
    problems.push(...wrong);
    const own = data.format === undefined ? format : lookUp(formats, data.format);
    if (!own || hasErrors(wrong)) continue;
    const stock = stockOf(id, data, own);
    const misplaced = stock ? checkStock(stock, source) : [];
    problems.push(...misplaced);
    if (!stock) tooSmall.set(id, roomOf(data));
    else if (misplaced.length === 0) stocks.set(id, stock);
    if (stock && !stock.slug && data.slug && data.slug !== 'none') unmarked.push(id);
  }
  return {
    stocks: Object.fromEntries(stocks),
    formats: { ...formats, [format.id]: format },
    tooSmall: Object.fromEntries(tooSmall),
    unmarked,
    also: new Map([...files].map(([id, { data }]) => [id, data.also ?? []] as const)),
    problems,
  };
}

/** Reads the stock files of a folder by id; a file that is not read, e.g. `a4.yml`, is reported. */
async function readSheets(folder: Folder, readings: Readings, report: Report): Promise<[string, StockSource][]> {
  const dir = path.join(folder.dir, 'stocks');
  const names = (await readdir(dir).catch(noneIfAbsent)).filter((name) => !name.startsWith('.')).sort();
  for (const name of names.filter(isMisnamedYaml)) {
    const file = folder.show(path.join(dir, name));
    report(error({ file, rule: 'stock/extension', message: `"${file}" is not read: its name must end in ".yaml".` }));
  }
  const read: [string, StockSource][] = [];
  for (const name of names.filter((one) => one.endsWith('.yaml'))) {
    const text = await readText(path.join(dir, name), folder, report);
    const stock = text && readings.of(text, folder.dir, report, { make: (say) => stockIn(text, say), isWhole });
    if (stock) read.push([path.basename(name, '.yaml'), stock]);
  }
  return read;
}

const isWhole = (made: StockSource | undefined) => made !== undefined;

/** Reads the text of a stock file; undefined after reporting what is wrong with it. */
function stockIn({ text, file }: TextFile, report: Report): StockSource | undefined {
  const source = parseYaml(text, file, report);
  const data = source && checked(stockSchema, source, 'stock', report);
  return data && { data, source };
}

/** The printable area of a paper: `138 × 200 mm`. */
function roomOf({ paper, printable = 5, registration }: StockFile): string {
  const [width, height] = [paper?.width ?? 0, paper?.height ?? 0].map((one) =>
    Number((one - 2 * printable).toFixed(2)),
  );
  return `${width} × ${height} mm${registration ? ' around a plotter’s marks' : ''}`;
}

/** Errors for sizes of registration marks that a shape needs but lacks, and for sizes that it does not use. */
function registrationProblems(
  { registration }: StockFile,
  at: (key: string, rule: string, message: string) => Problem,
) {
  if (!registration) return [];
  const { shape = 'square-and-corners' } = registration;
  const needed = {
    'square-and-corners': ['length', 'thickness', 'square'],
    corners: ['length', 'thickness'],
    squares: ['square'],
  } as const;
  const sizes = ['length', 'thickness', 'square'] as const;
  const wrong = sizes.filter((key) => (registration[key] === undefined) === needed[shape].some((one) => one === key));
  if (wrong.length === 0) return [];
  const words = needed[shape].map((key) => `"${key}"`).join(', ');
  const what = registration.shape ? `"shape: ${registration.shape}" takes` : 'A square and two Ls take';
  return [at('registration', 'registration', `${what} ${words} and no other size.`)];
}

/** Keys that say where faces lie on a sheet. */
const OF_SHEETS = ['grid', 'slots', 'printable', 'marks', 'flip', 'fold', 'back', 'slug', 'registration'] as const;
/** Those that say how a sheet is printed on its other side. */
const OF_BACKS = ['flip', 'back'] as const;

/** Errors for keys that a page of one face, or a sheet that is folded, has no use for: `back` moved faces in their pages. */
function idleKeys(data: StockFile, at: (key: string, rule: string, message: string) => Problem): Problem[] {
  const given = (keys: readonly (keyof StockFile)[]) =>
    keys.filter((key) => data[key] !== undefined && data[key] !== 'none');
  if (!data.paper) {
    const why = 'needs "paper". Without paper a page is one face and its bleed';
    return given(OF_SHEETS).map((key) => at(key, 'no-paper', `"${key}" ${why}.`));
  }
  if (!data.fold) return [];
  return given(OF_BACKS).map((key) =>
    at(key, 'folded', `"${key}" is for sheets that are printed on both sides; with "fold" one side is printed.`),
  );
}

/** Errors for keys that contradict each other, and for a format that does not exist. */
function contradictions(data: StockFile, source: Located, formats: Readonly<Record<string, Format>>): Problem[] {
  const { file } = source;
  const at = (key: string, rule: string, message: string) =>
    error({ file, place: lookUp(source.keys, key) ?? { line: 1, column: 1 }, rule: `stock/${rule}`, message });
  const { format, grid, slots, paper } = data;
  const found: Problem[] = [];
  if (format !== undefined && !Object.hasOwn(formats, format)) {
    const allowed = Object.keys(formats);
    const message = `There is no card format "${format}".${didYouMean(format, allowed)}`;
    found.push(error({ file, place: source.places.format, rule: 'stock/format', message, allowed, got: format }));
  }
  if (grid && slots) found.push(at('slots', 'grid-and-slots', 'Give either "grid" or "slots", not both.'));
  if (grid && (grid.columns === undefined) !== (grid.rows === undefined)) {
    const message = 'A grid needs both "columns" and "rows", or neither: then as many cards as fit.';
    found.push(at('grid', 'grid', message));
  }
  if (grid && grid.columns === undefined && (grid.x !== undefined || grid.y !== undefined)) {
    found.push(at('grid', 'grid', '"x" and "y" of a grid need "columns" and "rows": else the cards are centered.'));
  }
  if (format === undefined && (slots || grid?.columns !== undefined || data.pictures?.width !== undefined)) {
    const message = '"format" is missing: this file has a place for cards of one size.';
    found.push(error({ file, place: { line: 1, column: 1 }, rule: 'stock/missing-key', message }));
  }
  found.push(...idleKeys(data, at));
  if (data.order === 'stacks' && !paper) {
    found.push(at('order', 'no-paper', '"order: stacks" needs "paper": one face a page makes no piles.'));
  }
  if (data.lift !== undefined && data.order !== 'stacks') {
    found.push(at('lift', 'lift', '"lift" needs "order: stacks": it says how many sheets are cut at once.'));
  }
  found.push(...registrationProblems(data, at));
  const own = format === undefined ? undefined : lookUp(formats, format);
  return [...found, ...serviceProblems(data, source, own, data.bleed ?? BLEED)];
}
