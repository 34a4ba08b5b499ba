import { lookUp } from '../../model/look-up.ts';
import type { CardSource } from '../cards/card-file.ts';
import { cellOfCard } from './card-cells.ts';
import type { ColumnTarget } from './columns.ts';
import { type CardRecord, hashOfCell } from './map-file.ts';
import type { CardCell, CardRow } from './rows.ts';

/** Which side is taken where a cell and the card’s file have both changed. */
export type Prefer = 'sheet' | 'deck';

/** What importing a row does to a card. */
export interface Merged {
  /** What is written into the card’s file. */
  changes: CardCell[];
  /** Cells that have changed while the card’s file changed to something else: nothing is written for them. */
  conflicts: { entry: CardCell; there: string }[];
  /** Keys and sections that were edited in the file alone: they stay. */
  kept: ColumnTarget[];
  /** Hashes of the cells, for the next time. */
  base: Record<ColumnTarget, string>;
}

/**
 * Merges a row into a card’s file. A cell that has not changed since the last import changes nothing. One that has is written into the
 * file, unless the file has changed there too: that is a conflict.
 *
 * @param record what the last import knew; undefined at the first
 */
export function mergeRow(
  { entries, rules }: CardRow,
  source: CardSource | undefined,
  record: CardRecord | undefined,
  prefer: Prefer | undefined,
): Merged {
  const merged: Merged = { changes: [], conflicts: [], kept: [], base: {} };
  const base = new Map(Object.entries(record?.base ?? {}));
  for (const [target, entry] of entries) {
    const before = lookUp(record?.base, target);
    const [there, here] = [source ? cellOfCard(source, target, rules) : '', entry.text];
    base.set(target, hashOfCell(here));
    // A number that prepdeck gave is not in the sheet: an import that was ended before it wrote its map may have given it.
    if (here === there || (target === 'number' && here === '' && before === undefined)) continue;
    const isEdited = source !== undefined && (before === undefined ? there !== '' : hashOfCell(there) !== before);
    if (source !== undefined && before === hashOfCell(here)) {
      // An empty cell, e.g. beside a number that prepdeck gave, is no other value that the file's was kept against.
      if (here !== '') merged.kept.push(target);
    } else if (!isEdited || prefer === 'sheet') merged.changes.push(entry);
    else if (prefer === 'deck') merged.kept.push(target);
    else merged.conflicts.push({ entry, there });
  }
  return { ...merged, base: Object.fromEntries(base) };
}
