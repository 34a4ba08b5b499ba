import type { Rect, SheetLine } from './sheets.ts';
import type { Mm } from './units.ts';

/** The inner size of a tuck box. */
export interface BoxSize {
  /** Inside, from crease to crease: the card and its clearance. */
  width: Mm;
  height: Mm;
  depth: Mm;
}

/** A step of an outline: a straight line to a point, or a Bézier curve with two handles and its end. */
export type OutlineStep = readonly [x: Mm, y: Mm] | readonly [x1: Mm, y1: Mm, x2: Mm, y2: Mm, x: Mm, y: Mm];

/** A piece of card that is cut out and folded, laid flat, seen from outside, from its top left corner. Lengths in mm. */
export interface CutOut {
  width: Mm;
  height: Mm;
  /** The cutting line: one closed line around everything. Starts at its first step's point. */
  outline: readonly OutlineStep[];
  creases: readonly SheetLine[];
}

/** A sleeve laid flat: a box without lids. */
export interface Sleeve extends CutOut {
  front: Rect;
  back: Rect;
  sides: readonly [Rect, Rect];
  /** The glue tab. It lies under the second side, and is printed only at the crease. */
  glue: Rect;
}

/** A tuck box laid flat. */
export interface Net extends Sleeve {
  /** The upper and the lower lid; each ends in a tongue that is tucked in behind the front. */
  lids: readonly [Rect, Rect];
}

/** A divider: a card with a tab above its upper edge. */
export interface Divider extends CutOut {
  /** Where it is as large as a card. */
  body: Rect;
  tab: Rect;
}
