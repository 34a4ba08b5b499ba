import { drawnBleed, type Format } from '../model/faces.ts';
import { allSides, around, behind, excess, gapBetween, grow, overlap, SAME, turningAxis } from '../model/rect.ts';
import type { Rect, Turn } from '../model/sheets.ts';
import { CLEAR_OF_MARKS, type Slot, type SlugBand, type Stock } from '../model/stock.ts';
import type { Mm, Point, Size } from '../model/units.ts';
import type { StockFile } from './schema.ts';

/** A grid of cards on a paper: from the corner of the first, row by row. */
export interface CardGrid {
  columns: number;
  rows: number;
  gap: Point;
  x: Mm;
  y: Mm;
  turn: Turn;
}

/** The room that a sheet has for cards. */
export interface SheetRoom extends Pick<Stock, 'paper' | 'printable' | 'bleed' | 'flip' | 'fold'> {
  gap: Point;
  /** What backs have of bleed beyond that of fronts. */
  backBleed?: Mm | undefined;
  /** Kept free around the outer bleed, for the marks of a press. */
  marks?: Mm | undefined;
  /** The marks of a plotter, of which cards with their bleed keep clear. */
  registration?: readonly Rect[] | undefined;
  /** The turn that cards must have; left out, whichever holds more of them. */
  turn?: Turn | undefined;
}

/** How thick a slug's band is: 6 pt type and a ruler's strokes. */
export const SLUG_HEIGHT: Mm = 2.6;

/** The edges at which a slug may stand. */
export type SlugEdge = Exclude<NonNullable<StockFile['slug']>, 'none'>;

/** Where an edge has no room for the slug, the next of these is tried. */
const EDGES: readonly SlugEdge[] = ['bottom', 'left', 'right', 'top'];

/**
 * The grid that holds most cards on a paper, upright cards where turned ones are no more, in the middle of the paper; with a
 * fold, beside it. Undefined where not even one card fits. Cards that stand apart keep their outer bleed in the printable area too,
 * and all keep clear of a plotter's marks, between them.
 */
export function bestGrid(room: SheetRoom, format: Format): CardGrid | undefined {
  const turns: readonly Turn[] = room.turn === undefined ? [0, 90] : [room.turn];
  const [best] = turns
    .flatMap((turn) => clearGrid(room, format, turn) ?? [])
    .filter((grid) => grid.columns > 0 && grid.rows > 0)
    .sort((a, b) => b.columns * b.rows - a.columns * a.rows);
  return best;
}

/** The largest grid with cards turned so; beside a plotter's marks, the largest that keeps clear of them, and between them. */
function clearGrid(room: SheetRoom, format: Format, turn: Turn): CardGrid | undefined {
  const most = mostIn(room, format, turn);
  if (!room.registration?.length) return gridOf(room, format, { ...most, turn });
  const counts = (count: number) => Array.from({ length: count }, (_, at) => count - at);
  return counts(most.columns)
    .flatMap((columns) => counts(most.rows).map((rows) => ({ columns, rows, turn })))
    .sort((a, b) => b.columns * b.rows - a.columns * a.rows)
    .map((shape) => gridOf(room, format, shape))
    .find((grid) => isCuttable(slotsOfGrid(grid, format), room));
}

/** True where a plotter takes no card, bleed included, for a part of its marks, and all lie between them: it cuts nowhere else. */
function isCuttable(slots: readonly Slot[], { registration = [], bleed }: SheetRoom): boolean {
  if (registration.length > 0 && excess(around(slots), around(registration)) > SAME) return false;
  const arts = slots.map((slot) => grow(slot, allSides(bleed)));
  return arts.every((art) => registration.every((mark) => gapBetween(art, mark) >= CLEAR_OF_MARKS - SAME));
}

/** How many columns and rows of cards a sheet has room for. */
function mostIn(room: SheetRoom, format: Format, turn: Turn): { columns: number; rows: number } {
  const { gap, bleed, fold, marks = 0 } = room;
  const { width, height } = areaOf(room);
  const size = lying(format, turn);
  const [outerX, outerY] = [outerBleed(gap.x, bleed) + marks, outerBleed(gap.y, bleed) + marks];
  return {
    columns: countIn(width - (fold?.axis === 'vertical' ? 1 : 2) * outerX, size.width, gap.x),
    rows: countIn(height - (fold?.axis === 'horizontal' ? 1 : 2) * outerY, size.height, gap.y),
  };
}

/** So many columns and rows, where a sheet wants them. */
function gridOf(
  room: SheetRoom,
  format: Format,
  { columns, rows, turn }: Pick<CardGrid, 'columns' | 'rows' | 'turn'>,
): CardGrid {
  const { gap, fold } = room;
  const { x, y, width, height } = areaOf(room);
  const size = lying(format, turn);
  const block = { width: lengthOf(columns, size.width, gap.x), height: lengthOf(rows, size.height, gap.y) };
  // The middle of the whole paper, not of its printable area: only then do backs lie behind their fronts on every flip.
  const middle = { x: (room.paper.width - block.width) / 2, y: (room.paper.height - block.height) / 2 };
  return {
    ...{ columns, rows, gap, turn },
    x: fold?.axis === 'vertical' ? x + width - block.width : middle.x,
    y: fold?.axis === 'horizontal' ? y + height - block.height : middle.y,
  };
}

