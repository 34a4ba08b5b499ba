import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sheets as words } from '../../layouts/words/sheets.ts';
import { type Copies, type ImposeOptions, impose } from '../../src/impose/impose.ts';
import { addMarks } from '../../src/impose/marks.ts';
import { allSides, around, excess, grow, overlap } from '../../src/model/rect.ts';
import type { MarkedSheet, Rect, Sheet } from '../../src/model/sheets.ts';
import type { Stock } from '../../src/model/stock.ts';
import { pt } from '../../src/model/units.ts';
import { anyCopies, anyStock, lineBox, shipped, stockNamed } from './support.ts';

const stocks = await shipped();
const papers = stocks.filter((one) => !one.page);
const oneOf = fc.oneof(fc.constantFrom(...papers), anyStock);
const slug = { deck: 'Deck', version: '1.0.0', sheets: words };
const many = (count: number): Copies[] =>
  Array.from({ length: count }, (_, at) => ({ card: `card-${at + 1}`, copies: 1 }));
const cardsIn = (copies: readonly Copies[]) => copies.flatMap((one) => new Array<string>(one.copies).fill(one.card));

describe('sheets that are cut as a block', () => {
  test('give piles that lie on each other as 1 to n, with copies, skipped slots and a last sheet that is not full', () => {
    fc.assert(
      fc.property(oneOf, anyCopies, fc.array(fc.integer({ min: 2, max: 20 })), (stock, copies, numbers) => {
        const skip = numbers.filter((one) => one <= stock.slots.length);
        const sheets = impose(copies, { ...stock, stacks: {} }, { skip });
        expect(stacked(sheets.filter(isFront))).toEqual(cardsIn(copies));
      }),
    );
  });

  test('and each lift of a guillotine is in order in itself, lift after lift', () => {
    fc.assert(
      fc.property(oneOf, anyCopies, fc.integer({ min: 1, max: 4 }), (stock, copies, lift) => {
        const fronts = impose(copies, { ...stock, stacks: { lift } }).filter(isFront);
        const lifts = fronts.flatMap((_, at) => (at % lift === 0 ? [fronts.slice(at, at + lift)] : []));
        expect(lifts.flatMap(stacked)).toEqual(cardsIn(copies));
        expect(fronts.map((one) => `${one.lift?.number}/${one.lift?.of}`)).toEqual(
          fronts.map((_, at) => `${Math.floor(at / lift) + 1}/${lifts.length}`),
        );
      }),
    );
  });

  test('take no more sheets, and no other slots, than those that are dealt one by one', () => {
    fc.assert(
      fc.property(oneOf, anyCopies, (stock, copies) => {
        const places = (sheets: readonly Sheet[]) =>
          sheets.map(({ side, placed }) => [side, placed.map(({ x, y }) => `${x} ${y}`)]);
        expect(places(impose(copies, { ...stock, stacks: {} }))).toEqual(places(impose(copies, stock)));
      }),
    );
  });

  test('have each back behind its front', () => {
    const stock = { ...stockNamed('a4', stocks), stacks: {} };
    const sheets = impose(many(31), stock);
    for (const [front, back] of pairs(sheets)) {
      expect(back.placed.map(({ face, x }) => [face.card, 210 - x - 63.5])).toEqual(
        front.placed.map(({ face, x }) => [face.card, x]),
      );
    }
  });

  test('without the word for it hold card after card, as ever', () => {
    const [first] = impose(many(31), stockNamed('a4', stocks));
    expect(first?.placed.map((one) => one.face.card)).toEqual(cardsIn(many(9)));
    expect(first).not.toHaveProperty('lift');
  });
});

