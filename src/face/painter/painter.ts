import { loadLayout, type Placed } from './boxes.ts';
import type { Element } from './element.ts';
import { newFace, type PaintedFace } from './face.ts';
import { operatorsOf } from './outline.ts';
import { paint } from './paint.ts';

const layout = await loadLayout();

/** What paints pages of a fixed size as react-pdf would, each alone. */
export function painter() {
  const outlines = new Map<string, string>();
  const outline = (d: string) => {
    const known = outlines.get(d) ?? operatorsOf(d);
    outlines.set(d, known);
    return known;
  };
  const pictures = new Map<string, Uint8Array>();
  return {
    /** Those of all pages so far, by their names. */
    pictures,
    /** Paints a page: the face, and what stands where on it. Throws Unpainted for anything that is not known. */
    paintPage(element: Element): { face: PaintedFace; page: Placed } {
      const page = layout(element);
      const face = newFace(page.box, pictures);
      paint(page, 0, 0, { face, outline });
      return { face: face.end(), page };
    },
  };
}