/** The printable area, where cards may lie; with a fold, the half before it less the bleed that would cross the fold. */
function areaOf({ paper, printable, fold, bleed }: SheetRoom): Rect {
  const area = {
    x: printable,
    y: printable,
    width: paper.width - 2 * printable,
    height: paper.height - 2 * printable,
  };
  if (fold?.axis === 'vertical') return { ...area, width: fold.at - bleed - printable };
  if (fold?.axis === 'horizontal') return { ...area, height: fold.at - bleed - printable };
  return area;
}

function outerBleed(gap: Mm, bleed: Mm): Mm {
  return Math.min(bleed, gap / 2);
}

/** How many lengths fit, with gaps between them. An exact fit loses none to rounding. */
function countIn(room: Mm, length: Mm, gap: Mm): number {
  return Math.max(0, Math.floor((room + gap + SAME) / (length + gap)));
}

function lengthOf(count: number, length: Mm, gap: Mm): Mm {
  return count * length + (count - 1) * gap;
}

/** A card's size as it lies on the sheet. */
export function lying({ width, height }: Pick<Format, 'width' | 'height'>, turn: Turn): Size {
  return turn % 180 === 0 ? { width, height } : { width: height, height: width };
}

/** The slots of a grid, from left to right, then down. */
export function slotsOfGrid({ columns, rows, gap, x, y, turn }: CardGrid, format: Format): Slot[] {
  const { width, height } = lying(format, turn);
  return Array.from({ length: columns * rows }, (_, at) => ({
    x: x + (at % columns) * (width + gap.x),
    y: y + Math.floor(at / columns) * (height + gap.y),
    width,
    height,
    turn,
  }));
}

/** Gives a slug's band at an edge, beside some cards. */
type BandAt = (edge: SlugEdge, slots: readonly Slot[]) => SlugBand | undefined;

/**
 * A grid with its slug: at the edge that is wished for, else at another, clear of all bleed (and of a press's marks, where it can be).
 * Where the cards leave too little above and below them, they move aside for it, along the edge on which the paper is turned, so that
 * their backs stay behind them. The slug is left out where they take all of the paper: on their bleed it could not be read on dark
 * art, and would show on a card that is cut a little askew.
 */
export function withSlug(
  grid: CardGrid,
  { format, room, wish, bandAt }: { format: Format; room: SheetRoom; wish: SlugEdge | undefined; bandAt: BandAt },
): { slots: Slot[]; slug?: SlugBand | undefined } {
  const slots = slotsOfGrid(grid, format);
  if (wish === undefined) return { slots };
  const edges = [wish, ...EDGES.filter((edge) => edge !== wish)];
  for (const margin of room.marks === undefined ? [0] : [2 * room.marks, 0]) {
    const bands = edges.map((edge) => bandAt(edge, slots));
    const slug = bands.find((band) => band && isClear(band, slots, room, margin));
    if (slug) return { slots, slug };
  }
  if (room.fold) return { slots };
  const upright = turningAxis(room.paper, room.flip) === 'vertical';
  const aside = slotsOfGrid({ ...grid, ...movedAside(slots, room, upright) }, format);
  const slug = bandAt(upright ? 'bottom' : 'right', aside);
  const inside = around(aside)[upright ? 'y' : 'x'] >= room.printable - SAME && isCuttable(aside, room);
  return inside && slug && isClear(slug, aside, room, 0) ? { slots: aside, slug } : { slots };
}

/** Where a grid begins that leaves a band's thickness beyond the bleed below it, or beside it. */
function movedAside(slots: readonly Slot[], room: SheetRoom, upright: boolean): { x?: Mm; y?: Mm } {
  const { paper, printable, bleed, backBleed = 0 } = room;
  const { width, height } = around(slots);
  const kept = printable + SLUG_HEIGHT + drawnBleed(bleed + backBleed);
  if (upright) return { y: paper.height - kept - height };
  return { x: paper.width - kept - width };
}

/** True where no card, with its bleed and some room around that, lies in a band, on either side of the paper. */
function isClear(band: Rect, slots: readonly Slot[], room: SheetRoom, margin: Mm): boolean {
  const { paper, flip, fold, bleed, backBleed = 0 } = room;
  const axis = fold?.axis ?? turningAxis(paper, flip);
  const at = fold?.at ?? (axis === 'vertical' ? paper.width / 2 : paper.height / 2);
  const front = grow(band, allSides(drawnBleed(bleed) + margin));
  const back = grow(band, allSides(drawnBleed(bleed + backBleed) + margin));
  return slots.every((slot) => !overlap(front, slot) && !overlap(back, behind(slot, axis, at)));
}
