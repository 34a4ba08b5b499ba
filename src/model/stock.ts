import { counted } from '../../layouts/words/words.ts';
import { howMany } from './how-many.ts';
import type { Word } from './plurals.ts';
import type { Rect, Turn } from './sheets.ts';
import type { Mm, Size } from './units.ts';

/** More sheets than any guillotine takes. */
export const MOST_IN_LIFT = 999;

/** Least distance of a card's bleed from a plotter's mark: anything nearer is read as a part of the mark. */
export const CLEAR_OF_MARKS: Mm = 2.5;

/** White space around a plotter's marks: it looks for them with a lamp and a sensor, and other black near them misleads it. */
export const QUIET: Mm = 10;

/** Least free space around the outer bleed of a grid for a press, for its crop marks. */
export const PRESS_ROOM: Mm = 3;

/** The edge of the paper about which it is turned to print its back, as printer dialogs name it. */
export type Flip = 'long' | 'short';

/** `crop`: short marks at the corners; `edge`: lines across all of the waste; `none`. */
export type Marks = 'crop' | 'edge' | 'none';

/** The place of one card on a sheet: its trim as it lies there, after the turn. */
export interface Slot extends Rect {
  turn: Turn;
}

/** The band in which a sheet's line of text and its ruler stand. */
export interface SlugBand extends Rect {
  /** 0 reads from left to right, 270 reads upwards, 90 downwards. */
  turn: Turn;
}

/** A sheet of paper and what goes where on it: a file of `layouts/stocks/`. Lengths in mm, seen from the front. */
export interface Stock {
  /** The file's name without `.yaml`. */
  id: string;
  name: string;
  /** Its figures are somebody's product, but not from its maker: where they were read, and when (a day or a month). */
  secondHand?: { from: string; read: string } | undefined;
  /** Id of a card format. */
  format: string;
  /** True where the cards of a deck in another format are drawn again in this one; left out, such a deck is refused. */
  redraws?: boolean | undefined;
  /** Its size as the sheet lies before you: landscape where the width is larger. */
  paper: Size;
  /** True where a page is one face (trim and bleed, nothing else); its PDF has TrimBox and BleedBox. */
  page: boolean;
  /** The margin at which a printer stops printing. */
  printable: Mm;
  /** In the order in which they are filled. With a fold: the fronts; backs are their mirror about the fold. */
  slots: readonly Slot[];
  /** How far art shows beyond the trim; less between cards that are nearer to each other than twice that. */
  bleed: Mm;
  marks: Marks;
  flip: Flip;
  order: 'front-first' | 'back-first';
  /** Dealt pile by pile, not sheet by sheet; `lift` is how many sheets are cut at once. */
  stacks?: { lift?: number | undefined } | undefined;
  /** A sheet printed on one side and folded: the line `x = at` (vertical) or `y = at` (horizontal). */
  fold?: { axis: 'vertical' | 'horizontal'; at: Mm } | undefined;
  /** Changes to backs: moved right and down, turned clockwise about the sheet's center (degrees), with more bleed. */
  back: { x: Mm; y: Mm; rotation: number; bleed: Mm };
  slug?: SlugBand | undefined;
  /** Marks by which a cutting plotter finds the sheet. */
  registration?: Registration | undefined;
  /** The knife's line around each card, as a spot color in a layer. */
  dieLine?: boolean | undefined;
  /** Settings of a PDF in inks, for a press. Absent where the PDF stays RGB. */
  press?: StockPress | undefined;
  /** Pictures in place of a PDF, for a service that takes those. */
  pictures?: StockPictures | undefined;
}

/** What is printed, cut out and folded for a deck's cards: a file of `layouts/box/`. Lengths in mm. */
export type BoxStock = BoxOrSleeve | DividerStock;

interface CutOutStock {
  /** The file's name without `.yaml`. */
  id: string;
  name: string;
  /** Id of a card format. */
  format: string;
  /** Settings of a PDF in inks, for a press; cut and fold lines stay spot colors. */
  press?: StockPress | undefined;
}

/** A tuck box with lids, or a sleeve without. */
export interface BoxOrSleeve extends CutOutStock {
  kind: 'tuck-box' | 'sleeve';
  /** How many of them the deck is divided among. */
  parts: number;
  /** Thickness of one card. */
  caliper: Mm;
  /** Thickness of its own board. */
  board: Mm;
  /** How much wider, higher and deeper than its cards. */
  clearance: Mm;
}

/** Cards with a tab, to stand between the deck's cards: one for each suit, or for each family of the suits that have some. */
export interface DividerStock extends CutOutStock {
  kind: 'dividers';
  of: 'suits' | 'families';
  /** How far tabs stand above the cards. */
  tab: Mm;
}

/** The marks of a cutting plotter. For one stock id they never change: sheets printed before the change would be cut askew. */
export interface Registration {
  /** `corners`: an L at each corner; `squares`: a square at each; left out: a square upper left, Ls upper right and lower left. */
  shape?: 'corners' | 'squares' | undefined;
  /** Distance of the marks from the edges of the paper. */
  inset: Mm;
  /** Length of an L's arms. */
  length?: Mm | undefined;
  thickness?: Mm | undefined;
  /** A square's side. */
  square?: Mm | undefined;
  /** True where the machine cuts from the back: its file is mirrored. */
  mirror?: boolean | undefined;
}

/** The requirements of a print shop or service for a press PDF. */
interface StockPress {
  conformance: 'PDF/X-4' | 'PDF/X-1a:2003';
  /** An id of `layouts/press/profiles.yaml`, where the service names one. */
  profile?: string | undefined;
  /** Most ink in percent, where it is less than the profile's. */
  inkLimit?: number | undefined;
  /** `none`: the theme's paper color is not printed, since tinted stock has it already. */
  ground?: 'none' | undefined;
}

/** Pictures that a service takes: PNG, RGB, no transparency. Sizes in pixels, bleed included. */
export interface StockPictures {
  width: number;
  height: number;
  /** Resolution that is written into the files; it follows from `width` and `height`. */
  dpi: number;
  /** True where `--dpi` may choose another resolution. */
  anyDpi: boolean;
  /** One picture holds this many faces; a virtual table cuts it up. The last cell shows in place of hidden cards. */
  sheet?: { columns: number; rows: number } | undefined;
  /** For online whiteboards: in folders of as many as they take at once, with the boards and a list of all. */
  whiteboard?: true | undefined;
  /** Most cards in one order, copies included. */
  mostCards?: number | undefined;
  /** Largest file that the service takes. */
  mostBytes?: number | undefined;
}

/** The name of a stock as people read it: `A4, {count} cards` with the number of its cards put in, in its form for that; of a single one, `1 card`. */
export function stockName(name: Word, count: number): string {
  if (typeof name !== 'string') return counted(count, name);
  return name.replace(/\{count\} cards\b/u, howMany(count, 'card')).replace('{count}', String(count));
}
