import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Format } from '../model/faces.ts';
import { error, hasErrors, type Problem } from '../model/problem.ts';
import type { Stock } from '../model/stock.ts';
import { didYouMean } from '../model/suggest.ts';
import { type Folder, openFolder, type Report, readText } from '../read/files.ts';
import { checked } from '../read/values.ts';
import { type Located, parseYaml } from '../read/yaml.ts';
import { checkStock } from './check.ts';
import { formatsSchema, type StockFile, stockSchema } from './schema.ts';
import { serviceProblems } from './services.ts';
import { BLEED, stockOf } from './slots.ts';

/** Card formats and stocks, by id. What is wrong in a file keeps only that stock out. */
export interface Stocks {
  stocks: Record<string, Stock>;
  formats: Record<string, Format>;
  problems: Problem[];
}

/**
 * Reads `formats.yaml` and `stocks/*.yaml` of a layouts folder. A stock's id is its file's name.
 * `root`: files are named in problems relative to it.
 */
export async function loadStocks(dir: string, root: string): Promise<Stocks> {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const folder = await openFolder(dir, root, report);
  if (!folder) return { stocks: {}, formats: {}, problems };
  const formats = await loadFormats(folder, report);
  const stocks: Record<string, Stock> = {};
  for (const name of await sheetFiles(folder, report)) {
    const id = path.basename(name, '.yaml');
    const stock = await loadStock(id, path.join(folder.dir, 'stocks', name), folder, formats, report);
    if (stock) stocks[id] = stock;
  }
  return { stocks, formats, problems };
}

async function loadFormats(folder: Folder, report: Report): Promise<Record<string, Format>> {
  const source = await readYaml(path.join(folder.dir, 'formats.yaml'), folder, report);
  const data = source && checked(formatsSchema, source, 'format', report);
  return Object.fromEntries(Object.entries(data ?? {}).map(([id, format]) => [id, { id, ...format }]));
}

/** The names of the stock files, sorted; a file that would be passed over in silence is said. */
async function sheetFiles(folder: Folder, report: Report): Promise<string[]> {
  const dir = path.join(folder.dir, 'stocks');
  const names = (await readdir(dir).catch(() => [])).filter((name) => !name.startsWith('.')).sort();
  for (const name of names.filter((one) => one.endsWith('.yml'))) {
    const file = folder.show(path.join(dir, name));
    report(error({ file, rule: 'stock/extension', message: `"${file}" is not read: its name must end in ".yaml".` }));
  }
  return names.filter((name) => name.endsWith('.yaml'));
}

async function loadStock(
  id: string,
  file: string,
  folder: Folder,
  formats: Readonly<Record<string, Format>>,
  report: Report,
): Promise<Stock | undefined> {
  const source = await readYaml(file, folder, report);
  const data = source && checked(stockSchema, source, 'stock', report);
  if (!data) return undefined;
  const wrong = contradictions(data, source, formats);
  wrong.forEach(report);
  const format = formats[data.format];
  if (!format || hasErrors(wrong)) return undefined;
  const stock = stockOf(id, data, format);
  const misplaced = checkStock(stock, source);
  misplaced.forEach(report);
  return misplaced.length === 0 ? stock : undefined;
}

async function readYaml(file: string, folder: Folder, report: Report): Promise<Located | undefined> {
  const text = await readText(file, folder, report);
  return text && parseYaml(text.text, text.file, report);
}

/** Keys that are each right but not together, and a format that there is not. */
function contradictions(data: StockFile, source: Located, formats: Readonly<Record<string, Format>>): Problem[] {
  const { file } = source;
  const at = (key: string, rule: string, message: string) =>
    error({ file, place: source.keys[key] ?? { line: 1, column: 1 }, rule: `stock/${rule}`, message });
  const found: Problem[] = [];
  if (!formats[data.format]) {
    const allowed = Object.keys(formats);
    const message = `There is no card format "${data.format}".${didYouMean(data.format, allowed)}`;
    found.push(error({ file, place: source.places.format, rule: 'stock/format', message, allowed, got: data.format }));
  }
  if (data.grid && data.slots) found.push(at('slots', 'grid-and-slots', 'Give either "grid" or "slots", not both.'));
  if (data.paper && !data.grid && !data.slots) {
    found.push(at('paper', 'no-slots', 'This stock has paper but no cards on it: give it "grid" or "slots".'));
  }
  if (!data.paper && (data.grid || data.slots)) {
    const key = data.grid ? 'grid' : 'slots';
    found.push(at(key, 'no-paper', `"${key}" needs "paper". Without paper a page is one face and its bleed.`));
  }
  return [...found, ...serviceProblems(data, source, formats[data.format], data.bleed ?? BLEED)];
}
