import type { Face, Format } from '../model/faces.ts';
import { UNPRINTED } from '../model/paper.ts';
import type { MarkedSheet, Placed, Rect, SheetLabel, SheetLine, SmallPrint } from '../model/sheets.ts';
import type { Mm, Size } from '../model/units.ts';

/** How far each tile shows what the next one shows too: there they are glued together. */
export const OVERLAP: Mm = 10;
/** Room for marks around a tile's window. */
const MARKS: Mm = 4;
/** Height of the strip below it, with the line that says which tile it is. */
const STRIP: Mm = 10;
/** From a window to a mark, and a mark's length. */
const [CLEAR, LENGTH]: readonly [Mm, Mm] = [0.6, 3];

/** How a large page is cut into tiles, all on one paper. Lengths in mm. */
export interface Tiling {
  /** As it lies. */
  paper: Size;
  /** Where a tile shows its part of the page. */
  window: Rect;
  columns: number;
  rows: number;
}

/** The tiling of a page on a paper that takes the fewest sheets, upright or across; of equal ones the upright. */
export function tilingOf(size: Size, paper: Size): Tiling {
  const across = { width: paper.height, height: paper.width };
  const [upright, lying] = [paper, across].map((one) => tilingOn(size, one)) as [Tiling, Tiling];
  return lying.columns * lying.rows < upright.columns * upright.rows ? lying : upright;
}

/** Tiles of one size: a page that is a little larger than one of them is cut in its middle. */
function tilingOn(size: Size, paper: Size): Tiling {
  const edge = UNPRINTED + MARKS;
  const room = { width: paper.width - 2 * edge, height: paper.height - edge - UNPRINTED - STRIP };
  const count = (length: Mm, most: Mm) => Math.max(1, Math.ceil((length - OVERLAP) / (most - OVERLAP)));
  const [columns, rows] = [count(size.width, room.width), count(size.height, room.height)];
  const shown = (length: Mm, parts: number) => (length + (parts - 1) * OVERLAP) / parts;
  const window = { x: edge, y: edge, width: shown(size.width, columns), height: shown(size.height, rows) };
  return { paper, window, columns, rows };
}

/** A tile: the place of its corner on the page, and where its column and its row are among the others. */
export interface PosterTile {
  x: Mm;
  y: Mm;
  column: number;
  row: number;
  /** From 1, row after row. */
  number: number;
}

/** The tiles of a tiling, in the order in which they are printed. */
export function posterTiles({ window, columns, rows }: Tiling): PosterTile[] {
  return Array.from({ length: columns * rows }, (_, at) => {
    const [column, row] = [at % columns, Math.floor(at / columns)];
    const [x, y] = [column * (window.width - OVERLAP), row * (window.height - OVERLAP)];
    return { x, y, column, row, number: at + 1 };
  });
}

/** A page as tiles: each shows its part through its window, with marks for whoever cuts and glues; the first has a plan of all. */
export function tileSheets(face: Face, size: Format, tiling: Tiling, note: string): MarkedSheet[] {
  const tiles = posterTiles(tiling);
  const { paper } = tiling;
  return tiles.map((tile) => {
    const marks = marksOf(tile, tiling);
    const first = tile.number === 1 ? planOf(tiling, note) : { lines: [], labels: [] };
    return {
      ...{ stock: 'tile', ...paper, side: 'front', number: tile.number, of: tiles.length },
      placed: [placed(face, size, tile, tiling.window)],
      marks: {
        ...{ cuts: marks.cuts, folds: marks.joins, registration: [], lines: first.lines },
        labels: [...marks.labels, ...first.labels],
      },
    };
  });
}

/** The whole page, of which the window shows a part: what is beyond it is less than no bleed. */
function placed(face: Face, { width, height }: Format, tile: PosterTile, window: Rect): Placed {
  return {
    ...{ face, x: window.x - tile.x, y: window.y - tile.y, width, height, turn: 0 },
    bleed: {
      top: -tile.y,
      left: -tile.x,
      right: tile.x + window.width - width,
      bottom: tile.y + window.height - height,
    },
  };
}

