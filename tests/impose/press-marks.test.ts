import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sheets as words } from '../../layouts/words/sheets.ts';
import { impose } from '../../src/impose/impose.ts';
import { addMarks } from '../../src/impose/marks.ts';
import { boxesOf } from '../../src/impose/press-marks.ts';
import { allSides, excess, grow, overlap } from '../../src/model/rect.ts';
import type { MarkedSheet, Rect } from '../../src/model/sheets.ts';
import type { Marks, Stock } from '../../src/model/stock.ts';
import { anyStock, lineBox, shipped } from './support.ts';

const presses = (await shipped()).filter((one) => one.press && !one.page);
const anyPress = anyStock.map((stock): Stock => ({ ...stock, bleed: 3, press: { conformance: 'PDF/X-4' } }));
const slug = { deck: 'Deck', version: '1.0.0', sheets: words };

describe('on a small sheet for a press', () => {
  const card = (x: number, y: number) => ({ x, y, width: 40, height: 40, turn: 0 as const });
  const { slug: _, ...sra3 } = pressOf('sra3-press');

  /** The marks of cards of 40 × 40 mm on 150 × 150 mm, of which 5 are not printed, with 3 mm of bleed; crop marks by their edge. */
  function marksOf(slots: Stock['slots'], other: Partial<Stock> = {}, side = 0) {
    const stock: Stock = { ...sra3, paper: { width: 150, height: 150 }, printable: 5, slots, bleed: 3, ...other };
    const { crops = [], targets = [], bar = [] } = sheetsOf(stock, slots.length)[side]?.marks.press ?? {};
    const found: Record<string, string> = {};
    for (const { x1 = 0, y1 = 0, x2 = 0, y2 = 0 } of crops.map(rounded)) {
      const [key, range] = x1 === x2 ? [`x ${x1}`, `${y1}–${y2}`] : [`y ${y1}`, `${x1}–${x2}`];
      found[key] = found[key] ? `${found[key]}, ${range}` : range;
    }
    const corner = ({ x, y }: Rect) => Object.values(rounded({ x, y })).join(' ');
    return { crops: found, targets: targets.map(corner), bar: bar.map(corner) };
  }
  const both = '46.5–51.5, 98.5–103.5';

  test('crop marks stand at each edge, targets in the middle of each side, the bar at a fourth of the first', () => {
    expect(marksOf([card(55, 55)])).toEqual({
      crops: { 'x 55': both, 'x 95': both, 'y 55': both, 'y 95': both },
      targets: ['73 26.5', '73 119.5', '26.5 73', '119.5 73'],
      bar: [24, 28, 32, 36, 40, 44, 48, 52].map((x) => `${x} 14.75`),
    });
  });

  test('those of the edge kind run to where the paper is not printed', () => {
    expect(marksOf([card(55, 55)], { marks: 'edge' }).crops['x 55']).toBe('5–51.5, 98.5–145');
    expect(marksOf([card(55, 55)], { marks: 'edge' }).crops['y 95']).toBe('5–51.5, 98.5–145');
  });

  test('edges that two cards share, but for rounding, are one', () => {
    const { crops } = marksOf([card(20, 55), card(70, 55.0000004), card(20, 100)]);
    expect(Object.keys(crops)).toEqual(['x 20', 'x 60', 'x 70', 'x 110', 'y 55', 'y 95', 'y 100', 'y 140']);
    expect(crops['y 55']).toBe('11.5–16.5, 113.5–118.5');
  });

  test('a crop mark of 1 mm is the shortest', () => {
    expect(marksOf([card(55, 9.5)]).crops['x 55']).toBe('5–6, 53–58');
    expect(marksOf([card(55, 9.4)]).crops['x 55']).toBe('52.9–57.9');
    expect(marksOf([card(9.5, 55)]).crops['y 55']).toBe('5–6, 53–58');
  });

  test('all keep clear of the slug', () => {
    const across = { x: 40, y: 46, width: 70, height: 3, turn: 0 as const };
    expect(marksOf([card(55, 55)], { slug: across }).crops['x 55']).toBe('49.5–51.5, 98.5–103.5');
    const inTheWay = { x: 60, y: 25, width: 30, height: 3, turn: 0 as const };
    expect(marksOf([card(55, 55)], { slug: inTheWay }).targets[0]).toBe('73 28.5');
    const underBar = { x: 10, y: 15, width: 40, height: 3, turn: 0 as const };
    expect(marksOf([card(55, 55)], { slug: underBar }).bar[0]).toBe('24 18.5');
  });

  test('none stands where a shift of backs brings an edge off what is printed', () => {
    const { crops } = marksOf([card(102, 55)], { back: { x: -4, y: 0, rotation: 0, bleed: 0 } }, 1);
    expect(Object.keys(crops)).toEqual(['x 44', 'y 55', 'y 95']);
    expect(crops['y 55']).toBe('47.5–52.5');
  });
});

