import { lookUp } from '../../model/look-up.ts';
import type { CardSource } from '../cards/card-file.ts';
import { cellOfCard } from './card-cells.ts';
import type { ColumnTarget } from './columns.ts';
import { type CardRecord, hashOfCell } from './map-file.ts';
import type { CardCell, CardRow } from './rows.ts';

/** Which side is taken where a cell and the card’s file have both changed. */
export type Prefer = 'sheet' | 'deck';

/** What a row does to a card. */
export interface Merged {
  /** What is written into the card’s file. */
  changes: CardCell[];
  /** Cells that have changed, as the card’s file has where it says the same: nothing is written for them. */
  conflicts: { entry: CardCell; there: string }[];
  /** What was edited in the file since, and stays as it is there. */
  kept: ColumnTarget[];
  /** Hashes of the cells, for the next time. */
  base: Record<ColumnTarget, string>;
}

/**
 * Puts a row’s cells and a card’s file together. A cell that says what it said at the last import changes nothing; one that says
 * something else goes into the file, unless the file says something else as well.
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
    if (here === there) continue;
    const isEdited = source !== undefined && (before === undefined ? there !== '' : hashOfCell(there) !== before);
    if (source !== undefined && before === hashOfCell(here)) {
      // Of what the sheet does not say, as a number that was given here, nothing was kept against it.
      if (here !== '') merged.kept.push(target);
    } else if (!isEdited || prefer === 'sheet') merged.changes.push(entry);
    else if (prefer === 'deck') merged.kept.push(target);
    else merged.conflicts.push({ entry, there });
  }
  return { ...merged, base: Object.fromEntries(base) };
}
