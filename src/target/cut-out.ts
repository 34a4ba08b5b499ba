import type { Card, Family, Suit } from '../model/card.ts';
import { luminance } from '../model/contrast.ts';
import type { Deck } from '../model/deck.ts';
import { lookUp } from '../model/look-up.ts';
import type { Sleeve } from '../model/net.ts';
import type { Output } from '../model/output.ts';
import { error, warning } from '../model/problem.ts';
import type { BoxOrSleeve, BoxStock } from '../model/stock.ts';
import type { Theme } from '../model/theme.ts';
import { type Mm, pt, type Size } from '../model/units.ts';
import { type ColouredLabel, composeDieLine, type DieLinePage, dieLinePage } from '../pdf/die-line.ts';
import { lacking, widthIn } from '../pdf/runs.ts';
import { unset } from './print.ts';
import { facesOf, type Job, named } from './target.ts';

// What boxes, sleeves and dividers have in common: their papers, their colors, their file.

/** The largest sheets that people can have printed without an offset press, smallest first. */
const PAPERS: readonly [name: string, width: Mm, height: Mm][] = [
  ['A4', 210, 297],
  ['Letter', 215.9, 279.4],
  ['A3', 297, 420],
  ['Tabloid', 279.4, 431.8],
  ['SRA3', 320, 450],
];

/** Margin that such printers leave blank. */
export const PRINTABLE: Mm = 4.2;

/** The sheets on which something can be printed whole, upright or turned, in words. */
export function papersText(size: Size): string {
  const papers = papersFor(size);
  return papers.length > 0 ? `fits ${papers.join(', ')}` : 'larger than SRA3';
}

/** The sheets on which something can be printed whole, upright or turned. */
function papersFor({ width, height }: Size): string[] {
  return PAPERS.filter(([, wide, high]) => {
    const [w, h] = [wide - 2 * PRINTABLE, high - 2 * PRINTABLE];
    return (width <= w && height <= h) || (width <= h && height <= w);
  }).map(([name]) => name);
}

/** What to do where no paper holds a box or a sleeve. */
const LARGE: Readonly<Record<BoxOrSleeve['kind'], string>> = {
  'tuck-box': 'Have it made by a shop, or spread the deck over more boxes: --stock box-half.',
  sleeve: 'Have it made by a shop, or put sleeves around parts of the deck: --only.',
};

/** Warns of a box or a sleeve that no paper holds whole. */
export function reportLarge(stock: BoxOrSleeve, net: Sleeve, { deck, report }: Job): void {
  if (papersFor(net).length > 0) return;
  const { width, height } = dieLinePage(net);
  const flat = `${Math.ceil(width)} × ${Math.ceil(height)} mm flat`;
  const message = `${stock.name} of ${deck.name} is ${flat}: larger than SRA3.`;
  report(warning({ file: `layouts/box/${stock.id}.yaml`, rule: 'print/large-box', message, note: LARGE[stock.kind] }));
}

/** Nobody reads smaller words, in points. */
const LEAST_READ = 6;

/** Warns of words on a box or a sleeve that are so long that they are set too small to be read. */
export function reportSmallWords(stock: BoxOrSleeve, labels: readonly ColouredLabel[], { report }: Job): void {
  const sizes = new Map<string, number>();
  for (const { text, fonts, points, room } of labels) {
    const size = room === undefined ? points : Math.min(points, pt(room) / widthIn(text, fonts));
    sizes.set(text, Math.min(size, sizes.get(text) ?? size));
  }
  for (const [text, size] of sizes) {
    if (size > LEAST_READ - 0.05) continue;
    const message = `"${text}" is so long that "${stock.id}" sets it in ${size.toFixed(1)} pt.`;
    report(warning({ file: `layouts/box/${stock.id}.yaml`, rule: 'print/small-text', message, note: 'Shorten it.' }));
  }
}

/** Reports letters that no font of the deck has: they would be left out. A text that stands in several places is said once. */
function reportLacking(stock: BoxStock, pages: readonly DieLinePage[], { report }: Job): void {
  const said = new Set<string>();
  for (const { text, fonts } of pages.flatMap(({ labels, note }) => [...labels, note])) {
    const letters = lacking(text, fonts);
    const about = unset(text, letters);
    if (letters.length === 0 || said.has(about.message)) continue;
    said.add(about.message);
    report(error({ file: `layouts/box/${stock.id}.yaml`, ...about }));
  }
}

/** The PDF of a box, a sleeve or dividers; the deck's faces are in it where one is shown. */
export async function cutOutOutput(stock: BoxStock, pages: readonly DieLinePage[], job: Job): Promise<Output> {
  const { deck } = job;
  reportLacking(stock, pages, job);
  const shown = pages.some(({ placed }) => placed.length > 0);
  const bytes = await composeDieLine({
    pages,
    faces: shown ? facesOf(job, stock.format) : undefined,
    title: `${deck.name} ${deck.version}, ${stock.name}`,
    date: deck.date,
    lang: deck.lang,
  });
  return { path: `print/${named(stock.id, job.selection)}.pdf`, bytes, sheets: pages.length };
}

/** The cards that are printed, in the deck's order. */
export function printedOf({ deck, cards }: Pick<Job, 'deck' | 'cards'>): Card[] {
  return deck.cards.filter((card) => cards.some((one) => one.card === card.id));
}

/** The cover, where one is printed. */
export function coverIn(printed: readonly Card[]): Card | undefined {
  return printed.find((card) => card.face === 'cover');
}

/** The color of a suit or a family; white where little ink is wanted. */
export function boxColourOf({ colour }: Pick<Suit | Family, 'colour'>, deck: Deck, lowInk: boolean): string {
  return lowInk ? '#ffffff' : (lookUp(deck.theme.colour, colour) ?? '#ffffff');
}

/** Ink or paper color, whichever is read better on a ground. */
export function wordsOn(ground: string, { colour: { ink = '#000000', paper = '#ffffff' } }: Theme): string {
  return distance(ground, paper) >= distance(ground, ink) ? paper : ink;
}

/** How far two colors are apart in lightness. */
function distance(a: string, b: string): number {
  return Math.abs(lightness(a) - lightness(b));
}

/** Perceived lightness of `#rrggbb`, 0 to 1: roughly the cube root of its luminance. */
function lightness(hex: string): number {
  return Math.cbrt(luminance(hex));
}
