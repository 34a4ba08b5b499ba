import { mm } from '../model/units.ts';
import type { Box, LayoutLine, LayoutRun } from './layout-tree.ts';

/** What a line of text leaves on the paper. */
export interface Ink {
  /** Around all its letters. */
  box: Box;
  /** Around each of them. */
  letters: readonly Box[];
  /** As high as `box`, but as wide as the line is set: a j hangs out of its line to the left, and is meant to. */
  set: Box;
}

/**
 * The ink of a line: from the top of its highest letter to the lowest point of those that hang below the line, as their
 * outlines in the font say. The renderer sets the baseline an ascender below the top of a line, whatever the line height:
 * with little of that, letters hang out of the text's own box.
 *
 * @param line what was set
 * @param at the text's top left corner, in mm from that of the page
 * @returns undefined where nothing is drawn
 */
export function inkOf(line: LayoutLine, at: { x: number; y: number }): Ink | undefined {
  const baseline = at.y + mm(line.box.y + (line.ascent ?? 0));
  let pen = line.box.x;
  const letters: Letter[] = [];
  for (const run of line.runs) {
    letters.push(...lettersOf(run, { x: at.x + mm(pen), y: baseline }));
    pen += (run.positions ?? []).reduce((sum, { xAdvance }) => sum + xAdvance, 0);
  }
  const [first, ...rest] = letters.map(({ box }) => box);
  if (first === undefined) return undefined;
  const box = rest.reduce(around, first);
  const [left, right] = [letters[0]?.from ?? box.left, letters.at(-1)?.to ?? box.right];
  return { box, letters: [first, ...rest], set: { ...box, left, right } };
}

/** A letter's outline, and from where to where it is set. */
interface Letter {
  box: Box;
  from: number;
  to: number;
}

function lettersOf(run: LayoutRun, at: { x: number; y: number }): Letter[] {
  const scale = (run.attributes.fontSize ?? 0) / (run.attributes.font?.[0]?.unitsPerEm ?? 1000);
  const letters: Letter[] = [];
  let pen = 0;
  for (const [index, glyph] of (run.glyphs ?? []).entries()) {
    const { minX = 0, minY = 0, maxX = 0, maxY = 0 } = glyph.bbox ?? {};
    const advance = run.positions?.[index]?.xAdvance ?? 0;
    if (maxX > minX && Number.isFinite(maxX - minX)) {
      const [left, right] = [at.x + mm(pen + minX * scale), at.x + mm(pen + maxX * scale)];
      const box = { left, right, top: at.y - mm(maxY * scale), bottom: at.y - mm(minY * scale) };
      letters.push({ box, from: at.x + mm(pen), to: at.x + mm(pen + advance) });
    }
    pen += advance;
  }
  return letters;
}

/** The least box around two. */
function around(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

/** How deep two boxes lie in each other, in mm; 0 where they do not. */
export function overlapDepth(a: Box, b: Box): number {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return wide > 0 && high > 0 ? Math.min(wide, high) : 0;
}

/** How far a box runs out of another, in mm; 0 where it lies inside. */
export function beyond(inner: Box, outer: Box): number {
  return Math.max(
    0,
    inner.right - outer.right,
    outer.left - inner.left,
    inner.bottom - outer.bottom,
    outer.top - inner.top,
  );
}

/** What two boxes have in common. */
export function common(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}
