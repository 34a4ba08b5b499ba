import type { Nodes } from 'mdast';
import { error, type Problem } from '../../model/problem.ts';
import { type Part, placeOf } from './parts.ts';

/**
 * The most paragraphs, items and cells of a section. The largest card, 297 × 210 mm, has room for some 140 lines; a list of 1,900 items
 * would be laid out for seconds before it is found to be too long.
 */
const MAX_PIECES = 500;

/** An item of a list holds a paragraph. */
const PIECES: ReadonlySet<string> = new Set(['paragraph', 'tableCell']);

/** Refuses a section that no card can hold, before it is set; undefined for others. */
export function crowdedIn({ tree, file }: Part): Problem | undefined {
  const pieces = piecesIn(tree);
  const [first] = pieces.slice(MAX_PIECES);
  if (!first) return undefined;
  const message = `This section has ${pieces.length} paragraphs, items and cells; no card holds more than ${MAX_PIECES}.`;
  return error({ file, place: placeOf(first), rule: 'card/crowded', message });
}

function piecesIn(node: Nodes): Nodes[] {
  const own = PIECES.has(node.type) ? [node] : [];
  return 'children' in node ? [...own, ...node.children.flatMap(piecesIn)] : own;
}
