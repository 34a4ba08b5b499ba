import { createHash } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { error } from '../../model/problem.ts';
import { type Folder, type Report, readInside } from '../../read/files.ts';
import { stampOf } from '../../read/stamps.ts';
import { checked } from '../../read/values.ts';
import { parseYaml } from '../../read/yaml.ts';

// What an import of a spreadsheet keeps for the next one: what each column is, which row is which card, and hashes of the cells.

const CARD = z.strictObject({
  title: z.string(),
  sheet: z.string(),
  base: z.record(z.string(), z.string()).default({}),
});

const MAP = z.strictObject({
  sheets: z
    .record(
      z.string(),
      z.strictObject({
        suit: z.string().optional(),
        columns: z.record(z.string(), z.string().nullable()).default({}),
      }),
    )
    .default({}),
  cards: z.record(z.string(), CARD).default({}),
});

/** A map file. */
export type TableMap = z.infer<typeof MAP>;

/** What is known of a card from the last import: its title then, its sheet, and a short hash of each of its cells. */
export type CardRecord = z.infer<typeof CARD>;

/** The largest map file: 10,000 cards need less. */
const MAX_BYTES = 16 * 1024 * 1024;

/** Where the map of a spreadsheet is kept, another for each language: with the deck, so that it goes where the deck goes. */
export function mapPath(deck: string, table: string, lang?: string): string {
  const name = path.basename(table, path.extname(table));
  return path.join(deck, 'tables', `${lang === undefined ? name : `${name}.${lang}`}.map.yaml`);
}

/** Reads a map file: empty where there is none, undefined after reporting what is wrong with it. */
export async function readMap(file: string, folder: Folder, report: Report): Promise<TableMap | undefined> {
  if (stampOf(file) === '') return { sheets: {}, cards: {} };
  const bytes = await readInside(file, { ...folder, real: path.dirname(path.resolve(file)) }, report, MAX_BYTES);
  if (!bytes) return undefined;
  const [head = '', lines] = bytes.toString('utf8').split(/^cards:[ \t]*\r?\n/mu);
  const located = parseYaml(head, folder.show(file), report);
  const map = located && checked(MAP, located, 'map', report);
  const cards = lines === undefined ? {} : readCards(lines, head.split('\n').length, folder.show(file), report);
  return map && cards && { ...map, cards: { ...map.cards, ...cards } };
}

/** The part that prepdeck writes, a card a line: for a thousand cards it is more than YAML may be. `line` is that of its title. */
function readCards(lines: string, line: number, file: string, report: Report): Record<string, CardRecord> | undefined {
  let whole = true;
  const entries = lines.split(/\r?\n/u).flatMap((text, at) => {
    if (text.trim() === '') return [];
    const card = recordIn(text);
    if (card) return [card];
    whole = false;
    const message = 'This line is not as prepdeck import wrote it.';
    const note = 'Get it back from where you keep the deck, or delete the line: its row is then a new one.';
    report(error({ file, place: { line: line + at + 1, column: 1 }, rule: 'map/card', message, note }));
    return [];
  });
  return whole ? Object.fromEntries(entries) : undefined;
}

function recordIn(text: string): readonly [string, CardRecord] | undefined {
  const [, id, json] = /^ {2}([a-z0-9-]+): (\{.*\})$/u.exec(text) ?? [];
  if (id === undefined || json === undefined) return undefined;
  try {
    const { success, data } = CARD.safeParse(JSON.parse(json));
    return success ? [id, data] : undefined;
  } catch {
    return undefined;
  }
}

/** The text of the map file of a table. */
export function mapText(table: string, { sheets, cards }: TableMap): string {
  const lines = [
    `# What prepdeck import makes of ${path.basename(table)}. Keep this file with your deck.`,
    '# A column is a key (title), a section (## How it works), or null: left. Change that here, and import again.',
    Object.keys(sheets).length > 0 ? 'sheets:' : 'sheets: {}',
    ...Object.entries(sheets).flatMap(([name, { suit, columns }]) => [
      `  ${JSON.stringify(name)}:`,
      ...(suit === undefined ? [] : [`    suit: ${JSON.stringify(suit)}`]),
      Object.keys(columns).length > 0 ? '    columns:' : '    columns: {}',
      ...Object.entries(columns).map(([header, target]) => `      ${JSON.stringify(header)}: ${shown(target)}`),
    ]),
    '# Which card each row is, and what its cells said. prepdeck writes this part.',
    Object.keys(cards).length > 0 ? 'cards:' : 'cards: {}',
    ...Object.entries(cards).map(([id, card]) => `  ${id}: ${JSON.stringify(card)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function shown(target: string | null): string {
  if (target === null) return 'null';
  return /^[\w.-]+$/u.test(target) && target !== 'null' ? target : JSON.stringify(target);
}

/** A short hash of what a cell says: 60 bits. */
export function hashOfCell(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 10);
}
