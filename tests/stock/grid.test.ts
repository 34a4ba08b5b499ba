import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Format } from '../../src/model/faces.ts';
import { allSides, around, behind, excess, grow, overlap, turningAxis } from '../../src/model/rect.ts';
import { registrationMarks } from '../../src/model/registration.ts';
import type { Rect } from '../../src/model/sheets.ts';
import type { Stock } from '../../src/model/stock.ts';
import { readShelf, stocksFor } from '../../src/stock/read-stocks.ts';
import { stockOf } from '../../src/stock/slots.ts';
import { root } from '../impose/support.ts';
import { anyFormat, anyPaper } from './any.ts';

const shelf = await readShelf([`${root}/layouts`], root);
const formats = Object.values(shelf.formats);
const named = (id: string) => shelf.formats[id] as Format;

/** Paper as most office printers take it: 5 mm at each edge are not printed. */
const papers = {
  A4: { width: 210, height: 297 },
  Letter: { width: 215.9, height: 279.4 },
  A3: { width: 297, height: 420 },
  Tabloid: { width: 279.4, height: 431.8 },
  SRA3: { width: 320, height: 450 },
};

/** How many cards a paper holds, with this much between them. */
function held(paper: { width: number; height: number }, format: Format, gap: number): number {
  return stockOf('any', { name: '', paper, grid: { gap: { x: gap, y: gap } } }, format)?.slots.length ?? 0;
}

describe('the best grid', () => {
  test.each([
    ['poker', '9/8 9/6 18/16 18/12 18/18'],
    ['tarot', '4/4 4/4 12/10 12/10 12/12'],
    ['us-business', '10/10 12/8 24/21 24/16 24/21'],
    ['a7', '4/4 4/4 10/10 12/10 16/10'],
  ])('holds as many %s cards as the table of stocks says, touching and with 3 mm of bleed each', (id, wanted) => {
    const counts = Object.values(papers).map((paper) => `${held(paper, named(id), 0)}/${held(paper, named(id), 6)}`);
    expect(counts.join(' ')).toBe(wanted);
  });

  test('does not depend on how the paper lies', () => {
    for (const format of formats) {
      for (const { width, height } of Object.values(papers)) {
        const lying = { width: height, height: width };
        expect(held(lying, format, 6), format.id).toBe(held({ width, height }, format, 6));
      }
    }
  });

  test('an exact fit loses no column to rounding', () => {
    const card = { id: 'own', name: '', width: 66.1, height: 95.6, radius: 3 };
    expect(held({ width: 3 * 66.1 + 10, height: 3 * 95.6 + 10 }, card, 0)).toBe(9);
  });

  test('the shipped papers hold each of the formats, or say that they do not', () => {
    const table = formats.map((format) => {
      const { stocks, tooSmall, problems } = stocksFor(shelf, format);
      expect(problems.map(String)).toEqual([]);
      const count = (id: string) => (tooSmall[id] ? '-' : stocks[id]?.slots.length);
      return [
        format.id,
        ...['a5', 'a4', 'letter', 'legal', 'a4-bleed', 'letter-bleed', 'a4-fold', 'sra3'].map(count),
      ].join(' ');
    });
    expect(table).toEqual([
      'poker 4 9 9 10 8 6 4 18',
      'euro 4 9 9 10 8 6 4 18',
      'bridge 4 10 9 12 9 8 4 18',
      'tarot 2 4 4 4 4 4 2 12',
      'us-tarot 2 4 4 4 4 4 2 12',
      'mini 9 18 18 21 12 12 5 36',
      'us-business 4 10 12 12 10 8 5 21',
      'eu-business 4 10 9 12 9 8 4 21',
      'index 2 4 4 4 4 4 2 10',
      'jumbo 1 4 3 4 3 2 1 9',
      'large-square 2 6 6 6 6 4 3 12',
      'a7 2 4 4 6 4 4 2 10',
      'a6 1 2 2 3 2 2 - 6',
    ]);
  });
});

