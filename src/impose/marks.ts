import type { MarkedSheet, PressMarks, Rect, Sheet, SheetLine } from '../model/sheets.ts';
import type { Stock } from '../model/stock.ts';
import { folds, guides, registration } from './cut-marks.ts';
import { pilePlan } from './pile-plan.ts';
import { boxesOf, pressMarks } from './press-marks.ts';
import { type SlugWords, slugOf } from './slug.ts';

/** Adds to sheets what is printed beside their faces. */
export function addMarks(sheets: readonly Sheet[], stock: Stock, words: SlugWords): MarkedSheet[] {
  const cutsOf = cutsOnce(stock);
  return sheets.map((sheet) => {
    const press = stock.press && !stock.page ? pressMarks(sheet, stock) : undefined;
    const cuts = press ? [] : cutsOf(sheet);
    const black = registration(sheet, stock);
    const slug = slugOf(sheet, stock, words);
    const plan = pilePlan(sheet, stock, { cuts: press?.crops ?? cuts, registration: black, boxes: boxesIn(press) });
    return {
      ...sheet,
      ...(press && { boxes: boxesOf(sheet, stock) }),
      marks: {
        ...{ cuts, folds: folds(sheet, stock), registration: black, ...(press && { press }) },
        ...{ lines: [...slug.lines, ...plan.lines], labels: [...slug.labels, ...plan.labels] },
      },
    };
  });
}

/** The cut marks of sheets. Most sheets of a stock have their cards in the same places: their marks are worked out once. */
function cutsOnce(stock: Stock): (sheet: Sheet) => SheetLine[] {
  const known = new Map<string, SheetLine[]>();
  return (sheet) => {
    const places = JSON.stringify(sheet.placed.map(({ x, y, width, height }) => [x, y, width, height]));
    const cuts = known.get(places) ?? guides(sheet, stock);
    known.set(places, cuts);
    return cuts;
  };
}

function boxesIn(press: PressMarks | undefined): Rect[] {
  return press ? [...press.targets, ...press.bar] : [];
}
