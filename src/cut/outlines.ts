import { around } from '../model/rect.ts';
import { registrationMarks } from '../model/registration.ts';
import type { Rect, Sheet } from '../model/sheets.ts';
import type { Stock } from '../model/stock.ts';
import type { Mm, Size } from '../model/units.ts';

/** The cutting lines and marks of one sheet, in mm from the upper left corner of the paper, as the plotter sees it. */
export interface CutSheet {
  paper: Size;
  marks: readonly Rect[];
  /** The rectangle around all marks: once a machine has found them, it measures from there. */
  frame: Rect;
  /** The trims of the cards that lie on it. */
  cards: readonly Rect[];
  /** Corner radius of the cards. */
  radius: Mm;
  /** Title of the file, for people. */
  title: string;
}

/** The outlines of the cards on a sheet's front, and the marks; both mirrored for a machine that cuts from the back. */
export function cutSheet(
  { placed }: Pick<Sheet, 'placed'>,
  stock: Stock,
  { radius, title }: Pick<CutSheet, 'radius' | 'title'>,
): CutSheet {
  const seen = (rect: Rect): Rect => {
    const { x, y, width, height } = rect;
    return stock.registration?.mirror
      ? { x: stock.paper.width - x - width, y, width, height }
      : { x, y, width, height };
  };
  const marks = registrationMarks(stock).map(seen);
  const cards = placed.filter(({ face }) => face.side === 'front').map(seen);
  return { paper: stock.paper, marks, frame: around(marks), cards, radius, title };
}
