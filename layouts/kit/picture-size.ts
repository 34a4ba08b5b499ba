import type { Mm } from '../../src/model/units.ts';

/** The size of a picture's file. */
export interface Pixels {
  width: number;
  height: number;
}

/** How much of the height of a back a picture may take that shares it with words. */
export const MOST_OF_BACK = 0.6;

/** The size in which a whole picture is shown: as wide as its column, narrower where it would be higher than `tallest`. */
export function shownSize({ width, height }: Pixels, w: Mm, tallest: Mm): { w: Mm; h: Mm } {
  const h = Math.min(tallest, (w * height) / width);
  return { w: Math.min(w, (h * width) / height), h };
}