/** Slots whose art, bleed included, lies under the slug on the front or the back of a sheet. */
function onArt({ id, slug, slots, paper, flip, fold, bleed, back }: Stock): string[] {
  if (!slug) return [];
  const axis = fold?.axis ?? turningAxis(paper, flip);
  const at = fold?.at ?? (axis === 'vertical' ? paper.width / 2 : paper.height / 2);
  const art = (rect: Rect, by: number) => grow(rect, allSides(Math.min(by, 4)));
  return slots.flatMap((slot, index) => {
    const sides = [art(slot, bleed), art(behind(slot, axis, at), bleed + back.bleed)];
    return sides.some((one) => overlap(slug, one)) ? [`${id} slot ${index + 1}`] : [];
  });
}

test('a slug has room for its words beside the ruler, or there is none', () => {
  const card = { id: 'own', name: '', width: 30, height: 40, radius: 3 };
  const on = (width: number, height: number, slug: 'bottom' | 'left') =>
    stockOf('any', { name: '', paper: { width, height }, printable: 4, slug }, card)?.slug;
  // 50 mm of 50 for the ruler: its words were set backwards, in a size below 0.
  expect([on(58, 70, 'bottom'), on(58, 70, 'left')]).toEqual([undefined, undefined]);
  expect(on(64, 140, 'bottom')).toMatchObject({ height: 132, turn: 270 });
  expect(on(90, 140, 'bottom')).toMatchObject({ width: 82, turn: 0 });
});

describe('on any paper, cards of any size', () => {
  const settled = fc
    .record({ format: anyFormat, file: anyPaper })
    .map(({ format, file }) => ({ format, file, stock: stockOf('any', { name: '', ...file }, format) }));

  test('lie inside what is printed, none on another, one less than fits in neither way', () => {
    fc.assert(
      fc.property(settled, ({ format, file, stock }) => {
        const { paper, printable } = file;
        const area = {
          x: printable,
          y: printable,
          width: paper.width - 2 * printable,
          height: paper.height - 2 * printable,
        };
        const slots = stock?.slots ?? [];
        for (const [at, slot] of slots.entries()) {
          expect(excess(slot, area)).toBeLessThan(0.0011);
          expect(slots.slice(at + 1).some((other) => overlap(slot, other))).toBe(false);
        }
        const fits = (width: number, height: number) =>
          Math.floor((area.width + file.grid.gap.x) / (width + file.grid.gap.x)) *
          Math.floor((area.height + file.grid.gap.y) / (height + file.grid.gap.y));
        const most = Math.max(fits(format.width, format.height), fits(format.height, format.width));
        expect(slots.length).toBeLessThanOrEqual(most);
        // Outer bleed may cost a row and a column, nothing else.
        if (file.bleed === 0) expect(slots.length).toBe(most);
      }),
    );
  });

  test('leave the slug its place on both sides of the paper, clear of their bleed, or there is none and it is said', () => {
    fc.assert(
      fc.property(settled, ({ file, stock }) => {
        if (!stock || file.slug === 'none') return;
        const { slug, slots, paper, printable, bleed } = stock;
        const taken = 2.6 + bleed;
        if (!slug) return expect(around(slots).height).toBeGreaterThan(paper.height - 2 * printable - 2 * taken);
        expect(onArt(stock)).toEqual([]);
        expect(excess(slug, grow({ x: 0, y: 0, ...paper }, allSides(-printable)))).toBeLessThan(0.0011);
      }),
    );
  });

  test('keep their bleed clear of the slug on every shipped paper, in its own format and in others', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...formats), anyFormat), (format) => {
        const { stocks } = stocksFor(shelf, format);
        expect(Object.values(stocks).flatMap(onArt)).toEqual([]);
      }),
    );
    // It lay 0.2 mm from the trim of nine jumbo cards.
    const { stocks, unmarked } = stocksFor(shelf, named('jumbo'));
    expect([stocks.tabloid?.slots.length, stocks.tabloid?.slug, unmarked.includes('tabloid')]).toEqual([
      9,
      undefined,
      true,
    ]);
  });
});

