import type { Format } from './faces.ts';
import { lookUp } from './look-up.ts';
import type { Mm, Size } from './units.ts';

/** Papers that boards and worksheets are made for, upright, in mm: ISO 216, and ANSI/ASME Y14.1 (Letter, Tabloid, C, D) with 18 × 24 in. */
export const PAPERS: Readonly<Record<string, { name: string; width: Mm; height: Mm }>> = {
  a5: { name: 'A5', width: 148, height: 210 },
  a4: { name: 'A4', width: 210, height: 297 },
  a3: { name: 'A3', width: 297, height: 420 },
  a2: { name: 'A2', width: 420, height: 594 },
  a1: { name: 'A1', width: 594, height: 841 },
  letter: { name: 'Letter', width: 215.9, height: 279.4 },
  tabloid: { name: 'Tabloid', width: 279.4, height: 431.8 },
  'ansi-c': { name: '17 × 22 in', width: 431.8, height: 558.8 },
  '18x24': { name: '18 × 24 in', width: 457.2, height: 609.6 },
  '24x36': { name: '24 × 36 in', width: 609.6, height: 914.4 },
};

/** Papers of one series, each about twice as large as the one before it. */
const SERIES = [
  ['a5', 'a4', 'a3', 'a2', 'a1'],
  ['letter', 'tabloid', 'ansi-c', '24x36'],
  ['18x24', '24x36'],
];

/** The next larger paper of a series; undefined after the largest. */
export function largerPaper(id: string): string | undefined {
  const series = SERIES.find((ids) => ids.includes(id)) ?? [];
  return series[series.indexOf(id) + 1];
}

/** Which side of a page is the longer one, as its reader sees it. */
export type Orientation = 'portrait' | 'landscape';

/** The widest margin that printers leave blank at the edges of a paper: the largest of the shipped stocks. */
export const UNPRINTED: Mm = 5;

/** A paper as the size of a page, whose id says which way it lies: `a3-landscape`. Its id was checked. */
export function pageSize(paper: string, orientation: Orientation): Format {
  const size = lookUp(PAPERS, paper);
  if (!size) throw new Error(`no paper ${paper}`);
  const { name, width, height } = size;
  const sides = orientation === 'portrait' ? { width, height } : { width: height, height: width };
  return { id: `${paper}-${orientation}`, name, ...sides, radius: 0 };
}

/** The page of a size by its id, e.g. `a4-portrait`. */
export function pageOfSize(id: string): Format {
  const [, paper = '', orientation] = /^(.*)-(portrait|landscape)$/.exec(id) ?? [];
  return pageSize(paper, orientation === 'landscape' ? 'landscape' : 'portrait');
}

/** Papers that a guide is made for. */
const GUIDE_PAPERS = ['a4', 'letter'] as const;

/** The papers of a guide: A4 and Letter, if the deck is printed on them, in the deck's order; A4 where it is printed on neither. */
export function guideSizes(papers: readonly Size[]): Format[] {
  const sizes = GUIDE_PAPERS.map((id) => pageSize(id, 'portrait'));
  const same = (one: Size, size: Format) =>
    Math.abs(Math.min(one.width, one.height) - size.width) < 0.1 &&
    Math.abs(Math.max(one.width, one.height) - size.height) < 0.1;
  const used = papers.flatMap((one) => sizes.filter((size) => same(one, size)));
  return used.length === 0 ? sizes.slice(0, 1) : [...new Set(used)];
}
