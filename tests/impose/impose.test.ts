import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ImposeOptions, impose } from '../../src/impose/impose.ts';
import { grow, overlap } from '../../src/model/rect.ts';
import type { Placed, Rect, Sheet } from '../../src/model/sheets.ts';
import type { Flip, Stock } from '../../src/model/stock.ts';
import { foldedOver, onPage, printed, turnedOver } from './paper.ts';
import { anyCopies, anyStock, shipped, stockNamed } from './support.ts';

const stocks = await shipped();
const oneOf = fc.oneof(fc.constantFrom(...stocks), anyStock);
const anyFlip = fc.constantFrom<Flip>('long', 'short');
const seven = Array.from({ length: 7 }, (_, at) => ({ card: `card-${at}`, copies: 1 }));

describe('every copy', () => {
  test('is placed once, front and back, in order, on whatever stock with whatever slots skipped', () => {
    fc.assert(
      fc.property(oneOf, anyCopies, fc.array(fc.nat(20)), (stock, copies, numbers) => {
        const skip = numbers.filter((one) => one > 1 && one <= stock.slots.length);
        const sheets = impose(copies, stock, { skip });
        const wanted = copies.flatMap((one) => new Array<string>(one.copies).fill(one.card));
        const faces = (side: 'front' | 'back') =>
          sheets.flatMap((sheet) => sheet.placed.filter((one) => one.face.side === side).map((one) => one.face.card));
        expect(faces('front')).toEqual(wanted);
        expect(faces('back')).toEqual(wanted);
      }),
    );
  });

  test('lies in a slot of its own: none overlap, none shows beyond another’s edge, all inside what can be printed', () => {
    fc.assert(
      fc.property(oneOf, anyCopies, anyFlip, (stock, copies, flip) => {
        for (const sheet of impose(copies, { ...stock, flip })) expectApart(sheet, stock);
      }),
    );
  });

  test('stays clear of skipped slots on the first sheet, and on that alone', () => {
    const stock = stockNamed('a4', stocks);
    const copies = [{ card: 'a', copies: 12 }];
    const [first, , second] = impose(copies, stock, { skip: [1, 5, 9] });
    expect(first?.placed.map((one) => slotOf(one, stock))).toEqual([2, 3, 4, 6, 7, 8]);
    expect(second?.placed.map((one) => slotOf(one, stock))).toEqual([1, 2, 3, 4, 5, 6]);
    expect(() => impose(copies, stock, { skip: [1, 2, 3, 4, 5, 6, 7, 8, 9] })).toThrow(
      'every slot of the first sheet is skipped',
    );
  });
});

describe('a back lies behind its front, head up, when the paper is turned by hand', () => {
  test.each(stocks.filter((one) => !one.fold && !one.page))('on $id', (stock) => {
    for (const flip of ['long', 'short'] as const) expectBehind({ ...stock, flip }, {}, seven);
  });

  test.each(stocks.filter((one) => one.fold))('on $id, folded', (stock) => {
    for (const sheet of impose(seven, stock)) {
      const fronts = sheet.placed.filter((one) => one.face.side === 'front');
      for (const front of fronts) expectFolded(front, backOf(front, sheet.placed), stock);
    }
  });

  test('on any paper, with cards turned any way, some slots skipped, the last sheet part-filled', () => {
    fc.assert(
      fc.property(
        anyStock,
        anyFlip,
        anyCopies,
        fc.array(fc.integer({ min: 2, max: 16 })),
        (stock, flip, copies, skip) =>
          expectBehind({ ...stock, flip }, { skip: skip.filter((one) => one <= stock.slots.length) }, copies),
      ),
    );
  });
});

describe('sides and order', () => {
  const sidesOf = (sheets: readonly Sheet[]) => sheets.map(({ number, side, of }) => `${number}/${of} ${side}`);

  test('front 1, back 1, front 2, back 2', () => {
    const sheets = impose([{ card: 'a', copies: 10 }], stockNamed('a4', stocks));
    expect(sidesOf(sheets)).toEqual(['1/2 front', '1/2 back', '2/2 front', '2/2 back']);
  });

  test('back first where the stock wants it', () => {
    const sheets = impose([{ card: 'a', copies: 2 }], { ...stockNamed('shop', stocks), order: 'back-first' });
    expect(sidesOf(sheets)).toEqual(['1/2 back', '1/2 front', '2/2 back', '2/2 front']);
  });

  test('fronts only, backs only', () => {
    const copies = [{ card: 'a', copies: 10 }];
    expect(sidesOf(impose(copies, stockNamed('a4', stocks), { sides: 'fronts' }))).toEqual(['1/2 front', '2/2 front']);
    expect(sidesOf(impose(copies, stockNamed('a4', stocks), { sides: 'backs' }))).toEqual(['1/2 back', '2/2 back']);
  });

  test('a folded sheet has one side with both faces, or with those wanted', () => {
    const faces = (options: ImposeOptions) =>
      impose([{ card: 'a', copies: 2 }], stockNamed('a4-fold', stocks), options).map(
        (sheet) => `${sheet.side}: ${sheet.placed.map((one) => one.face.side).join(' ')}`,
      );
    expect(faces({})).toEqual(['front: front front back back']);
    expect(faces({ sides: 'fronts' })).toEqual(['front: front front']);
    expect(faces({ sides: 'backs' })).toEqual(['front: back back']);
  });

  test('no cards, no sheets', () => {
    expect(impose([], stockNamed('a4', stocks))).toEqual([]);
    expect(impose([{ card: 'a', copies: 0 }], stockNamed('a4', stocks))).toEqual([]);
  });
});

