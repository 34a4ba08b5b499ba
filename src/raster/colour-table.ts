/** A hash table of the colours so far: each in the slot of its hash or the next free one, with its places in the palette. */
export interface ColourTable {
  keys: Int32Array;
  /** Where it is in an area, and where it is alone on an edge. */
  plain: Int32Array;
  alone: Int32Array;
  size: number;
}

/**
 * Four times as many as there may be colours (`FLAT` of `indexed.ts`), so that a free slot is near; the last row may add some
 * before the table is found too full. A Map takes three times as long.
 */
const SLOTS = 2 ** 14;
/** What `plain` and `alone` say of a colour that has no place yet. */
export const UNKNOWN = -1;

/** An empty table; it is to be cleared before its first use. */
export function openTable(): ColourTable {
  const slots = () => new Int32Array(SLOTS);
  return { keys: slots(), plain: slots(), alone: slots(), size: 0 };
}

/** Forgets all colours. */
export function clearTable(table: ColourTable): void {
  for (const slots of [table.keys, table.plain, table.alone]) slots.fill(UNKNOWN);
  table.size = 0;
}

/** The slot of a colour, which is put into the table where it is new. */
export function slotOf(table: ColourTable, colour: number): number {
  const { keys } = table;
  // A multiplication spreads colours that are near each other (Knuth, The Art of Computer Programming, 6.4).
  let slot = Math.imul(colour, 0x9e3779b1) >>> 18;
  while (keys[slot] !== colour && keys[slot] !== UNKNOWN) slot = (slot + 1) % SLOTS;
  if (keys[slot] === UNKNOWN) {
    keys[slot] = colour;
    table.size += 1;
  }
  return slot;
}
