import { allSides, grow, overlap, SAME } from '../model/rect.ts';
import { registrationMarks } from '../model/registration.ts';
import type { Rect, Sheet, SheetLine } from '../model/sheets.ts';
import type { Stock } from '../model/stock.ts';
import type { Mm } from '../model/units.ts';

/** A mark's length at most, and the shortest one worth printing. */
const LENGTH: Mm = 5;
const SHORTEST: Mm = 1;
/** The least distance from a trim: a mark must not show on a card that is cut a little wide. */
const CLEAR: Mm = 0.5;

type Range = readonly [from: Mm, to: Mm];
/** The direction in which a line runs. */
type Axis = 'x' | 'y';

/** What is cut, and how. */
interface Cutting {
  sheet: Sheet;
  stock: Stock;
  /** How far off a trim its marks begin. */
  start: Mm;
}

/**
 * The marks by which a sheet is cut: the distinct edges of the placed cards, each drawn once, outside every trim,
 * inside what the printer can print, clear of the slug.
 *
 * On a sheet with gaps they stay outside the bleed too. Where cards touch there is no room beyond it (Letter with
 * 3 × 3 poker cards has 6.35 mm above and below, of which a printer takes 4.2), so they lie over the outer bleed.
 */
export function guides(sheet: Sheet, stock: Stock): SheetLine[] {
  if (stock.marks === 'none') return [];
  const start = tight(stock) ? CLEAR : Math.max(CLEAR, stock.bleed);
  const cutting = { sheet, stock, start };
  return [...marksAlong('y', cutting), ...marksAlong('x', cutting)];
}

/** The line along which a sheet is folded. It may cross the bleeds that meet on it: they are trimmed off later. */
export function folds(sheet: Sheet, stock: Stock): SheetLine[] {
  const { fold } = stock;
  if (!fold) return [];
  const along = fold.axis === 'vertical' ? 'y' : 'x';
  const trims = blocks(sheet.placed, CLEAR, fold.at, along);
  return without([whole(stock, along)], trims).map((range) => lineAt(fold.at, range, along));
}

/** What is left of a mark beside some rectangles, and clear of them; without pieces that are too short to be found. */
export function beside(mark: SheetLine, rects: readonly Rect[]): SheetLine[] {
  const along = mark.x1 === mark.x2 ? 'y' : 'x';
  const [at, range]: [Mm, Range] = along === 'y' ? [mark.x1, [mark.y1, mark.y2]] : [mark.y1, [mark.x1, mark.x2]];
  return linesAt(at, without([range], blocks(rects, CLEAR, at, along)), along);
}

/** Black rectangles by which a cutting plotter finds the sheet; on fronts only, which lie face up in it. */
export function registration(sheet: Sheet, stock: Stock): Rect[] {
  return sheet.side === 'back' ? [] : registrationMarks(stock);
}

/** The marks that run in one direction, one group for each distinct edge of a trim. */
function marksAlong(along: Axis, cutting: Cutting): SheetLine[] {
  const { stock } = cutting;
  return [...ticks(along, cutting)]
    .sort(([a], [b]) => a - b)
    .flatMap(([at, crop]) => {
      const waste = wasteAt(at, along, cutting);
      const wanted = stock.marks === 'edge' ? [whole(stock, along)] : union(crop);
      const drawn = wanted.flatMap((range) => waste.map((one) => clip(range, one)));
      const clear = without(drawn, stock.slug ? blocks([stock.slug], CLEAR, at, along) : []);
      return linesAt(at, clear, along);
    });
}

/** Distinct edge → the short marks that its cards want there, before and after each of them. */
function ticks(along: Axis, { sheet, start }: Cutting): Map<Mm, Range[]> {
  const edges = new Map<Mm, Range[]>();
  for (const one of sheet.placed) {
    const [from, length] = along === 'y' ? [one.y, one.height] : [one.x, one.width];
    const [low, high] = along === 'y' ? [one.x, one.x + one.width] : [one.y, one.y + one.height];
    const both: Range[] = [
      [from - start - LENGTH, from - start],
      [from + length + start, from + length + start + LENGTH],
    ];
    for (const at of [low, high].map(rounded)) edges.set(at, [...(edges.get(at) ?? []), ...both]);
  }
  return edges;
}

/** Where a line meets no card, and has room for marks: a gap between two cards must hold those of both. */
function wasteAt(at: Mm, along: Axis, { sheet, stock, start }: Cutting): Range[] {
  const limits = whole(stock, along);
  return without([limits], blocks(sheet.placed, start, at, along)).filter(
    ([from, to]) => from === limits[0] || to === limits[1] || to - from >= 2 * LENGTH,
  );
}

/** The ranges of a line that some rectangles, grown, lie on. A line along a grown edge itself is clear of it. */
function blocks(rects: readonly Rect[], by: Mm, at: Mm, along: Axis): Range[] {
  return rects
    .map((one) => grow(one, allSides(by)))
    .filter(({ x, y, width, height }) => (along === 'y' ? inside(at, x, width) : inside(at, y, height)))
    .map(({ x, y, width, height }) => (along === 'y' ? [y, y + height] : [x, x + width]));
}

function inside(at: Mm, from: Mm, length: Mm): boolean {
  return at > from + SAME && at < from + length - SAME;
}

/** What is left of some ranges outside others. */
function without(ranges: readonly Range[], others: readonly Range[]): Range[] {
  return others.reduce<Range[]>((left, other) => left.flatMap((range) => outside(range, other)), [...ranges]);
}

function outside([from, to]: Range, [start, end]: Range): Range[] {
  const pieces: Range[] = [
    [from, Math.min(to, start)],
    [Math.max(from, end), to],
  ];
  return pieces.filter((piece) => piece[1] > piece[0]);
}

/** Ranges that overlap become one. */
function union(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const [from, to] of [...ranges].sort(([a], [b]) => a - b)) {
    const last = merged.at(-1);
    if (last && from <= last[1] + SAME) merged[merged.length - 1] = [last[0], Math.max(last[1], to)];
    else merged.push([from, to]);
  }
  return merged;
}

function clip([from, to]: Range, [low, high]: Range): Range {
  return [Math.max(from, low), Math.min(to, high)];
}

/** What a printer can print, from edge to edge of the paper. */
function whole({ paper, printable }: Stock, along: Axis): Range {
  return [printable, (along === 'y' ? paper.height : paper.width) - printable];
}

/** Marks at an edge, without those that are too short. */
function linesAt(at: Mm, ranges: readonly Range[], along: Axis): SheetLine[] {
  return ranges.filter(([from, to]) => to - from > SHORTEST - SAME).map((range) => lineAt(at, range, along));
}

function lineAt(at: Mm, [from, to]: Range, along: Axis): SheetLine {
  return along === 'y' ? { x1: at, y1: from, x2: at, y2: to } : { x1: from, y1: at, x2: to, y2: at };
}

/** Edges that differ only by rounding (0.1 + 0.2) are one edge. */
function rounded(length: Mm): Mm {
  return Math.round(length / SAME) * SAME;
}

/** True where cards are so near to each other that there is no room for full bleed between them. */
function tight(stock: Stock): boolean {
  return stock.slots.some((one) =>
    stock.slots.some((other) => one !== other && overlap(other, grow(one, allSides(2 * stock.bleed)))),
  );
}
