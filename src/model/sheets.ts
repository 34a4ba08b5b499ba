import type { Side } from './card.ts';
import type { Face } from './faces.ts';
import type { Mm } from './units.ts';

/** A turn clockwise in degrees, as seen by somebody who looks at that side of the paper. */
export type Turn = 0 | 90 | 180 | 270;

/** A rectangle in mm from the top left corner, y downwards. */
export interface Rect {
  x: Mm;
  y: Mm;
  width: Mm;
  height: Mm;
}

/** Lengths on the four sides of a rectangle, in mm. */
export interface Edges {
  top: Mm;
  right: Mm;
  bottom: Mm;
  left: Mm;
}

/** A face on a sheet. x, y, width and height are its trim as it lies on the sheet, after the turn. */
export interface Placed extends Rect {
  face: Face;
  turn: Turn;
  /** How much art shows beyond each edge of the trim, as it lies on the sheet. */
  bleed: Edges;
}

/** A straight line in mm. */
export interface Line {
  x1: Mm;
  y1: Mm;
  x2: Mm;
  y2: Mm;
}

/** One printed side of one sheet of paper. */
export interface Sheet {
  /** The stock's id. */
  stock: string;
  width: Mm;
  height: Mm;
  side: Side;
  /** From 1; front and back of a sheet have the same number. */
  number: number;
  of: number;
  /** The stack in which it is cut, where piles are to be in order. */
  lift?: Lift | undefined;
  placed: readonly Placed[];
}

/** Sheets that are cut in one stack, so that each slot becomes a pile. */
export interface Lift {
  /** From 1. */
  number: number;
  of: number;
  /** True of its uppermost sheet. */
  first: boolean;
  /** On the front of the paper: where piles lie that are then laid on each other, the first on top. */
  piles: readonly Rect[];
}

/** What is printed on a sheet beside its faces, for whoever cuts, folds and sorts it. */
export interface SheetMarks {
  /** Cut marks. */
  cuts: readonly Line[];
  /** Where to fold, drawn dashed. */
  folds: readonly Line[];
  /** Black rectangles for a cutting plotter. */
  registration: readonly Rect[];
  /** Plain hairlines: a ruler, a scale. */
  lines: readonly Line[];
  labels: readonly Label[];
  press?: PressMarks | undefined;
}

/** What a sheet for a press has beside its cards, outside their bleed. */
export interface PressMarks {
  /** Where to cut. */
  crops: readonly Line[];
  /** Squares, each for a cross in a circle by which the inks are laid on each other. */
  targets: readonly Rect[];
  /** Patches of ink, each of cyan, magenta, yellow and black, 0 to 1. */
  bar: readonly (Rect & { inks: readonly [number, number, number, number] })[];
}

/** Where a press PDF says that a sheet is cut, and how far its art goes. */
export interface SheetBoxes {
  trim: Rect;
  bleed: Rect;
}

/** A line of small print. */
export interface Label {
  text: string;
  /** Where its baseline starts, or has its middle. */
  x: Mm;
  y: Mm;
  anchor: 'start' | 'middle';
  turn: Turn;
  /** Type size in points, at most. */
  points: number;
  /** A longer text is set smaller. */
  room?: Mm | undefined;
}

/** A sheet with its marks: all that is printed. */
export interface MarkedSheet extends Sheet {
  marks: SheetMarks;
  /** Of a sheet for a press. */
  boxes?: SheetBoxes | undefined;
}
