import type { BoxSize, OutlineStep, Sleeve } from '../model/net.ts';
import type { SheetLine } from '../model/sheets.ts';
import { flipped, GLUE, glueEdge, notch } from './shapes.ts';

/** A sleeve, open above and below: glue tab, front, side, back and side in a row. A notch in the front's upper edge lets a finger in. */
export function sleeveOf({ width, height, depth }: BoxSize): Sleeve {
  const [side, back, last, right] = [
    GLUE + width,
    GLUE + width + depth,
    GLUE + 2 * width + depth,
    GLUE + 2 * (width + depth),
  ];
  const lower: OutlineStep[] = [...glueEdge(0), [right, 0]];
  const upper: OutlineStep[] = [...glueEdge(0), ...notch(GLUE + width / 2, 0), [right, 0]];
  return {
    width: right,
    height,
    outline: [...upper, ...flipped(lower, height)],
    creases: [GLUE, side, back, last].map((x): SheetLine => ({ x1: x, y1: 0, x2: x, y2: height })),
    front: { x: GLUE, y: 0, width, height },
    back: { x: back, y: 0, width, height },
    sides: [
      { x: side, y: 0, width: depth, height },
      { x: last, y: 0, width: depth, height },
    ],
    glue: { x: 0, y: 0, width: GLUE, height },
  };
}
