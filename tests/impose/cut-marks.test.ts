import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sheets } from '../../layouts/words/sheets.ts';
import { beside, folds, guides, registration } from '../../src/impose/cut-marks.ts';
import { impose } from '../../src/impose/impose.ts';
import { addMarks } from '../../src/impose/marks.ts';
import type { MarkedSheet, Rect, SheetLine } from '../../src/model/sheets.ts';
import type { Marks, Stock } from '../../src/model/stock.ts';
import { anyCopies, anyStock, shipped, stockNamed } from './support.ts';

const stocks = await shipped();
const words = { deck: 'A deck with a rather long name', version: '10.11.12', sheets };
const anyMarks = fc.constantFrom<Marks>('crop', 'edge', 'none');

describe('on a small sheet of two cards', () => {
  const card = (x: number, y = 30) => ({ x, y, width: 20, height: 20, turn: 0 as const });
  const { slug: _, ...a4 } = stockNamed('a4', stocks);

  /** The marks of cards of 20 × 20 mm on 100 × 80 mm, of which 5 are not printed: where they begin and end, by the edge that they are at. */
  function marksOf(slots: Stock['slots'], other: Partial<Stock> = {}): Record<string, string> {
    const stock: Stock = { ...a4, paper: { width: 100, height: 80 }, slots, bleed: 3, ...other };
    const [sheet] = impose([{ card: 'a', copies: slots.length }], stock);
    const found: Record<string, string> = {};
    for (const { x1 = 0, y1 = 0, x2 = 0, y2 = 0 } of sheet ? guides(sheet, stock).map(rounded) : []) {
      const [key, range] = x1 === x2 ? [`x ${x1}`, `${y1}–${y2}`] : [`y ${y1}`, `${x1}–${x2}`];
      found[key] = found[key] ? `${found[key]}, ${range}` : range;
    }
    return found;
  }

  test('they are 5 mm long, from the bleed on, at each edge of both', () => {
    const [up, across] = ['22–27, 53–58', '12–17, 43–48, 52–57, 83–88'];
    expect(marksOf([card(20), card(60)])).toEqual({
      ...{ 'x 20': up, 'x 40': up, 'x 60': up, 'x 80': up },
      ...{ 'y 30': across, 'y 50': across },
    });
  });

  test('a gap holds those of both cards, which may become one, or none', () => {
    expect(marksOf([card(20), card(56)])['y 30']).toBe('12–17, 43–53, 79–84');
    expect(marksOf([card(20), card(55.9)])['y 30']).toBe('12–17, 78.9–83.9');
    // Also where a file lists the one on the right first.
    expect(marksOf([card(56), card(20)])['y 30']).toBe('12–17, 43–53, 79–84');
  });

  test('where a gap is less than two bleeds they begin half a millimeter off the trim, over the bleed', () => {
    expect(marksOf([card(20), card(46)])['y 30']).toBe('12–17, 69–74');
    expect(marksOf([card(20), card(45.9)])['y 30']).toBe('14.5–19.5, 66.4–71.4');
    expect(marksOf([card(20, 10), card(45.9, 31)])['y 10']).toBe('14.5–19.5, 40.5–45.5');
    expect(marksOf([card(8), card(33.9), card(75)])['y 30']).toBe('5–7.5, 54.4–59.4, 69.5–74.5');
    expect(marksOf([card(20), card(60)], { bleed: 0.2 })['y 30']).toBe('14.5–19.5, 40.5–45.5, 54.5–59.5, 80.5–85.5');
  });

  test('edges that differ only by rounding are one; others are two', () => {
    expect(Object.keys(marksOf([card(20), card(60, 30.0000004)]))).toHaveLength(6);
    expect(Object.keys(marksOf([card(20), card(60, 30.01)]))).toHaveLength(8);
  });

  test('a mark of 1 mm is the shortest', () => {
    expect(marksOf([card(9), card(60)])['y 30']).toBe('5–6, 32–37, 52–57, 83–88');
    expect(marksOf([card(8.9), card(60)])['y 30']).toBe('31.9–36.9, 52–57, 83–88');
  });

  test('the slug is left free by half a millimeter', () => {
    const slug = (x: number, width: number) => ({ slug: { x, y: 25, width, height: 10, turn: 0 as const } });
    expect(marksOf([card(20), card(60)], slug(10, 5))['y 30']).toBe('15.5–17, 43–48, 52–57, 83–88');
    expect(marksOf([card(20), card(60)], slug(10, 6))['y 30']).toBe('43–48, 52–57, 83–88');
    expect(marksOf([card(20), card(60)], slug(14, 1))['y 30']).toBe('12–13.5, 15.5–17, 43–48, 52–57, 83–88');
    expect(marksOf([card(20), card(60)], slug(10, 5))['y 50']).toBe('12–17, 43–48, 52–57, 83–88');
  });

  test('those of the edge kind fill all of the waste', () => {
    const marks = marksOf([card(20), card(60)], { marks: 'edge' });
    expect(marks['y 30']).toBe('5–17, 43–57, 83–95');
    expect(marks['x 20']).toBe('5–27, 53–75');
  });
});

