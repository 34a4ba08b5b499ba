import type { BoxSize, Net, OutlineStep } from '../model/net.ts';
import type { SheetLine } from '../model/sheets.ts';
import type { Mm, Size } from '../model/units.ts';
import { flipped, GLUE, glueEdge, notch, ROUND } from './shapes.ts';

/** How much narrower flaps and lids are than the opening that they go into, so that they do not catch. */
const EASE: Mm = 0.5;

/** The size of a box for some cards: all lengths in mm; `board` is how thick the box's own board is. */
export function boxSize(
  card: Size,
  { count, caliper, clearance, board }: { count: number; caliper: Mm; clearance: Mm; board: Mm },
): BoxSize {
  // A crease lies in the middle of the board: half of it stands inside at either end.
  const room = clearance + board;
  return { width: card.width + room, height: card.height + room, depth: count * caliper + room };
}

/** The edges of a box's row of panels, and how far the lids and flaps reach beyond it. */
interface Panels extends BoxSize {
  /** The left edge of the front; left of it is the glue tab. */
  front: Mm;
  side: Mm;
  back: Mm;
  last: Mm;
  /** The right edge of the last side. */
  right: Mm;
  /** The upper and the lower edge of all four panels. */
  top: Mm;
  bottom: Mm;
  /** Length of the tongue beyond a lid, which is tucked in. */
  tongue: Mm;
  /** A dust flap's length. */
  flap: Mm;
}

/**
 * A straight tuck box: glue tab, front, side, back and side in a row; lids at the back, dust flaps at the sides.
 */
export function netOf(size: BoxSize): Net {
  const { width, height, depth } = size;
  const panels = panelsOf(size);
  const { front, side, back, last, right, top, bottom } = panels;
  return {
    width: right,
    height: top + height + top,
    outline: outlineOf(panels),
    creases: creasesOf(panels),
    front: { x: front, y: top, width, height },
    back: { x: back, y: top, width, height },
    sides: [
      { x: side, y: top, width: depth, height },
      { x: last, y: top, width: depth, height },
    ],
    lids: [
      { x: back, y: top - depth, width, height: depth },
      { x: back, y: bottom, width, height: depth },
    ],
    glue: { x: 0, y: top, width: GLUE, height },
  };
}

function panelsOf(size: BoxSize): Panels {
  const { width: w, height: h, depth: d } = size;
  const tongue = Math.min(16, 7 + d / 2);
  const flap = Math.min(0.42 * w, Math.max(12, 0.9 * d));
  const top = Math.max(d + tongue, flap);
  const [side, back, last, right] = [GLUE + w, GLUE + w + d, GLUE + 2 * w + d, GLUE + 2 * (w + d)];
  return { ...size, front: GLUE, side, back, last, right, top, bottom: top + h, tongue, flap };
}

/** The line along which the net is cut. The lower half mirrors the upper one, but has no notch for a finger. */
function outlineOf(panels: Panels): OutlineStep[] {
  const { front, side, top, bottom, width } = panels;
  const flaps = flapsOf(panels);
  const lower: OutlineStep[] = [...glueEdge(top), [side, top], ...flaps];
  return [...glueEdge(top), ...notch(front + width / 2, top), [side, top], ...flaps, ...flipped(lower, top + bottom)];
}

/** The flaps on the upper edge, from the first side to the right: a dust flap, the lid, a dust flap. */
function flapsOf(panels: Panels): OutlineStep[] {
  const { side, back, last, right, top, flap } = panels;
  return [...dustFlap(side, back, top, flap), ...lid(panels), ...dustFlap(last, right, top, flap)];
}

function creasesOf({ front, side, back, last, right, top, bottom, depth }: Panels): SheetLine[] {
  const upright = (x: Mm): SheetLine => ({ x1: x, y1: top, x2: x, y2: bottom });
  const level = (from: Mm, to: Mm, y: Mm): SheetLine => ({ x1: from, y1: y, x2: to, y2: y });
  const ends = [top, bottom].flatMap((y) => [level(side, back, y), level(back, last, y), level(last, right, y)]);
  const tongues = [top - depth, bottom + depth].map((y) => level(back + EASE, last - EASE, y));
  return [...[front, side, back, last].map(upright), ...ends, ...tongues];
}

/** A dust flap from its left corner, where the outline already is, to its right one. */
function dustFlap(left: Mm, right: Mm, y: Mm, length: Mm): OutlineStep[] {
  const taper = Math.min(2, (right - left) / 4);
  return [
    [left + EASE, y],
    [left + taper, y - length],
    [right - taper, y - length],
    [right - EASE, y],
    [right, y],
  ];
}

/** The lid on the back, and its tongue with round corners. */
function lid({ back, last, top, depth, tongue }: Panels): OutlineStep[] {
  const [from, to, end] = [back + EASE, last - EASE, top - depth - tongue];
  const r = Math.min(tongue - 2, 9);
  const handle = r * (1 - ROUND);
  return [
    [from, top],
    [from, end + r],
    [from, end + handle, from + handle, end, from + r, end],
    [to - r, end],
    [to - handle, end, to, end + handle, to, end + r],
    [to, top],
    [last, top],
  ];
}
