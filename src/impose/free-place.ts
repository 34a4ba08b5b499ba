import { excess, overlap, SAME } from '../model/rect.ts';
import type { Rect } from '../model/sheets.ts';
import type { Mm, Point, Size } from '../model/units.ts';

/**
 * Where a rectangle is clear of all others, inside an area: its upper left corner. Of all places that the edges of the others lead
 * to, the one whose middle is nearest to a point. Undefined where there is none.
 */
export function freePlace(
  size: Size,
  { area, obstacles, near }: { area: Rect; obstacles: readonly Rect[]; near: Point },
): Point | undefined {
  const [wishX, wishY] = [near.x - size.width / 2, near.y - size.height / 2];
  const [lastX, lastY] = [area.x + area.width - size.width, area.y + area.height - size.height];
  const xs = obstacles.flatMap((one) => [one.x - size.width, one.x + one.width]);
  const ys = obstacles.flatMap((one) => [one.y - size.height, one.y + one.height]);
  const columns = byDistance([area.x, lastX, wishX, ...xs], wishX);
  const rows = byDistance([area.y, lastY, wishY, ...ys], wishY);
  let best: { x: Mm; y: Mm; far: Mm } | undefined;
  for (const y of rows) {
    for (const x of columns) {
      const far = Math.hypot(x - wishX, y - wishY);
      // Columns come nearest first: what follows is farther still.
      if (best && far >= best.far - SAME) break;
      const rect = { ...size, x, y };
      if (excess(rect, area) <= SAME && !obstacles.some((one) => overlap(rect, one))) best = { x, y, far };
    }
  }
  return best && { x: best.x, y: best.y };
}

function byDistance(lengths: readonly Mm[], wish: Mm): Mm[] {
  return [...new Set(lengths)].sort((a, b) => Math.abs(a - wish) - Math.abs(b - wish));
}
