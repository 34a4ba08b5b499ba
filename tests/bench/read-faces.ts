import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Rect } from '../../src/model/sheets.ts';
import { mm, pt } from '../../src/model/units.ts';

/** A run of letters on a page. */
export interface ReadText {
  text: string;
  /** In pt. */
  size: number;
  /** Where its baseline begins, and how long it is; in mm from the page's top left. */
  x: number;
  y: number;
  width: number;
}

/** What a reader that none of the writers uses finds on each page. */
export async function readPages(pdf: Uint8Array): Promise<ReadText[][]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [left = 0, , , top = 0] = page.view;
    const { items } = await page.getTextContent();
    pages.push(
      items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const [a, b, , , x, y] = item.transform as number[];
        const at = { x: mm((x ?? 0) - left), y: mm(top - (y ?? 0)), width: mm(item.width) };
        return [{ text: item.str, size: Math.hypot(a ?? 0, b ?? 0), ...at }];
      }),
    );
    page.cleanup();
  }
  await document.destroy();
  return pages;
}

/** The runs that begin inside a rectangle: what is cut off, or lies on the card beside, is not on the face. */
export function runsIn(page: readonly ReadText[], rect: Rect): ReadText[] {
  return page.filter(({ x, y }) => x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height);
}

/** How far apart two runs of one word may be, in type sizes: letters may be set apart, and capitals are kerned one by one. */
const NEAR = 0.22;
/** Baselines so near each other, in mm, are one line. */
const ONE_LINE = 0.2;

/** The text of runs, line by line as it is seen: writers draw the parts of a line, and of a word, in whatever order. */
export function textOf(runs: readonly ReadText[]): string {
  const lines: ReadText[][] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y)) {
    const last = lines.at(-1);
    if (last?.[0] && run.y - last[0].y <= ONE_LINE) last.push(run);
    else lines.push([run]);
  }
  return lines.map((line) => lineOf(line.sort((a, b) => a.x - b.x))).join('\n');
}

function lineOf(runs: readonly ReadText[]): string {
  const parts = runs.map(({ text, x, size }, at) => {
    const before = runs[at - 1];
    const gap = before ? pt(x - before.x - before.width) : 0;
    return gap > NEAR * size ? ` ${text}` : text;
  });
  return parts.join('');
}
