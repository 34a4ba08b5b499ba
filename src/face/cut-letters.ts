import { beyond, type Ink, overlapDepth } from './ink.ts';
import type { Box } from './layout-tree.ts';

/** A text or a filled area, in the order in which a page paints them. */
export type PaintedMark = { kind: 'text'; lines: readonly Ink[] } | { kind: 'area'; box: Box };

/**
 * Letters this near to the edge of the colour that they stand on look cut, and where both are printed by different inks they
 * are: 0.2 mm is what presses allow for register.
 */
const CLEAR = 0.2;

/** How the letters of a text are cut, and how far they reach into what cuts them, in mm. */
export interface CutLetters {
  how: 'edge' | 'covered';
  by: number;
}

/**
 * Whether a text stands on one colour and is painted over by none. Its letters often have the colour of the paper: over the
 * edge of the band that they stand on nothing of them is seen, and the text layer is whole all the same.
 *
 * @param order everything on the page, in the order of painting
 * @param at which of them is the text
 */
export function cutLettersOf(order: readonly PaintedMark[], at: number): CutLetters | undefined {
  const text = order[at];
  if (text?.kind !== 'text') return undefined;
  let worst: CutLetters | undefined;
  for (const { box } of text.lines) {
    const cut = coverOf(box, order.slice(at + 1)) ?? edgeUnder(box, order.slice(0, at));
    if (cut && cut.by > (worst?.by ?? 0)) worst = cut;
  }
  return worst;
}

function coverOf(ink: Box, later: readonly PaintedMark[]): CutLetters | undefined {
  const by = Math.max(0, ...later.map((one) => (one.kind === 'area' ? overlapDepth(ink, one.box) : 0)));
  return by > 0 ? { how: 'covered', by } : undefined;
}

/** From the top one down: the first area that holds all the ink hides what lies below it; one that holds a part of it cuts it. */
function edgeUnder(ink: Box, earlier: readonly PaintedMark[]): CutLetters | undefined {
  const room = { left: ink.left - CLEAR, top: ink.top - CLEAR, right: ink.right + CLEAR, bottom: ink.bottom + CLEAR };
  for (const one of [...earlier].reverse()) {
    if (one.kind !== 'area') continue;
    const out = beyond(room, one.box);
    if (out <= 0) return undefined;
    const inside = overlapDepth(room, one.box);
    if (inside > 0) return { how: 'edge', by: Math.min(out, inside) };
  }
  return undefined;
}
