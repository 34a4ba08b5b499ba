import type { OutlineStep } from '../model/net.ts';
import type { Mm } from '../model/units.ts';

/** Width of the tab by which a box or a sleeve is glued together. */
export const GLUE: Mm = 12;
/** Length of the Bézier handles of a quarter circle, in radii. */
export const ROUND = 0.5523;
/** Radius of the notch in the front by which a finger opens a box, or takes cards out of a sleeve. */
const NOTCH: Mm = 9;

/** The upper left of a glue tab, cut aslant so that it does not catch. */
export function glueEdge(top: Mm): OutlineStep[] {
  return [
    [0, top + 4],
    [GLUE, top],
  ];
}

/** Half a circle cut into an upper edge, from left to right. */
export function notch(x: Mm, y: Mm): OutlineStep[] {
  const handle = NOTCH * ROUND;
  return [
    [x - NOTCH, y],
    [x - NOTCH, y + handle, x - handle, y + NOTCH, x, y + NOTCH],
    [x + handle, y + NOTCH, x + NOTCH, y + handle, x + NOTCH, y],
  ];
}

/** A round corner, from where the outline is to a point: `corner` is where the edges would meet. */
export function roundCorner(from: readonly [Mm, Mm], corner: readonly [Mm, Mm], to: readonly [Mm, Mm]): OutlineStep {
  const toward = ([x, y]: readonly [Mm, Mm]) => [x + (corner[0] - x) * ROUND, y + (corner[1] - y) * ROUND] as const;
  return [...toward(from), ...toward(to), ...to];
}

/** The outline's other half: mirrored about a level line `y = sum / 2` and walked the other way. */
export function flipped(steps: readonly OutlineStep[], sum: Mm): OutlineStep[] {
  const points = steps.map((step) => step.slice(-2) as [Mm, Mm]);
  const back = [...steps].reverse().flatMap((step, at): OutlineStep[] => {
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
