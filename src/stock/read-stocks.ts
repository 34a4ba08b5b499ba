import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { noneIfAbsent } from '../model/absent.ts';
import type { Format } from '../model/faces.ts';
import { lookUp } from '../model/look-up.ts';
import { error, hasErrors, type Problem } from '../model/problem.ts';
import type { Stock } from '../model/stock.ts';
import { type Folder, openFolder, type Report, readText, type TextFile } from '../read/files.ts';
import { noReadings, type Readings } from '../read/readings.ts';
import { checked } from '../read/values.ts';
import { type Located, parseYaml } from '../read/yaml.ts';
import { isMisnamedYaml } from '../read/yaml-file.ts';
import { checkStock } from './check-stock.ts';
import { contradictions } from './contradictions.ts';
import { readFormats } from './read-formats.ts';
import { type StockFile, stockSchema } from './schema.ts';
import { stockOf } from './slots.ts';

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