describe('bleed', () => {
  const bleeds = (stock: Stock, copies: number, options?: ImposeOptions) =>
    impose([{ card: 'a', copies }], stock, options)[0]?.placed.map(({ bleed: { top, right, bottom, left } }) =>
      [top, right, bottom, left].map((one) => Number(one.toFixed(3))).join(' '),
    );

  test('is full outside and ends half-way between neighbors', () => {
    expect(bleeds(stockNamed('a4', stocks), 9)?.slice(0, 5)).toEqual([
      '3 0 0 3',
      '3 0 0 0',
      '3 3 0 0',
      '0 0 0 3',
      '0 0 0 0',
    ]);
    expect(bleeds(stockNamed('a4-bleed', stocks), 8)?.[0]).toBe('3 3 3 3');
    expect(bleeds(stockNamed('letter-fold', stocks), 4)?.slice(0, 2)).toEqual(['3 2 3 3', '3 2 3 2']);
  });

  test('is full beside an empty slot, but never reaches into a card aslant', () => {
    expect(bleeds(stockNamed('a4', stocks), 1)).toEqual(['3 3 3 3']);
    expect(bleeds(stockNamed('a4', stocks), 2, { skip: [2, 3, 4] })).toEqual(['3 0 3 3', '3 3 3 0']);
  });

  test('of backs grows by what the stock adds, up to the art there is', () => {
    const stock = { ...stockNamed('a4', stocks), back: { x: 0, y: 0, rotation: 0, bleed: 0.5 } };
    const [front, back] = impose([{ card: 'a', copies: 1 }], stock);
    expect(front?.placed[0]?.bleed.top).toBe(3);
    expect(back?.placed[0]?.bleed.top).toBe(3.5);
  });
});

describe('offsets of backs', () => {
  const offset = { x: 0.8, y: -0.5, rotation: 0, bleed: 0 };
  const backs = (stock: Stock) =>
    impose(seven, stock)
      .filter((sheet) => sheet.side === 'back')
      .flatMap((sheet) => sheet.placed);

  test('move every back right and down, and no front', () => {
    const stock = stockNamed('a4', stocks);
    const moved = backs({ ...stock, back: offset });
    for (const [at, one] of backs(stock).entries()) {
      expect(moved[at]?.x).toBeCloseTo(one.x + 0.8, 9);
      expect(moved[at]?.y).toBeCloseTo(one.y - 0.5, 9);
    }
    expect(impose(seven, { ...stock, back: offset })[0]).toEqual(impose(seven, stock)[0]);
  });
});

function slotOf(placed: Rect, stock: Stock): number {
  return stock.slots.findIndex((slot) => slot.x === placed.x && slot.y === placed.y) + 1;
}

function backOf(front: Placed, backs: readonly Placed[]): Placed {
  const back = backs.find((one) => one.face.card === front.face.card && one.face.side === 'back');
  if (!back) throw new Error(`no back of ${front.face.card}`);
  return back;
}

function expectApart(sheet: Sheet, stock: Stock): void {
  const edge = stock.printable - 1e-6;
  for (const [at, one] of sheet.placed.entries()) {
    expect(one.x).toBeGreaterThanOrEqual(edge);
    expect(one.y).toBeGreaterThanOrEqual(edge);
    expect(one.x + one.width).toBeLessThanOrEqual(sheet.width - edge);
    expect(one.y + one.height).toBeLessThanOrEqual(sheet.height - edge);
    for (const length of Object.values(one.bleed)) {
      expect(length).toBeGreaterThanOrEqual(0);
      expect(length).toBeLessThanOrEqual(4);
    }
    for (const other of sheet.placed.slice(at + 1)) {
      expect(overlap(grow(one, one.bleed), other)).toBe(false);
      expect(overlap(grow(other, other.bleed), one)).toBe(false);
    }
  }
}

/** Each point of a back is where the same card's front, seen from behind, has it. */
function expectBehind(stock: Stock, options: ImposeOptions, copies: readonly { card: string; copies: number }[]): void {
  const once = copies.map(({ card, copies: wanted }) => ({ card, copies: Math.min(wanted, 1) }));
  const sheets = impose(once, stock, options);
  for (const sheet of sheets.filter((one) => one.side === 'front')) {
    const back = sheets.find((one) => one.side === 'back' && one.number === sheet.number);
    for (const front of sheet.placed) {
      for (const [u, v] of points) {
        const there = turnedOver(printed(onPage(front, u, v), stock), stock.flip);
        expectSame(there, printed(onPage(backOf(front, back?.placed ?? []), widthOf(stock) - u, v), stock));
      }
    }
  }
}

function expectFolded(front: Placed, back: Placed, stock: Stock): void {
  if (!stock.fold) throw new Error('no fold');
  for (const [u, v] of points) {
    const [x, y] = onPage(front, u, v);
    expectSame(foldedOver(onPage(back, widthOf(stock) - u, v), stock.fold), [x, y, 0]);
  }
}

const points = [
  [0, 0],
  [10, 0],
  [0, 30],
  [63.5, 88.9],
] as const;
/** Of a card as it is read, whichever way it lies. */
function widthOf({ slots: [slot] }: Stock): number {
  if (!slot) throw new Error('no slot');
  return slot.turn % 180 === 0 ? slot.width : slot.height;
}

function expectSame(a: readonly number[], b: readonly number[]): void {
  for (const [at, one] of a.entries()) expect(Math.abs(one - (b[at] ?? Number.NaN))).toBeLessThan(1e-6);
}