describe('a sheet for a press', () => {
  test.each(presses)('$id: crop marks on all sides, four targets, a color bar of eight patches', (stock) => {
    for (const sheet of sheetsOf(stock, stock.slots.length)) {
      const press = sheet.marks.press;
      const cards =
        new Set(sheet.placed.map(({ x }) => x.toFixed(2))).size +
        new Set(sheet.placed.map(({ y }) => y.toFixed(2))).size;
      // Two edges a column and a row, each at both ends of the block.
      expect(press?.crops).toHaveLength(4 * cards);
      expect(press?.targets).toHaveLength(4);
      expect(press?.bar.map(({ inks }) => inks.join(' '))).toEqual([
        '1 0 0 0',
        '0 1 0 0',
        '0 0 1 0',
        '0 0 0 1',
        '0.5 0 0 0',
        '0 0.5 0 0',
        '0 0 0.5 0',
        '0 0 0 0.5',
      ]);
      expect(sheet.marks.cuts).toEqual([]);
    }
  });

  test('has its TrimBox around all trims, its BleedBox around their bleed, and all marks outside both, on paper, apart', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...presses), anyPress),
        fc.integer({ min: 1, max: 17 }),
        fc.constantFrom<Marks>('crop', 'edge', 'none'),
        fc.record({
          ...{ x: fc.double({ min: -1, max: 1, noNaN: true }), y: fc.double({ min: -1, max: 1, noNaN: true }) },
          bleed: fc.constantFrom(0, 1),
        }),
        (given, count, marks, shift) => {
          const stock = { ...given, back: { ...given.back, ...shift } };
          for (const sheet of sheetsOf(stock, count, marks)) expectOutside(sheet, stock);
        },
      ),
    );
  });

  test('has none of another printer’s marks, and its boxes go with a shift of backs', () => {
    const [stock] = presses;
    if (!stock) throw new Error('no press');
    const [front, back] = sheetsOf({ ...stock, back: { ...stock.back, x: 0.8, y: -0.5 } }, 1);
    expect(back?.boxes?.trim.x).toBeCloseTo((front?.boxes?.trim.x ?? 0) + 0.8, 9);
    expect(back?.boxes?.trim.y).toBeCloseTo((front?.boxes?.trim.y ?? 0) - 0.5, 9);
    const { press, ...office } = stock;
    expect(press).toBeDefined();
    const [plain] = sheetsOf(office, 1);
    expect(plain?.marks.press).toBeUndefined();
    expect(plain?.boxes).toBeUndefined();
  });

  test('has crop marks of 5 mm half a millimeter off the bleed, targets in the middle of each side, and a bar at a fourth of the first', () => {
    // 450 × 320 mm, of which 5 are not printed; trims from 19.5 to 430.5 and from 20.65 to 299.35 mm, and 3 mm of bleed.
    const [front] = sheetsOf(pressOf('sra3-press'), 18);
    const { crops = [], targets = [], bar = [] } = front?.marks.press ?? {};
    // Those at the left edge and at the top edge of the first card.
    const first = crops
      .map(rounded)
      .filter(({ x1, x2, y1, y2 }) => (x1 === x2 ? x1 === 19.5 : y1 === y2 && y1 === 20.65));
    expect(first).toEqual([
      { x1: 19.5, y1: 12.15, x2: 19.5, y2: 17.15 },
      { x1: 19.5, y1: 302.85, x2: 19.5, y2: 307.85 },
      { x1: 11, y1: 20.65, x2: 16, y2: 20.65 },
      { x1: 434, y1: 20.65, x2: 439, y2: 20.65 },
    ]);
    expect(targets.map(rounded)).toEqual([
      { x: 223, y: 9.325, width: 4, height: 4 },
      { x: 223, y: 306.675, width: 4, height: 4 },
      { x: 8.75, y: 158, width: 4, height: 4 },
      { x: 437.25, y: 158, width: 4, height: 4 },
    ]);
    expect(bar.map(({ x, y }) => rounded({ x, y }))).toEqual(
      Array.from({ length: 8 }, (_, at) => ({ x: 99 + 4 * at, y: 6.162 })),
    );
  });

  test('has marks of the edge kind from the bleed to where the paper is not printed, or to the slug', () => {
    const [front] = sheetsOf(pressOf('sra3-press'), 18, 'edge');
    const upright = front?.marks.press?.crops.filter(({ x1, x2 }) => x1 === x2).map(rounded) ?? [];
    // The slug begins at 312.4 mm.
    expect(upright.filter(({ x1 }) => x1 === 19.5)).toEqual([
      { x1: 19.5, y1: 5, x2: 19.5, y2: 17.15 },
      { x1: 19.5, y1: 302.85, x2: 19.5, y2: 311.9 },
    ]);
    expect(front?.marks.press?.crops).toHaveLength(
      sheetsOf(pressOf('sra3-press'), 18)[0]?.marks.press?.crops.length ?? 0,
    );
  });

  test('has its bar upright beside the cards where there is no room above and below, and no marks there', () => {
    const press = pressOf('sra3-press');
    const { slug: _, ...plain } = press;
    const slot = { x: 30, y: 8, width: 63.5, height: 88.9, turn: 0 } as const;
    const stock: Stock = { ...plain, paper: { width: 120, height: 105 }, slots: [slot] };
    const [front] = sheetsOf(stock, 1);
    const { crops = [], bar = [], targets = [] } = front?.marks.press ?? {};
    expect(crops.every(({ y1, y2 }) => y1 === y2)).toBe(true);
    expect(crops).toHaveLength(4);
    expect(new Set(bar.map(({ x }) => x)).size).toBe(1);
    expect(bar.map(({ y }) => y - (bar[0]?.y ?? 0))).toEqual([0, 4, 8, 12, 16, 20, 24, 28]);
    expect(targets.every(({ x }) => x + 4 < 27 || x > 96.5)).toBe(true);
  });

  test('that is folded has boxes around fronts and backs, and the bleed of fronts on both', () => {
    const slot = { x: 20, y: 30, width: 63.5, height: 88.9, turn: 0 } as const;
    const { slug: _, ...plain } = pressOf('sra3-press');
    const fold = { axis: 'vertical' as const, at: 90 };
    const stock: Stock = { ...plain, slots: [slot], fold, bleed: 3, back: { x: 1, y: 1, rotation: 0, bleed: 1 } };
    const [front, ...others] = sheetsOf(stock, 1);
    expect(others).toEqual([]);
    expect(front?.boxes?.trim).toEqual({ x: 20, y: 30, width: 140, height: 88.9 });
    expect(front?.boxes?.bleed).toEqual({ x: 17, y: 27, width: 146, height: expect.closeTo(94.9) });
  });

  test('has a BleedBox that ends where the paper does', () => {
    const slot = { x: 1, y: 30, width: 63.5, height: 88.9, turn: 0 } as const;
    const stock: Stock = { ...pressOf('sra3-press'), paper: { width: 100, height: 120 }, slots: [slot] };
    expect(boxesOf({ side: 'front' }, stock).bleed).toEqual({ x: 0, y: 27, width: 67.5, height: 93 });
    const atRight: Stock = { ...stock, slots: [{ ...slot, x: 35.5 }] };
    expect(boxesOf({ side: 'front' }, atRight).bleed).toEqual({ x: 32.5, y: 27, width: 67.5, height: 93 });
  });

  test('without marks has targets and a bar all the same: they are the press’s, not the cutter’s', () => {
    const [stock] = presses;
    if (!stock) throw new Error('no press');
    const [front] = sheetsOf(stock, 1, 'none');
    expect(front?.marks.press?.crops).toEqual([]);
    expect(front?.marks.press?.targets).toHaveLength(4);
  });
});

