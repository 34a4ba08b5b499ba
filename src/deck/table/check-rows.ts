import type { Place, Problem } from '../../model/problem.ts';
import type { CardSource } from '../cards/card-file.ts';
import { type Part, partsOf } from '../cards/parts.ts';
import { isGroup } from '../chain/merge.ts';
import { loadDeck } from '../deck.ts';
import { type FrontData, frontAfter, partsAfter } from './card-text.ts';
import type { NamedRow } from './match-rows.ts';
import type { Merged } from './merge-row.ts';
import type { DeckAt } from './open-deck.ts';
import type { CardCell } from './rows.ts';
import { addressOf } from './table.ts';

/** A card as it is to be after an import. */
export interface PlannedCard {
  row: NamedRow;
  /** The card as it is; undefined for a new one. */
  source: CardSource | undefined;
  merged: Merged;
  /** Absolute path of its file. */
  path: string;
  before: FrontData;
  after: FrontData;
  /** With the places of their cells. */
  parts: Part[];
}

/** A row, the card that it is, and what is changed in it. */
interface RowPlan extends Pick<PlannedCard, 'row' | 'source' | 'merged' | 'path'> {
  /** What a new card has without a cell for it. */
  front: FrontData;
}

/** The card as it is to be: its front matter and its sections. */
export function planned({ row, source, merged, path, front }: RowPlan): PlannedCard {
  const before = isGroup(source?.front?.value) ? source.front.value : {};
  const after = frontAfter({ ...before, ...front }, row, merged.changes, source === undefined);
  const order = row.look.sections ? Object.keys(row.look.sections) : [...row.entries.keys()].map((one) => one.slice(3));
  const own = source?.parts ?? [];
  const parts = partsAfter(own, merged.changes, order, (heading, { value, place }) => {
    const [first, ...others] = partsOf(sectionText(heading, String(value), own), addressOf(row.table, place));
    return first ? [{ ...first, heading }, ...others] : others;
  });
  return { row, source, merged, path, before, after, parts };
}

/** A section’s text, with an empty line below its heading unless the card’s others have none. */
function sectionText(heading: string, markdown: string, parts: readonly Part[]): string {
  const isTight = parts.some((part) => /^[^\n]*\n[^\n]/u.test(part.text));
  return `## ${heading}\n${isTight ? '' : '\n'}${markdown}`;
}

/**
 * Checks cards as if they stood in the deck.
 *
 * @returns what is wrong with them, each at its cell, row by row
 */
export async function checkRows(cards: readonly PlannedCard[], { chain, looks }: DeckAt): Promise<Problem[]> {
  const { problems } = await loadDeck(chain, { looks, incoming: cards.map(sourceOf), without: ['fonts'] });
  const addresses = new Map(cards.flatMap(({ row }, at) => addressesOf(row).map((address) => [address, at] as const)));
  const ours = problems.filter(({ file = '' }) => addresses.has(file));
  for (const problem of ours) {
    // In a cell there are no lines to count from the beginning of a file.
    problem.line = undefined;
    problem.column = undefined;
    problem.place = undefined;
  }
  return ours.sort((a, b) => (addresses.get(a.file ?? '') ?? 0) - (addresses.get(b.file ?? '') ?? 0));
}

function addressesOf({ entries, place, table }: NamedRow): string[] {
  return [place, ...[...entries.values()].map((entry) => entry.place)].map((one) => addressOf(table, one));
}

/** A card as the loader takes it, with the places of its cells. */
function sourceOf({ row, source, path, after, parts }: PlannedCard): CardSource {
  const file = addressOf(row.table, row.place);
  const found = new Map<string, Place>([['', { line: 1, column: 1 }]]);
  for (const [key, place] of Object.entries(source?.front?.places ?? {})) {
    if (key !== '') found.set(key, { ...place, file: place.file ?? source?.file });
  }
  for (const entry of row.entries.values()) placeEntry(found, entry, addressOf(row.table, entry.place));
  const places = Object.fromEntries(found);
  return { id: row.id, file, path, front: { file, value: after, places, keys: places }, parts };
}

/** Notes a cell's place for its value and everything in it. Paths of places count from 0, those of columns from 1. */
function placeEntry(places: Map<string, Place>, { target, value }: CardCell, file: string): void {
  const path = target.split('.').map((step) => (/^\d+$/u.test(step) ? String(Number(step) - 1) : step));
  for (let length = 1; length < path.length; length += 1) {
    const around = path.slice(0, length).join('.');
    places.set(around, places.get(around) ?? { line: 1, column: 1, file });
  }
  const at = path.join('.');
  places.set(at, { line: 1, column: 1, file });
  if (Array.isArray(value))
    for (const index of value.keys()) places.set(`${at}.${index}`, { line: 1, column: 1, file });
}

/** Whether the Markdown of a cell would be more than one section. */
export function hasHeading(markdown: string): boolean {
  return /^ {0,3}##[ \t]+\S/mu.test(markdown);
}