describe('the slug', () => {
  const texts = (count: number, stacks: Stock['stacks'], options?: ImposeOptions) => {
    const stock = { ...stockNamed('a4', stocks), stacks };
    return addMarks(impose(many(count), stock, options), stock, slug).map((one) => one.marks.labels[0]?.text);
  };

  test('says on fronts in which order piles are laid, and the lift on both sides', () => {
    expect(texts(10, {})).toEqual([
      '50 mm · Deck 1.0.0 · a4 · sheet 1/2 front · piles 1–9: lay 1 on 2, both on 3, and so on · counted from left to right, then down · print at 100 %',
      '50 mm · Deck 1.0.0 · a4 · sheet 1/2 back · print at 100 %',
      '50 mm · Deck 1.0.0 · a4 · sheet 2/2 front · piles 1–9: lay 1 on 2, both on 3, and so on · counted from left to right, then down · print at 100 %',
      '50 mm · Deck 1.0.0 · a4 · sheet 2/2 back · print at 100 %',
    ]);
    expect(texts(10, { lift: 1 }).slice(2)).toEqual([
      '50 mm · Deck 1.0.0 · a4 · sheet 2/2 front · lift 2/2 · print at 100 %',
      '50 mm · Deck 1.0.0 · a4 · sheet 2/2 back · lift 2/2 · print at 100 %',
    ]);
  });

  test('does not say how piles are counted where a file lists its slots in another order', () => {
    const [first, second, ...rest] = stockNamed('a4', stocks).slots;
    if (!first || !second) throw new Error('a4 has two slots');
    const stock = { ...stockNamed('a4', stocks), slots: [second, first, ...rest], stacks: {} };
    const [front] = addMarks(impose(many(9), stock), stock, slug);
    expect(front?.marks.labels[0]?.text).toBe(
      '50 mm · Deck 1.0.0 · a4 · sheet 1/1 front · piles 1–9: lay 1 on 2, both on 3, and so on · print at 100 %',
    );
  });
});

