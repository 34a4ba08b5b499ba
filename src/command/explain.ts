import path from 'node:path';
import type { LayeredSource } from '../deck/cards/card-file.ts';
import { markdownOf } from '../deck/cards/parts.ts';
import { isGroup } from '../deck/chain/merge.ts';
import type { Loaded } from '../deck/deck.ts';
import type { KitSource } from '../deck/kit/stack-kit.ts';
import { lookUp } from '../model/look-up.ts';
import { findText } from './find-text.ts';

/** A line of the table: what, its value, and where it stands. */
type Row = [what: string, value: string, where: string];

/** Longer values are cut. */
const LONGEST = 40;

/**
 * Says which file gave each field and section of a card, a board, a worksheet or a chapter (`board:gap`), as text.
 *
 * @throws UsageError for a text that the deck does not have
 */
export function explain(loaded: Loaded, id: string): string {
  const source = findText(loaded, id);
  const card = loaded.deck?.cards.find((one) => one.id === id);
  const heading = [id, card?.code, card?.title].filter(Boolean).join('  ');
  return `${[heading, '', ...table(filesOf(source, loaded)), '', ...table(partsOf(source))].join('\n')}\n`;
}

/** The card's file and its overrides, with the layer of each. */
function filesOf(source: LayeredSource | KitSource, { layers, stack, kit }: Loaded): Row[] {
  const kind = 'kind' in source ? source.kind : undefined;
  const applied = kind ? kit.applied.filter((one) => one.kind === kind) : stack.applied;
  const overrides = applied.filter(({ override, merged }) => override.id === source.id && merged);
  const [first] = overrides;
  const own: Row = [kind ?? 'card', layers[source.layer]?.name ?? '', first?.below?.file ?? source.file];
  return [
    own,
    ...overrides.map(({ override, state }): Row => {
      const layer = layers.find(({ folder }) => override.path.startsWith(folder.dir + path.sep));
      const how = override.whole ? 'whole override' : 'override';
      return [state === 'current' ? how : `${how} (${state})`, layer?.name ?? '', override.file];
    }),
  ];
}

function partsOf({ file, front, parts }: LayeredSource): Row[] {
  const where = (at: string) => {
    const place = lookUp(front?.places, at);
    return place ? `${place.file ?? file}:${place.line}` : file;
  };
  const rows = (value: unknown, at: string): Row[] => {
    const inner = Object.keys(front?.places ?? {}).filter((one) => one.startsWith(`${at}.`));
    const files = new Set([at, ...inner].map((one) => lookUp(front?.places, one)?.file));
    if (!isGroup(value) || files.size < 2) return [[at, cut(shown(value)), where(at)]];
    return Object.entries(value).flatMap(([key, one]) => rows(one, `${at}.${key}`));
  };
  const fields = isGroup(front?.value) ? Object.entries(front.value) : [];
  return [
    ...fields.flatMap(([key, value]) => rows(value, key)),
    ...parts.map((part): Row => [`## ${part.heading}`, cut(markdownOf(part)), `${part.file}:${part.line}`]),
  ];
}

/** A value in one line. */
export function shown(value: unknown): string {
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return value.join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function cut(text: string): string {
  const [...characters] = text.replace(/\s+/gu, ' ').trim();
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : characters.join('');
}

function table(rows: readonly Row[]): string[] {
  const width = (column: 0 | 1) => Math.max(...rows.map((row) => row[column].length));
  const [first, second] = [width(0), width(1)];
  return rows.map(([what, value, where]) => `${what.padEnd(first)}  ${value.padEnd(second)}  ${where}`);
}
