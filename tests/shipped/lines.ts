import { getDocument } from '../fixtures/pdfjs.ts';

/** A line of text on a page, in points from its left and bottom edge. */
export interface Line {
  text: string;
  x: number;
  end: number;
  y: number;
  size: number;
}

/** The lines of each page, from the top down: what stands near one another on one baseline. */
export async function linesOf(pdf: Uint8Array): Promise<Line[][]> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise;
  const pages: Line[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const lines: Line[] = [];
    for (const item of items) if ('str' in item && item.str !== '') add(lines, item);
    pages.push(lines.filter(({ text }) => text.trim() !== '').sort((a, b) => b.y - a.y || a.x - b.x));
  }
  await document.destroy();
  return pages;
}

/** How far apart words of one line stand at most: what is further is another column. */
const GAP = 4;
/** What stands before an item of a list: the item's own text begins beside it. */
const MARK = /^(?:–|\d+)$/u;

function add(lines: Line[], { str, transform, width }: { str: string; transform: number[]; width: number }): void {
  const [, , c = 0, d = 0, x = 0, y = 0] = transform;
  const size = Math.round(Math.hypot(c, d) * 100) / 100;
  const line = lines.find(
    (one) => !MARK.test(one.text.trim()) && Math.abs(one.y - y) < 1.2 && Math.abs(x - one.end - 1) < GAP - 1,
  );
  if (line === undefined) lines.push({ text: str, x, end: x + width, y, size });
  else Object.assign(line, { text: line.text + str, end: x + width, size: Math.max(line.size, size) });
}

/** Lines below one another in one size that begin or are centered at one place. */
export function paragraphsOf(lines: readonly Line[]): Line[][] {
  const all: Line[][] = [];
  for (const line of lines) {
    const above = all.find((one) => isBelow(line, one.at(-1)));
    if (above) above.push(line);
    else all.push([line]);
  }
  return all;
}

function isBelow(line: Line, last: Line | undefined): boolean {
  if (last === undefined || Math.abs(last.size - line.size) > 0.15) return false;
  const down = (last.y - line.y) / line.size;
  const isAligned = Math.abs(last.x - line.x) < 0.6 || Math.abs(last.x + last.end - line.x - line.end) < 1.2;
  return down > 0.7 && down < 1.4 && isAligned;
}
