import path from 'node:path';
import fc from 'fast-check';
import type { Copies } from '../../src/impose/impose.ts';
import type { Rect, SheetLine, Turn } from '../../src/model/sheets.ts';
import type { Stock } from '../../src/model/stock.ts';
import { loadStocks } from '../fixtures/stocks.ts';

// The same cases in every run: a failure that comes and goes helps nobody.
fc.configureGlobal({ seed: 20261121, numRuns: 100 });

export const root = path.resolve(import.meta.dirname, '../..');

/** The shipped stocks, sorted by id. */
export async function shipped(): Promise<Stock[]> {
  const { stocks, problems } = await loadStocks(`${root}/layouts`, root);
  if (problems.length > 0) throw new Error(problems.map(String).join('\n'));
  return Object.values(stocks);
}

/** The stock of an id. */
export function stockNamed(id: string, stocks: readonly Stock[]): Stock {
  const stock = stocks.find((one) => one.id === id);
  if (!stock) throw new Error(`no stock ${id}`);
  return stock;
}

/** The box around a straight line. */
export function lineBox({ x1, y1, x2, y2 }: SheetLine): Rect {
  return { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
}

/** A stock of any paper, portrait or landscape, with cards turned any way and gaps from none to wide. */
export const anyStock: fc.Arbitrary<Stock> = fc
  .record({
    columns: fc.integer({ min: 1, max: 4 }),
    rows: fc.integer({ min: 1, max: 4 }),
    gapX: fc.constantFrom(0, 1.25, 4, 6, 10.1, 25.4),
    gapY: fc.constantFrom(0, 1.25, 4, 6, 10.1, 25.4),
    turns: fc.array(fc.constantFrom<Turn>(0, 180), { minLength: 16, maxLength: 16 }),
    lying: fc.boolean(),
    left: fc.double({ min: 5, max: 40, noNaN: true }),
    right: fc.double({ min: 5, max: 40, noNaN: true }),
    top: fc.double({ min: 5, max: 40, noNaN: true }),
    bottom: fc.double({ min: 5, max: 40, noNaN: true }),
    flip: fc.constantFrom('long' as const, 'short' as const),
    order: fc.constantFrom('front-first' as const, 'back-first' as const),
    bleed: fc.constantFrom(0, 0.625, 3, 4),
  })
  .map(({ columns, rows, gapX, gapY, turns, lying, left, right, top, bottom, flip, order, bleed }) => {
    const [width, height] = lying ? [88.9, 63.5] : [63.5, 88.9];
    const slots = Array.from({ length: columns * rows }, (_, at) => ({
      x: left + (at % columns) * (width + gapX),
      y: top + Math.floor(at / columns) * (height + gapY),
      width,
      height,
      turn: (((turns[at] ?? 0) + (lying ? 90 : 0)) % 360) as Turn,
    }));
    const paper = {
      width: left + columns * width + (columns - 1) * gapX + right,
      height: top + rows * height + (rows - 1) * gapY + bottom,
    };
    return {
      id: 'any',
      name: 'Any',
      format: 'poker',
      paper,
      page: false,
      printable: 5,
      slots,
      bleed,
      marks: 'crop',
      flip,
      order,
      back: { x: 0, y: 0, rotation: 0, bleed: 0 },
    };
  });

/** Some cards, some of them several times. */
export const anyCopies: fc.Arbitrary<Copies[]> = fc
  .array(fc.integer({ min: 0, max: 3 }), { maxLength: 30 })
  .map((counts) => counts.map((copies, at) => ({ card: `card-${at}`, copies })));
