import type { Stock } from '../../model/stock.ts';

/** Regions, at the end of a language's code, where Letter is the paper in the tray. */
const LETTER = /-(US|CA|MX|PH|CL|CO)\b/;

/** The two papers of office printers, upright, in mm. */
const A4 = { width: 210, height: 297 };
const US_LETTER = { width: 215.9, height: 279.4 };

/**
 * The stock that most people at this place want: the paper in their tray, flat, for scissors. Of several, the one that holds most
 * cards: others give up places for bleed. `language` is a browser's, such as `de-DE`. Without such a stock, the first.
 */
export function usualPaper(stocks: readonly Stock[], language: string): Stock | undefined {
  const tray = LETTER.test(language) ? US_LETTER : A4;
  const plain = stocks.filter((stock) => !stock.fold && !stock.registration && isOf(stock, tray));
  return plain.sort((a, b) => b.slots.length - a.slots.length)[0] ?? stocks[0];
}

/** In either direction, to half a millimetre: files may round inches. */
function isOf({ paper }: Stock, { width, height }: { width: number; height: number }): boolean {
  const [short, long] = [Math.min(paper.width, paper.height), Math.max(paper.width, paper.height)];
  return Math.abs(short - width) < 0.5 && Math.abs(long - height) < 0.5;
}
