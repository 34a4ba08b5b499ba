import type { Side } from './card.ts';
import type { Face } from './faces.ts';
import type { Mm, Point, Size } from './units.ts';

/** A turn clockwise in degrees, as seen by somebody who looks at that side of the paper. */
export type Turn = 0 | 90 | 180 | 270;

/** A rectangle in mm from the top left corner, y downwards. */
export interface Rect extends Point, Size {}

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
export interface SheetLine {
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
  /** Counted from 1; front and back of a sheet have the same number. */
  number: number;
  of: number;
  /** The stack of sheets that it is cut in, where slots become piles in print order. */
  lift?: Lift | undefined;
  placed: readonly Placed[];
}

/** Sheets that are cut in one stack, so that each slot becomes a pile. */
export interface Lift {
  /** From 1. */
  number: number;
  of: number;
  /** True for the uppermost sheet of its lift. */
  first: boolean;
  /** Places of the piles, seen from the front, in the order in which they are laid on each other, the first on top. */
  piles: readonly Rect[];
}

/** Hairlines with small print: a ruler, a scale, a small plan. */
export interface SmallPrint {
  lines: readonly SheetLine[];
  labels: readonly SheetLabel[];
}

/** Marks on a sheet besides its faces, for people who cut, fold and sort it. */
interface SheetMarks extends SmallPrint {
  /** Cut marks. */
  cuts: readonly SheetLine[];
  /** Lines to fold along, drawn dashed. */
  folds: readonly SheetLine[];
  /** Black rectangles for a cutting plotter. */
  registration: readonly Rect[];
  press?: PressMarks | undefined;
}

/** Marks on a sheet for a press, outside the bleed of its cards. */
export interface PressMarks {
  /** Lines to cut along. */
  crops: readonly SheetLine[];
  /** Squares, each for a registration target: a cross in a circle by which the plates of the inks are aligned. */
  targets: readonly Rect[];
  /** Patches of ink, each of cyan, magenta, yellow and black, 0 to 1. */
  bar: readonly (Rect & { inks: readonly [number, number, number, number] })[];
}

/** A press sheet's TrimBox and BleedBox. */
export interface SheetBoxes {
  trim: Rect;
  bleed: Rect;
}

/** A line of small print. */
export interface SheetLabel {
  text: string;
  /** The start of its baseline, or the middle of it. */
  x: Mm;
  y: Mm;
  anchor: 'start' | 'middle';
  turn: Turn;
  /** Type size in points, at most. */
  points: number;
  /** The longest that the line may be; a longer text is set smaller. */
  room?: Mm | undefined;
}

/** A sheet with its marks: all that is printed. */
export interface MarkedSheet extends Sheet {
  marks: SheetMarks;
  /** Boxes of a sheet for a press; left out on others. */
  boxes?: SheetBoxes | undefined;
}
