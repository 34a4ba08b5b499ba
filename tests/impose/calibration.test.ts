import { describe, expect, test } from 'vitest';
import { CALIBRATION_CHARACTERS, calibration, canCalibrate } from '../../src/impose/calibration.ts';
import { impose } from '../../src/impose/impose.ts';
import type { SheetLabel, SheetLine } from '../../src/model/sheets.ts';
import type { Flip, Stock } from '../../src/model/stock.ts';
import { printed, turnedOver } from './paper.ts';
import { shipped } from './support.ts';

const stocks = await shipped();
const cases = stocks
  .filter((one) => !one.fold && !one.page && canCalibrate(one))
  .flatMap((stock) => [
    { stock, flip: 'long' as Flip },
    { stock, flip: 'short' as Flip },
  ]);

test('a photo is too small for it, and nothing else is', () => {
  const small = stocks.filter((one) => !one.fold && !one.page && !canCalibrate(one));
  expect(small.map(({ id }) => id)).toEqual(['photo-10x15', 'photo-4x6']);
});

describe.each(cases)('a calibration pair on $stock.id, $flip edge', ({ stock, flip }) => {
  const [front, back] = calibration(stock, flip);
  const crosses = pairs(front.marks.lines).slice(0, 5);
  const zeros = back.marks.labels.filter((label) => label.text === '0');

  test('has each cross on the zeros of its scales when nothing is shifted', () => {
    expect(crosses).toHaveLength(5);
    const centers = crosses.map(([level, upright]) => [upright.x1, level.y1] as const);
    for (const [x, y] of centers) {
      const [px, py] = seenFromBack([x, y], stock, flip);
      expect(zeros.some((zero) => Math.abs(zero.x - px) < 1e-6)).toBe(true);
      expect(zeros.some((zero) => Math.abs(zero.y - 0.6 - py) < 1e-6)).toBe(true);
    }
  });

  test('stays on what can be printed', () => {
    for (const { x1, y1, x2, y2 } of [...front.marks.lines, ...back.marks.lines]) {
      expect(Math.min(x1, y1, x2, y2)).toBeGreaterThan(stock.printable);
      expect(Math.max(x1, x2)).toBeLessThan(stock.paper.width - stock.printable);
      expect(Math.max(y1, y2)).toBeLessThan(stock.paper.height - stock.printable);
    }
  });

  test('holds no character that its font’s subset lacks', () => {
    const covered = new Set(CALIBRATION_CHARACTERS);
    const texts = [...front.marks.labels, ...back.marks.labels].map((label: SheetLabel) => label.text);
    expect(texts.flatMap((text) => [...text]).filter((one) => !covered.has(one))).toEqual([]);
  });
});

test('the reading is the offset that puts a shifted back right', () => {
  const stock = stocks.find((one) => one.id === 'a4');
  if (!stock) throw new Error('no a4');
  // A printer that shifts its backs 0.8 mm to the left and 0.5 mm down (as seen from the back).
  const shift = { x: -0.8, y: 0.5 };
  const [, back] = calibration(stock);
  const zero = back.marks.labels.find((label) => label.text === '0');
  const mark = zero?.x ?? 0;
  // The cross is where it is; the scale is 0.8 to the left of it, so the cross shows at +0.8.
  const reading = { x: mark - (mark + shift.x), y: -shift.y };
  const card = [{ card: 'a', copies: 1 }];
  const placed = (offset?: { x: number; y: number }) =>
    impose(card, { ...stock, back: { ...stock.back, ...offset } })[1]?.placed[0];
  expect((placed(reading)?.x ?? 0) + shift.x).toBeCloseTo(placed()?.x ?? Number.NaN, 9);
  expect((placed(reading)?.y ?? 0) + shift.y).toBeCloseTo(placed()?.y ?? Number.NaN, 9);
});

function pairs(lines: readonly SheetLine[]): [SheetLine, SheetLine][] {
  return Array.from(
    { length: Math.floor(lines.length / 2) },
    (_, at) => lines.slice(2 * at, 2 * at + 2) as [SheetLine, SheetLine],
  );
}

/** The point of the back's page that lies behind a point of the front's, found by turning the paper by hand. */
function seenFromBack(point: readonly [number, number], stock: Stock, flip: Flip): [number, number] {
  const [x, y] = turnedOver(printed(point, stock), flip);
  const { width, height } = stock.paper;
  return width > height ? [width / 2 - y, height / 2 - x] : [x + width / 2, height / 2 - y];
}
