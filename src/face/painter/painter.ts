import { loadLayout } from './boxes.ts';
import type { Element } from './element.ts';
import { newFile } from './file.ts';
import { operatorsOf } from './outline.ts';
import { paint } from './paint.ts';

let loading: ReturnType<typeof loadLayout> | undefined;

/** Paints pages of a fixed size as react-pdf would: their PDF, and what stands where. Throws Unpainted for anything that it does not know. */
export async function painted(pages: readonly Element[], about: Parameters<typeof newFile>[0]) {
  loading ??= loadLayout();
  const layout = await loading;
  const placed = pages.map(layout);
  const file = newFile(about);
  const outlines = new Map<string, string>();
  const outline = (d: string) => {
    const known = outlines.get(d) ?? operatorsOf(d);
    outlines.set(d, known);
    return known;
  };
  for (const root of placed) {
    const page: string[] = [];
    file.addPage(root.box);
    paint(root, 0, 0, { file, page, outline });
    file.draw(page);
  }
  return { bytes: await file.end(), pages: placed };
}
