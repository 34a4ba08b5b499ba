import type { BoxSize, Net, Step } from '../model/net.ts';
import type { Line } from '../model/sheets.ts';
import type { Mm } from '../model/units.ts';

const GLUE: Mm = 12;
/** Flaps and lids are a little narrower than where they go, so that they do not catch. */
const EASE: Mm = 0.5;
/** Where a finger opens the box. */
const NOTCH: Mm = 9;
/** The handles of a quarter circle, in radii. */
const ROUND = 0.5523;

/** The size of a box for some cards: all lengths in mm, `board` the thickness of the box's own. */
export function boxSize(
  card: { width: Mm; height: Mm },
  { count, caliper, clearance, board }: { count: number; caliper: Mm; clearance: Mm; board: Mm },
): BoxSize {
  // A crease lies in the middle of the board: half of it stands inside at either end.
  const room = clearance + board;
  return { width: card.width + room, height: card.height + room, depth: count * caliper + room };
}

/**
 * A straight tuck box: glue tab, front, side, back and side in a row; lids at the back, dust flaps at the sides.
 */
export function netOf({ width: w, height: h, depth: d }: BoxSize): Net {
  const tongue = Math.min(16, 7 + d / 2);
  const flap = Math.min(0.42 * w, Math.max(12, 0.9 * d));
  const top = Math.max(d + tongue, flap);
  const [front, side, back, last, right] = [GLUE, GLUE + w, GLUE + w + d, GLUE + 2 * w + d, GLUE + 2 * (w + d)];
  const bottom = top + h;
  const upper = [
    ...glueEdge(top),
    ...notch(front + w / 2, top),
    [side, top] as const,
    ...dustFlap(side, back, top, flap),
    ...lid(back, last, top, d, tongue),
    ...dustFlap(last, right, top, flap),
  ];
  const mirrored = flipped(
    [
      [0, top + 4],
      [front, top],
      [side, top],
      ...dustFlap(side, back, top, flap),
      ...lid(back, last, top, d, tongue),
      ...dustFlap(last, right, top, flap),
    ],
    top + bottom,
  );
  const upright = (x: Mm): Line => ({ x1: x, y1: top, x2: x, y2: bottom });
  const level = (from: Mm, to: Mm, y: Mm): Line => ({ x1: from, y1: y, x2: to, y2: y });
  const ends = [top, bottom].flatMap((y) => [level(side, back, y), level(back, last, y), level(last, right, y)]);
  const tongues = [top - d, bottom + d].map((y) => level(back + EASE, last - EASE, y));
  return {
    width: right,
    height: top + h + top,
    outline: [...upper, ...mirrored],
    creases: [...[front, side, back, last].map(upright), ...ends, ...tongues],
    front: { x: front, y: top, width: w, height: h },
    back: { x: back, y: top, width: w, height: h },
    sides: [
      { x: side, y: top, width: d, height: h },
      { x: last, y: top, width: d, height: h },
    ],
    lids: [
      { x: back, y: top - d, width: w, height: d },
      { x: back, y: bottom, width: w, height: d },
    ],
    glue: { x: 0, y: top, width: GLUE, height: h },
  };
}

function glueEdge(top: Mm): Step[] {
  return [
    [0, top + 4],
    [GLUE, top],
  ];
}

/** Half a circle cut into the upper edge of the front. */
function notch(x: Mm, y: Mm): Step[] {
  const handle = NOTCH * ROUND;
  return [
    [x - NOTCH, y],
    [x - NOTCH, y + handle, x - handle, y + NOTCH, x, y + NOTCH],
    [x + handle, y + NOTCH, x + NOTCH, y + handle, x + NOTCH, y],
  ];
}

/** Ends at the flap's right corner; begins at its left one, where the outline already is. */
function dustFlap(left: Mm, right: Mm, y: Mm, length: Mm): Step[] {
  const taper = Math.min(2, (right - left) / 4);
  return [
    [left + EASE, y],
    [left + taper, y - length],
    [right - taper, y - length],
    [right - EASE, y],
    [right, y],
  ];
}

/** A lid and its tongue with round corners. */
function lid(left: Mm, right: Mm, y: Mm, depth: Mm, tongue: Mm): Step[] {
  const [from, to, end] = [left + EASE, right - EASE, y - depth - tongue];
  const r = Math.min(tongue - 2, 9);
  const handle = r * (1 - ROUND);
  return [
    [from, y],
    [from, end + r],
    [from, end + handle, from + handle, end, from + r, end],
    [to - r, end],
    [to - handle, end, to, end + handle, to, end + r],
    [to, y],
    [right, y],
  ];
}

/** The outline's other half: mirrored about a level line `y = sum / 2` and walked the other way. */
function flipped(steps: readonly Step[], sum: Mm): Step[] {
  const points = steps.map((step) => step.slice(-2) as [Mm, Mm]);
  const back = [...steps].reverse().flatMap((step, at): Step[] => {
    const index = steps.length - 1 - at;
    const to = points[index - 1];
    if (!to) return [];
    if (step.length === 2) return [[to[0], sum - to[1]]];
    const [x1, y1, x2, y2] = step;
    return [[x2, sum - y2, x1, sum - y1, to[0], sum - to[1]]];
  });
  const last = points.at(-1);
  return last ? [[last[0], sum - last[1]], ...back] : back;
}
