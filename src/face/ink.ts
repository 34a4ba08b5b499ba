import type { Mm } from '../model/units.ts';
import { mm } from '../model/units.ts';
import type { Box, LayoutLine, Outline } from './layout-tree.ts';

/** What a line of text leaves on the paper. */
export interface Ink {
  /** Around all its letters. */
  box: Box;
  /** Around each of them. Few are asked for: most lines stand clear of all others. */
  letters(): readonly Box[];
  /** As high as `box`, but as wide as the line is set: a j hangs out of its line to the left, and is meant to. */
  set: Box;
  /** Its letters. */
  text: string;
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
  const placed = ({ left, top, right, bottom }: Box): Box => ({
    ...{ left: at.x + mm(left), right: at.x + mm(right) },
    ...{ top: baseline - mm(top), bottom: baseline - mm(bottom) },
  });
  const all = { left: Infinity, top: -Infinity, right: -Infinity, bottom: Infinity };
  let [from, to] = [Infinity, 0];
  eachLetter(line, ({ minX, minY, maxX, maxY }, pen, scale, advance) => {
    all.left = Math.min(all.left, pen + minX * scale);
    all.right = Math.max(all.right, pen + maxX * scale);
    all.top = Math.max(all.top, maxY * scale);
    all.bottom = Math.min(all.bottom, minY * scale);
    from = Math.min(from, pen);
    to = pen + advance;
  });
  if (from === Infinity) return undefined;
  const letters = () => outlinesOf(line).map(placed);
  return { box: placed(all), letters, set: placed({ ...all, left: from, right: to }), text: line.string };
}

/** The outlines of a line's letters, in points from its beginning and its baseline upwards. */
function outlinesOf(line: LayoutLine): Box[] {
  const boxes: Box[] = [];
  eachLetter(line, ({ minX, minY, maxX, maxY }, pen, scale) => {
    const [left, right] = [pen + minX * scale, pen + maxX * scale];
    boxes.push({ left, right, top: maxY * scale, bottom: minY * scale });
  });
  return boxes;
}

/** Tells of each letter that leaves ink its outline in font units, where the pen stands, the size of a unit, and how far the pen goes on. */
function eachLetter(
  { runs, box }: LayoutLine,
  tell: (outline: Outline, pen: number, scale: number, advance: number) => void,
): void {
  let pen = box.x;
  for (const { attributes, glyphs = [], positions = [] } of runs) {
    const scale = (attributes.fontSize ?? 0) / (attributes.font?.[0]?.unitsPerEm ?? 1000);
    glyphs.forEach(({ bbox }, index) => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
      if (bbox && bbox.maxX > bbox.minX && Number.isFinite(bbox.maxX - bbox.minX)) {
        // An accent of its own is moved over its letter.
        const isMoved = xOffset !== 0 || yOffset !== 0;
        tell(isMoved ? moved(bbox, xOffset / scale, yOffset / scale) : bbox, pen, scale, xAdvance);
      }
      pen += xAdvance;
    });
  }
}

function moved({ minX, minY, maxX, maxY }: Outline, right: number, up: number): Outline {
  return { minX: minX + right, minY: minY + up, maxX: maxX + right, maxY: maxY + up };
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

/** How far a box runs out of the round corners of another, in mm; 0 where it keeps clear of them. */
export function beyondCorners(inner: Box, outer: Box, radius: Mm): Mm {
  // From the middle of the corner's arc to the box's own corner, in whichever corner it lies deepest.
  const across = Math.max(outer.left + radius - inner.left, inner.right - outer.right + radius);
  const down = Math.max(outer.top + radius - inner.top, inner.bottom - outer.bottom + radius);
  return across > 0 && down > 0 ? Math.max(0, Math.hypot(across, down) - radius) : 0;
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
