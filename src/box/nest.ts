import type { Mm, Size } from '../model/units.ts';

/** Pieces of one size on a sheet, side by side. */
export interface Nest {
  columns: number;
  rows: number;
}

/**
 * How many pieces lie side by side on one of some areas: on the one that holds the most, the first of equals. One piece where none
 * holds even that.
 */
export function nestOf({ width, height }: Size, areas: readonly Size[], gap: Mm): Nest {
  const nests = areas.map((area) => ({
    columns: along(area.width, width, gap),
    rows: along(area.height, height, gap),
  }));
  const most = Math.max(...nests.map(({ columns, rows }) => columns * rows));
  return (most > 0 && nests.find(({ columns, rows }) => columns * rows === most)) || { columns: 1, rows: 1 };
}

/** A hundredth of a micrometer: an exact fit is not lost to rounding. */
const ROUNDING: Mm = 1e-5;

function along(room: Mm, piece: Mm, gap: Mm): number {
  return Math.max(0, Math.floor((room + gap + ROUNDING) / (piece + gap)));
}