test('a mark beside rectangles is what is left of it, half a millimeter clear of them', () => {
  const level = { x1: 0, y1: 5, x2: 20, y2: 5 };
  const upright = { x1: 5, y1: 0, x2: 5, y2: 20 };
  expect(beside(level, [{ x: 8, y: 0, width: 4, height: 10 }])).toEqual([
    { ...level, x2: 7.5 },
    { ...level, x1: 12.5 },
  ]);
  expect(beside(upright, [{ x: 0, y: 8, width: 10, height: 4 }])).toEqual([
    { ...upright, y2: 7.5 },
    { ...upright, y1: 12.5 },
  ]);
  // Half a millimeter above it, or below, is clear.
  for (const y of [0.5, 5.5]) expect(beside(level, [{ x: 8, y, width: 4, height: 4 }])).toEqual([level]);
  expect(beside(level, [{ x: 8, y: 5.4, width: 4, height: 4 }])).toHaveLength(2);
  expect(beside(level, [{ x: 1, y: 0, width: 18.2, height: 10 }])).toEqual([]);
  expect(beside(level, [])).toEqual([level]);
});

describe('marks', () => {
  test('never enter a trim, never leave what can be printed, are each at least 1 mm, and none is drawn twice', () => {
    const oneOf = fc.oneof(fc.constantFrom(...stocks), anyStock);
    fc.assert(
      fc.property(oneOf, anyCopies, anyMarks, fc.array(fc.integer({ min: 2, max: 20 })), (any, copies, marks, skip) => {
        const stock = { ...any, marks };
        const sheets = impose(copies, stock, { skip: skip.filter((one) => one <= stock.slots.length) });
        for (const sheet of addMarks(sheets, stock, words)) expectClear(sheet, stock);
      }),
    );
  });

  test.each(stocks.filter((one) => one.marks !== 'none'))(
    'of a full sheet of $id are at every edge, on both ends',
    (stock) => {
      const [sheet] = impose([{ card: 'a', copies: stock.slots.length }], stock);
      if (!sheet) throw new Error('no sheet');
      const edges = (low: (one: Rect) => number, length: (one: Rect) => number) =>
        new Set(sheet.placed.flatMap((one) => [low(one), low(one) + length(one)].map((at) => at.toFixed(2))));
      const upright = guides(sheet, stock).filter((line) => line.x1 === line.x2);
      const level = guides(sheet, stock).filter((line) => line.y1 === line.y2);
      const columns = edges(
        (one) => one.x,
        (one) => one.width,
      );
      const rows = edges(
        (one) => one.y,
        (one) => one.height,
      );
      expect(upright.map((line) => line.x1.toFixed(2)).sort()).toEqual([...columns, ...columns].sort());
      expect(level.map((line) => line.y1.toFixed(2)).sort()).toEqual([...rows, ...rows].sort());
    },
  );

  test('lie over the outer bleed where cards touch: Letter, from 0.5 mm beyond the trim to the printable edge', () => {
    const [first, second] = guidesOf('letter');
    expect(rounded(first)).toEqual({ x1: 12.7, y1: 4.2, x2: 12.7, y2: 5.85 });
    expect(rounded(second)).toEqual({ x1: 12.7, y1: 273.55, x2: 12.7, y2: 275.2 });
    expect(guidesOf('letter')).toHaveLength(16);
  });

  test('stay outside the bleed where there are gaps', () => {
    expect(rounded(guidesOf('sra3')[0])).toEqual({ x1: 19.5, y1: 12.65, x2: 19.5, y2: 17.65 });
  });

  test('of the edge kind run across all of the waste', () => {
    const lines = guidesOf('a4', 'edge', 1);
    expect(lines.filter((line) => line.y1 === line.y2).map(rounded)).toEqual([
      { x1: 5, y1: 15.15, x2: 9.25, y2: 15.15 },
      { x1: 73.75, y1: 15.15, x2: 205, y2: 15.15 },
      { x1: 5, y1: 104.05, x2: 9.25, y2: 104.05 },
      { x1: 73.75, y1: 104.05, x2: 205, y2: 104.05 },
    ]);
    expect(lines.filter((line) => line.x1 === line.x2).map(rounded)).toEqual([
      { x1: 9.75, y1: 5, x2: 9.75, y2: 14.65 },
      { x1: 9.75, y1: 104.55, x2: 9.75, y2: 288.9 },
      { x1: 73.25, y1: 5, x2: 73.25, y2: 14.65 },
      { x1: 73.25, y1: 104.55, x2: 73.25, y2: 288.9 },
    ]);
  });

  test('are not drawn where the stock has none, nor where none are wanted', () => {
    expect(guidesOf('shop')).toEqual([]);
    expect(guidesOf('a4', 'none')).toEqual([]);
  });
});