describe('a plotter’s sheet', () => {
  const marks = [
    { shape: 'corners' as const, inset: 10, length: 20, thickness: 0.3 },
    { shape: 'squares' as const, inset: 7, square: 2 },
    { inset: 10, length: 5, thickness: 1, square: 5 },
  ];

  test('takes cards of any size, as many as keep their art 2.5 mm clear of all marks', () => {
    const table = ['poker', 'tarot', 'mini', 'large-square', 'eu-business', 'jumbo', 'a6'].map((id) => {
      const { stocks } = stocksFor(shelf, named(id));
      const count = (stock: string) => stocks[stock]?.slots.length;
      return [id, ...['silhouette-a4', 'cameo-5-alpha-letter', 'summa-a3'].map(count)].join(' ');
    });
    expect(table).toEqual([
      'poker 8 6 18',
      'tarot 4 4 10',
      'mini 16 12 36',
      'large-square 4 4 12',
      'eu-business 9 8 21',
      'jumbo 3 2 8',
      'a6 2 2 4',
    ]);
  });

  test('has no card nearer to a mark than 2.5 mm, and none beyond them, whatever its size and the marks', () => {
    fc.assert(
      fc.property(anyFormat, anyPaper, fc.constantFrom(...marks), (format, file, registration) => {
        const stock = stockOf('any', { name: '', ...file, registration }, format);
        for (const slot of stock?.slots ?? []) {
          const art = grow(slot, allSides(file.bleed));
          const { inset } = registration;
          expect(excess(slot, grow({ x: 0, y: 0, ...file.paper }, allSides(-inset)))).toBeLessThan(0.0011);
          for (const mark of registrationMarks({ paper: file.paper, registration })) {
            const [across, down] = [
              Math.max(art.x - mark.x - mark.width, mark.x - art.x - art.width, 0),
              Math.max(art.y - mark.y - mark.height, mark.y - art.y - art.height, 0),
            ];
            expect(Math.hypot(across, down)).toBeGreaterThan(2.499);
          }
        }
      }),
    );
  });
});

test('a paper without a grid is the same for poker cards as when its grid was written down', async () => {
  const { stocks } = stocksFor(shelf, named('poker'));
  const where = ({ slots, slug }: Stock) => {
    const [first] = slots;
    const { x, y, width, height } = around(slots);
    return [slots.length, first?.turn, x, y, width, height, slug?.x, slug?.y, slug?.width, slug?.turn]
      .map((one) => (one === undefined ? '-' : Number(one.toFixed(4))))
      .join(' ');
  };
  // Cards, turn, corner and size of their block, corner, width and turn of the slug: as they were, in mm.
  const written = {
    a3: '18 0 19.5 15.15 381 266.7 19.5 289.4 381 0',
    a4: '9 0 9.75 15.15 190.5 266.7 9.75 289.4 190.5 0',
    'a4-bleed': '8 0 12.5 13.1 272 183.8 12.5 202.4 272 0',
    'a4-fold': '4 0 12.5 13.1 272 88.9 12.5 202.4 272 0',
    letter: '9 0 12.7 6.35 190.5 266.7 4.2 6.35 2.6 270',
    'letter-bleed': '6 0 38.45 16.05 202.5 183.8 38.45 209.1 202.5 0',
    'letter-fold': '4 0 6.7 16.05 266 88.9 6.7 209.1 266 0',
    sra3: '18 0 19.5 20.65 411 278.7 19.5 312.4 411 0',
    tabloid: '18 0 25.4 6.35 381 266.7 4.2 6.35 2.6 270',
  };
  const now = Object.keys(written).map((id) => [id, where(stocks[id] as Stock)]);
  expect(Object.fromEntries(now)).toEqual(written);
});