describe('the plan of the piles', () => {
  test('stands on the first sheet of each lift, on its front', () => {
    const stock = { ...stockNamed('a4', stocks), stacks: { lift: 2 } };
    const sheets = addMarks(impose(many(45), stock), stock, slug);
    expect(sheets.map((one) => `${one.number} ${one.side}: ${numbersOn(one).join(' ')}`)).toEqual([
      '1 front: 1 2 3 4 5 6 7 8 9',
      '1 back: ',
      '2 front: ',
      '2 back: ',
      '3 front: 1 2 3 4 5 6 7 8 9',
      '3 back: ',
      '4 front: ',
      '4 back: ',
      '5 front: 1 2 3 4 5 6 7 8 9',
      '5 back: ',
    ]);
  });

  test('numbers the piles that there are: none of a skipped slot, none of an empty one', () => {
    const stock = { ...stockNamed('avery-95328', stocks), stacks: {} };
    const [front] = addMarks(impose(many(3), stock, { skip: [1, 4] }), stock, slug);
    expect(numbersOn(front)).toEqual(['1', '2', '3']);
    const places = front?.marks.labels.map(({ x, y }) => ({ x, y })) ?? [];
    // Slots 2, 3 and 5 of three columns: two beside each other, one under the first of them.
    expect(places[1]?.y).toBe(places[0]?.y);
    expect(places[2]?.x).toBeCloseTo(places[0]?.x ?? 0, 9);
    expect(places[2]?.y).toBeGreaterThan(places[0]?.y ?? 0);
  });

  test('shows piles as they lie, clear of cards, bleed, slots, slug and marks, inside what can be printed', () => {
    fc.assert(
      fc.property(oneOf, fc.integer({ min: 1, max: 40 }), (given, count) => {
        const stock = { ...given, stacks: {} };
        const [front] = addMarks(impose(many(count), stock), stock, slug).filter(isFront);
        if (!front) throw new Error('no front');
        const plan = planOn(front, stock);
        if (plan.length === 0) return;
        const area = grow({ x: 0, y: 0, ...stock.paper }, allSides(-stock.printable));
        const taken = [
          ...stock.slots,
          ...front.placed.map((one) => grow(one, one.bleed)),
          ...front.marks.cuts.map(lineBox),
          ...(stock.slug ? [stock.slug] : []),
        ];
        for (const one of plan) {
          expect(excess(one, area)).toBeLessThan(0.01);
          expect(taken.filter((other) => overlap(one, other))).toEqual([]);
          expect(front.marks.registration.filter((mark) => overlap(grow(mark, allSides(9.9)), one))).toEqual([]);
        }
      }),
    );
  });

  test('is the sheet drawn small, with each number in the middle of its cell', () => {
    const given = stockNamed('a4', stocks);
    const stock = { ...given, slots: given.slots.map((slot) => ({ ...slot, y: slot.y + 0.1 * slot.x })), stacks: {} };
    const [front] = addMarks(impose(many(99), stock), stock, slug);
    const strokes = front?.marks.lines.slice(52) ?? [];
    const cells = stock.slots.map((_, at) => around(strokes.slice(4 * at, 4 * at + 4).map(lineBox)));
    const [cell, whole] = [cells[0] as Rect, around(cells)];
    const [across, down] = [cell.width / (stock.slots[0]?.width ?? 0), cell.height / (stock.slots[0]?.height ?? 0)];
    const all = around(stock.slots);
    expect(Math.min(cell.width, cell.height)).toBeGreaterThan(1.5);
    const labels = (front?.marks.labels ?? []).filter(({ text }) => /^\d+$/u.test(text));
    for (const [at, slot] of stock.slots.entries()) {
      const { x, y, width, height } = cells[at] as Rect;
      expect([x - whole.x, y - whole.y]).toEqual(
        [(slot.x - all.x) * across, (slot.y - all.y) * down].map((one) => expect.closeTo(one, 6)),
      );
      const size = 0.85 * height;
      const [middle, line] = [expect.closeTo(x + width / 2, 6), expect.closeTo(y + height / 2 + 0.35 * size, 6)];
      const label = { text: String(at + 1), x: middle, y: line, anchor: 'middle', points: expect.closeTo(pt(size), 6) };
      expect(labels[at]).toMatchObject({ ...label, room: expect.closeTo(0.8 * width, 6) });
    }
  });

  test('is on every paper of ours that leaves room for it', () => {
    const without = papers.filter((given) => {
      const stock = { ...given, stacks: {} };
      const [front] = addMarks(impose(many(99), stock), stock, slug);
      return !front || numbersOn(front).length !== stock.slots.length;
    });
    // Perforated into pieces that reach the edges: there is no waste at all.
    expect(without.map(({ id }) => id)).toEqual(['perforated-a6', 'perforated-a7']);
  });
});

/** Cuts a stack, the first sheet on top: a pile for each place; lays the first on the second, both on the third. By geometry alone. */
function stacked(sheets: readonly Sheet[]): string[] {
  const piles = new Map<string, string[]>();
  const corner = ({ x, y }: Rect) => `${x.toFixed(2)} ${y.toFixed(2)}`;
  for (const { placed } of sheets) {
    for (const one of placed.filter(({ face }) => face.side === 'front')) {
      piles.set(corner(one), [...(piles.get(corner(one)) ?? []), one.face.card]);
    }
  }
  return (sheets[0]?.lift?.piles ?? []).flatMap((pile) => piles.get(corner(pile)) ?? []);
}

function isFront({ side }: Sheet): boolean {
  return side === 'front';
}

function pairs(sheets: readonly Sheet[]): [Sheet, Sheet][] {
  return sheets.filter(isFront).flatMap((front) => {
    const back = sheets.find((one) => one.side === 'back' && one.number === front.number);
    return back ? [[front, back] as [Sheet, Sheet]] : [];
  });
}

function numbersOn(sheet: MarkedSheet | undefined): string[] {
  return sheet?.marks.labels.map(({ text }) => text).filter((text) => /^\d+$/u.test(text)) ?? [];
}

/** The strokes of the plan: all but those of the slug's ruler. */
function planOn(sheet: MarkedSheet, stock: Stock): Rect[] {
  return sheet.marks.lines.slice(stock.slug ? 52 : 0).map(lineBox);
}
