import { loadLayout, type Placed } from './boxes.ts';
import type { Element } from './element.ts';
import { newFace, type PaintedFaces } from './face.ts';
import { operatorsOf } from './outline.ts';
import { paint } from './paint.ts';

const layout = await loadLayout();

/** Paints pages of a fixed size as react-pdf would, each alone: the faces, and what stands where on each. Throws Unpainted for anything that it does not know. */
export function painted(pages: readonly Element[]): PaintedFaces & { pages: readonly Placed[] } {
  const placed = pages.map(layout);
  const outlines = new Map<string, string>();
  const outline = (d: string) => {
    const known = outlines.get(d) ?? operatorsOf(d);
    outlines.set(d, known);
    return known;
  };
  const pictures = new Map<string, Uint8Array>();
  const faces = placed.map((root) => {
    const face = newFace(root.box, pictures);
    paint(root, 0, 0, { face, outline });
    return face.end();
  });
  return { faces, pictures, pages: placed };
}
