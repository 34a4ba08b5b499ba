import type { Edges, Rect, Turn } from './sheets.ts';
import type { Flip, Slot } from './stock.ts';
import type { Mm, Point, Size } from './units.ts';

/** Lengths closer than this are the same: a micrometer, far below any printer and far above rounding. */
export const SAME: Mm = 0.001;

/** A rectangle grown outwards on every side. */
export function grow(rect: Rect, by: Edges): Rect {
  return {
    x: rect.x - by.left,
    y: rect.y - by.top,
    width: rect.width + by.left + by.right,
    height: rect.height + by.top + by.bottom,
  };
}

/** The same length on all four sides. */
export function allSides(length: Mm): Edges {
  return { top: length, right: length, bottom: length, left: length };
}

/** The length over which two ranges overlap; negative: the gap between them. */
export function shared(a: number, aLength: Mm, b: number, bLength: Mm): Mm {
  return Math.min(a + aLength, b + bLength) - Math.max(a, b);
}

/** True where two rectangles share more than an edge. */
export function overlap(a: Rect, b: Rect): boolean {
  return shared(a.x, a.width, b.x, b.width) > SAME && shared(a.y, a.height, b.y, b.height) > SAME;
}

/** The distance between two rectangles; 0 where they touch or overlap. */
export function gapBetween(a: Rect, b: Rect): Mm {
  const across = Math.max(0, -shared(a.x, a.width, b.x, b.width));
  const down = Math.max(0, -shared(a.y, a.height, b.y, b.height));
  return Math.hypot(across, down);
}

/** The farthest that a rectangle sticks out of another, on any side; 0 or less where it lies inside. */
export function excess(inner: Rect, outer: Rect): Mm {
  return Math.max(
    outer.x - inner.x,
    outer.y - inner.y,
    inner.x + inner.width - outer.x - outer.width,
    inner.y + inner.height - outer.y - outer.height,
  );
}

/** The smallest rectangle around all of these. */
export function around(rects: readonly Rect[]): Rect {
  const x = Math.min(...rects.map((one) => one.x));
  const y = Math.min(...rects.map((one) => one.y));
  const right = Math.max(...rects.map((one) => one.x + one.width));
  const bottom = Math.max(...rects.map((one) => one.y + one.height));
  return { x, y, width: right - x, height: bottom - y };
}
/** The direction of the edge, or of the fold, about which paper is turned. */
export type Axis = 'vertical' | 'horizontal';

/**
 * The direction of the edge on which paper is turned, as it lies before you: the long edge of a portrait page and
 * the short edge of a landscape one stand upright. A square counts as portrait.
 */
export function turningAxis(paper: Size, flip: Flip): Axis {
  const landscape = paper.width > paper.height;
  return (flip === 'long') === landscape ? 'horizontal' : 'vertical';
}

/**
 * The place behind a slot once the paper is turned (or folded) about the line `x = at` or `y = at`.
 *
 * A card is turned over about its own upright edge. So about an upright axis the back keeps its head up
 * (turn' = −turn), and about a level one it stands on its head (turn' = 180° − turn).
 */
export function behind(slot: Slot, axis: Axis, at: Mm): Slot {
  const { x, y, width, height, turn } = slot;
  if (axis === 'vertical') return { x: 2 * at - x - width, y, width, height, turn: turnOf(-turn) };
  return { x, y: 2 * at - y - height, width, height, turn: turnOf(180 - turn) };
}

/** Any multiple of 90° as a Turn. */
function turnOf(degrees: number): Turn {
  return (((degrees % 360) + 360) % 360) as Turn;
}

/**
 * A shift of backs as it is on the page, right and down.
 *
 * A printer shifts paper, not pages, so a shift is given along the paper's own axes: hold the paper upright, turned over on its long
 * edge, its back towards you; then right and down. On paper turned on its short edge the page is upside down in that view. A
 * landscape page is turned anti-clockwise to be printed (IPP's "landscape", RFC 8011, 5.2.10), front and back alike.
 */
export function shiftOnPage({ x, y }: Point, paper: Size, flip: Flip): Point {
  const turned = paper.width > paper.height ? { x: -y, y: x } : { x, y };
  return flip === 'long' ? turned : { x: -turned.x, y: -turned.y };
}
