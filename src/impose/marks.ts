import type { MarkedSheet, Sheet } from '../model/sheets.ts';
import type { Marks, Stock } from '../model/stock.ts';
import { folds, guides, registration } from './guides.ts';
import { type SlugWords, slugOf } from './slug.ts';

/** Adds to sheets what is printed beside their faces. `marks` takes the place of the stock's own. */
export function addMarks(
  sheets: readonly Sheet[],
  stock: Stock,
  { words, marks = stock.marks }: { words: SlugWords; marks?: Marks | undefined },
): MarkedSheet[] {
  return sheets.map((sheet) => ({
    ...sheet,
    marks: {
      cuts: guides(sheet, stock, marks),
      folds: folds(sheet, stock),
      registration: registration(sheet, stock),
      ...slugOf(sheet, stock, words),
    },
  }));
}