test('a fold runs from edge to edge, through no trim', () => {
  const stock = stockNamed('a4-fold', stocks);
  const [sheet] = impose([{ card: 'a', copies: 4 }], stock);
  expect(sheet && folds(sheet, stock)).toEqual([{ x1: 5, y1: 105, x2: 292, y2: 105 }]);
});

test('a fold that runs upright does so from edge to edge, and leaves out a trim that it would cross', () => {
  const { fold: _, ...flat } = stockNamed('a4-fold', stocks);
  const stock: Stock = { ...flat, fold: { axis: 'vertical', at: 40 } };
  const [slot] = flat.slots;
  if (!slot) throw new Error('no slot');
  const [sheet] = impose([{ card: 'a', copies: 1 }], flat);
  // The card lies from 12.5 to 76 mm, and from 13.1 to 102 mm downwards.
  expect(sheet && folds(sheet, stock).map(rounded)).toEqual([
    { x1: 40, y1: 5, x2: 40, y2: 12.6 },
    { x1: 40, y1: 102.5, x2: 40, y2: 205 },
  ]);
  const [first] = impose([{ card: 'a', copies: 1 }], { ...flat, slots: [{ ...slot, x: 20, y: 5.2 }] });
  expect(first && folds(first, stock).map(rounded)).toEqual([{ x1: 40, y1: 94.6, x2: 40, y2: 205 }]);
});

test('registration marks are on fronts only, 10 mm from the edges, clear of every card', () => {
  const stock = stockNamed('silhouette-a4', stocks);
  const [front, back] = impose([{ card: 'a', copies: 8 }], stock);
  if (!front || !back) throw new Error('no sheets');
  expect(registration(back, stock)).toEqual([]);
  expect(registration(front, stock)).toEqual([
    { x: 10, y: 10, width: 5, height: 5 },
    { x: 282, y: 10, width: 5, height: 1 },
    { x: 286, y: 10, width: 1, height: 5 },
    { x: 10, y: 199, width: 5, height: 1 },
    { x: 10, y: 195, width: 1, height: 5 },
  ]);
});

function guidesOf(id: string, marks?: Marks, copies = 99): SheetLine[] {
  const stock = { ...stockNamed(id, stocks), ...(marks && { marks }) };
  const [sheet] = impose([{ card: 'a', copies }], stock);
  return sheet ? guides(sheet, stock) : [];
}

function rounded(line: SheetLine | undefined): Record<string, number> {
  return Object.fromEntries(Object.entries(line ?? {}).map(([key, value]) => [key, Number(value.toFixed(3))]));
}

function expectClear({ marks, placed, width, height }: MarkedSheet, { printable }: Stock): void {
  const lines = [...marks.cuts, ...marks.folds];
  expect(new Set(lines.map((line) => JSON.stringify(rounded(line)))).size).toBe(lines.length);
  for (const line of [...lines, ...marks.lines]) {
    expect(Math.min(line.x1, line.x2)).toBeGreaterThanOrEqual(printable - 0.001);
    expect(Math.min(line.y1, line.y2)).toBeGreaterThanOrEqual(printable - 0.001);
    expect(Math.max(line.x1, line.x2)).toBeLessThanOrEqual(width - printable + 0.001);
    expect(Math.max(line.y1, line.y2)).toBeLessThanOrEqual(height - printable + 0.001);
    for (const trim of placed) expect(distance(line, trim), JSON.stringify({ line, trim })).toBeGreaterThan(0);
  }
  for (const line of lines) expect(Math.hypot(line.x2 - line.x1, line.y2 - line.y1)).toBeGreaterThanOrEqual(0.998);
  for (const box of marks.registration) {
    for (const trim of placed) expect(distance(asLine(box), trim)).toBeGreaterThan(0);
  }
}

/** How far a level or upright line stays away from a rectangle; 0 or less where it touches it. */
function distance({ x1, y1, x2, y2 }: SheetLine, { x, y, width, height }: Rect): number {
  const apart = (low: number, high: number, start: number, length: number) =>
    Math.max(start - high, low - start - length);
  return Math.max(
    apart(Math.min(x1, x2), Math.max(x1, x2), x, width),
    apart(Math.min(y1, y2), Math.max(y1, y2), y, height),
  );
}

function asLine({ x, y, width, height }: Rect): SheetLine {
  return { x1: x, y1: y, x2: x + width, y2: y + height };
}
