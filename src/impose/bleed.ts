import { drawnBleed } from '../model/faces.ts';
import { allSides, grow, overlap, SAME, shared } from '../model/rect.ts';
import type { Edges, Placed, Rect } from '../model/sheets.ts';
import type { Mm, Size } from '../model/units.ts';

/** A face that has its place but not yet its bleed. */
export type Unbled = Omit<Placed, 'bleed'>;

/**
 * Gives each face as much bleed as there is art and room: up to the edge of the paper, half-way to its neighbours.
 * So where cards touch, nothing of one shows on the other however they are cut.
 */
export function withBleeds(placed: readonly Unbled[], bleed: Mm, paper: Size): Placed[] {
  const wanted = drawnBleed(bleed);
  return placed.map((one) => ({ ...one, bleed: bleedOf(one, placed, wanted, paper) }));
}

function bleedOf(rect: Rect, others: readonly Rect[], wanted: Mm, paper: Size): Edges {
  const edges = {
    top: Math.min(wanted, rect.y),
    right: Math.min(wanted, paper.width - rect.x - rect.width),
    bottom: Math.min(wanted, paper.height - rect.y - rect.height),
    left: Math.min(wanted, rect.x),
  };
  const near = others.filter((other) => other !== rect && overlap(grow(rect, allSides(2 * wanted)), other));
  for (const other of near) {
    const [across, down] = gaps(rect, other);
    if (down < 0) limit(edges, other.x > rect.x ? 'right' : 'left', across);
    else if (across < 0) limit(edges, other.y > rect.y ? 'bottom' : 'top', down);
  }
  // A neighbour aslant, e.g. where only slots 1 and 5 of a 3 × 3 sheet are used: the corner must not reach into it.
  for (const other of near.filter((one) => overlap(grow(rect, edges), one))) {
    limit(edges, other.x > rect.x ? 'right' : 'left', gaps(rect, other)[0]);
  }
  return edges;
}

/** The gaps between two rectangles; below 0 where they share columns or rows. */
function gaps(a: Rect, b: Rect): [across: Mm, down: Mm] {
  const gap = (overlap: Mm) => (overlap > SAME ? -overlap : Math.max(0, -overlap));
  return [gap(shared(a.x, a.width, b.x, b.width)), gap(shared(a.y, a.height, b.y, b.height))];
}

function limit(edges: Edges, edge: keyof Edges, gap: Mm): void {
  edges[edge] = Math.min(edges[edge], gap / 2);
}
