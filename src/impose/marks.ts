import type { MarkedSheet, Sheet } from '../model/sheets.ts';
import type { Marks, Stock } from '../model/stock.ts';
import { folds, guides, registration } from './guides.ts';
import { pilePlan } from './pile-plan.ts';
import { type SlugWords, slugOf } from './slug.ts';

/** Adds to sheets what is printed beside their faces. `marks` takes the place of the stock's own. */
export function addMarks(
  sheets: readonly Sheet[],
  stock: Stock,
  { words, marks = stock.marks }: { words: SlugWords; marks?: Marks | undefined },
): MarkedSheet[] {
  return sheets.map((sheet) => {
    const machine = { cuts: guides(sheet, stock, marks), registration: registration(sheet, stock) };
    const [slug, plan] = [slugOf(sheet, stock, words), pilePlan(sheet, stock, machine)];
    const [lines, labels] = [
      [...slug.lines, ...plan.lines],
      [...slug.labels, ...plan.labels],
    ];
    return { ...sheet, marks: { ...machine, folds: folds(sheet, stock), lines, labels } };
  });
}