function pressOf(id: string): Stock {
  const stock = presses.find((one) => one.id === id);
  if (!stock) throw new Error(`no stock ${id}`);
  return stock;
}

function rounded(place: object): Record<string, number> {
  return Object.fromEntries(Object.entries(place).map(([key, value]) => [key, Number(Number(value).toFixed(3))]));
}

function sheetsOf(any: Stock, count: number, marks = any.marks): MarkedSheet[] {
  const stock = { ...any, marks };
  const copies = Array.from({ length: count }, (_, at) => ({ card: `card-${at}`, copies: 1 }));
  return addMarks(impose(copies, stock), stock, slug);
}

function expectOutside({ boxes, marks, placed }: MarkedSheet, stock: Stock): void {
  if (!boxes || !marks.press) throw new Error('no press marks');
  const { crops, targets, bar } = marks.press;
  for (const one of placed) {
    expect(excess(one, boxes.trim)).toBeLessThan(0.0011);
    expect(excess(grow(one, one.bleed), boxes.bleed)).toBeLessThan(0.0011);
  }
  expect(excess(boxes.trim, boxes.bleed)).toBeLessThan(0.0011);
  const printable = grow({ x: 0, y: 0, ...stock.paper }, allSides(-stock.printable));
  const solids = [...targets, ...bar];
  const outside = [...crops.map(lineBox), ...solids];
  for (const one of outside) {
    expect(excess(one, printable)).toBeLessThan(0.0011);
    expect(overlap(grow(one, allSides(0.2)), boxes.bleed)).toBe(false);
    if (stock.slug) expect(overlap(one, stock.slug)).toBe(false);
  }
  for (const [at, one] of solids.entries()) {
    expect(solids.slice(at + 1).filter((other) => overlap(one, other))).toEqual([]);
    expect(crops.map(lineBox).filter((line) => overlap(grow(line, allSides(0.2)), one))).toEqual([]);
  }
}
