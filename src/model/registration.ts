import type { Rect } from './sheets.ts';
import type { Registration, Stock } from './stock.ts';

/** The black rectangles by which a plotter finds a sheet, from its upper left corner. None where a stock has no such marks. */
export function registrationMarks({ paper, registration }: Pick<Stock, 'paper' | 'registration'>): Rect[] {
  return registration ? CORNERS.flatMap((corner) => markAt(corner, paper, registration)) : [];
}

type Corner = readonly [across: 'left' | 'right', down: 'top' | 'bottom'];

const CORNERS: readonly Corner[] = [
  ['left', 'top'],
  ['right', 'top'],
  ['left', 'bottom'],
  ['right', 'bottom'],
];

function markAt([across, down]: Corner, paper: Stock['paper'], { shape, inset, ...sizes }: Registration): Rect[] {
  const { length = 0, thickness = 0, square = 0 } = sizes;
  const at = (width: number, height: number): Rect => ({
    x: across === 'left' ? inset : paper.width - inset - width,
    y: down === 'top' ? inset : paper.height - inset - height,
    ...{ width, height },
  });
  const isFirst = across === 'left' && down === 'top';
  const isLast = across === 'right' && down === 'bottom';
  if (shape === 'squares') return [at(square, square)];
  if (shape === undefined && isLast) return [];
  if (shape === undefined && isFirst) return [at(square, square)];
  return [at(length, thickness), at(thickness, length)];
}
