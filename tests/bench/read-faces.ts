import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Rect } from '../../src/model/sheets.ts';
import { mm } from '../../src/model/units.ts';

/** A run of letters on a page. */
export interface ReadText {
  text: string;
  /** In pt. */
  size: number;
}

/** What a reader that none of the writers uses finds on each page: all runs of letters with where they begin, in mm from the top left. */
export async function readPages(pdf: Uint8Array): Promise<(ReadText & { x: number; y: number })[][]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [left = 0, , , top = 0] = page.view;
    const { items } = await page.getTextContent();
    pages.push(
      items.flatMap((item) => {
        if (!('str' in item) || item.str === '') return [];
        const [a, b, , , x, y] = item.transform as number[];
        const at = { x: mm((x ?? 0) - left), y: mm(top - (y ?? 0)) };
        return [{ text: item.str, size: Math.hypot(a ?? 0, b ?? 0), ...at }];
      }),
    );
    page.cleanup();
  }
  await document.destroy();
  return pages;
}

/** The text that begins inside a rectangle: what is cut off, or lies on the card beside, is not on the face. */
export function textIn(page: readonly (ReadText & { x: number; y: number })[], rect: Rect): ReadText[] {
  return page.filter(({ x, y }) => x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height);
}