/** Where a tile is cut (at its left and its top, unless it is the first there), and where the next tiles are laid on it. */
function marksOf({ column, row, number }: PosterTile, { window, columns, rows }: Tiling) {
  const [right, bottom] = [window.x + window.width, window.y + window.height];
  const upright = (x: Mm): SheetLine[] => [
    { x1: x, y1: window.y - CLEAR - LENGTH, x2: x, y2: window.y - CLEAR },
    { x1: x, y1: bottom + CLEAR, x2: x, y2: bottom + CLEAR + LENGTH },
  ];
  const level = (y: Mm): SheetLine[] => [
    { x1: window.x - CLEAR - LENGTH, y1: y, x2: window.x - CLEAR, y2: y },
    { x1: right + CLEAR, y1: y, x2: right + CLEAR + LENGTH, y2: y },
  ];
  const nextColumn = column + 1 < columns ? right - OVERLAP : undefined;
  const below = row + 1 < rows ? bottom - OVERLAP : undefined;
  const label = (text: number, x: Mm, y: Mm): SheetLabel => ({
    text: String(text),
    x,
    y,
    anchor: 'start',
    turn: 0,
    points: 8,
  });
  return {
    cuts: [...(column > 0 ? upright(window.x) : []), ...(row > 0 ? level(window.y) : [])],
    joins: [...(nextColumn === undefined ? [] : upright(nextColumn)), ...(below === undefined ? [] : level(below))],
    // The number of the tile that is laid there.
    labels: [
      ...(nextColumn === undefined ? [] : [label(number + 1, nextColumn + 1.2, window.y - CLEAR - 0.4)]),
      ...(below === undefined ? [] : [label(number + columns, window.x - CLEAR - LENGTH, below + 4)]),
    ],
  };
}

/** Height and width of a tile in the plan. */
const PLAN: Rect = { x: 0, y: 0, width: 5.4, height: 3 };

/** How wide the plan is, from the right edge of what is printed. */
function planWidth({ columns }: Tiling): Mm {
  return columns * PLAN.width + 2;
}

/** A small plan of all tiles by their numbers, and what to do with them. */
function planOf({ paper, window, columns, rows }: Tiling, note: string): SmallPrint {
  const h = Math.min(PLAN.height, (STRIP - 1.5) / rows);
  const x = paper.width - window.x - columns * PLAN.width;
  const y = paper.height - UNPRINTED - rows * h;
  const line = (x1: Mm, y1: Mm, x2: Mm, y2: Mm): SheetLine => ({ x1, y1, x2, y2 });
  const [right, bottom] = [x + columns * PLAN.width, y + rows * h];
  const lines = [
    ...Array.from({ length: columns + 1 }, (_, at) => line(x + at * PLAN.width, y, x + at * PLAN.width, bottom)),
    ...Array.from({ length: rows + 1 }, (_, at) => line(x, y + at * h, right, y + at * h)),
  ];
  const numbers = Array.from({ length: columns * rows }, (_, at): SheetLabel => {
    const middle = x + ((at % columns) + 0.5) * PLAN.width;
    return {
      text: String(at + 1),
      x: middle,
      y: y + (Math.floor(at / columns) + 0.82) * h,
      anchor: 'middle',
      turn: 0,
      points: 6,
    };
  });
  const room = x - window.x - 3;
  const said: SheetLabel = {
    text: note,
    x: window.x,
    y: paper.height - UNPRINTED - 3.6,
    anchor: 'start',
    turn: 0,
    points: 6.5,
    room,
  };
  return { lines, labels: [...numbers, said] };
}

/** Where the line that says which tile it is stands, with its ruler. */
export function tileSlug(tiling: Tiling): Rect {
  const { paper, window } = tiling;
  const width = paper.width - 2 * window.x - planWidth(tiling);
  return { x: window.x, y: paper.height - UNPRINTED - 2.6, width, height: 2.6 };
}
