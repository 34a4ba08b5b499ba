import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guides } from '../../src/impose/cut-marks.ts';
import { impose } from '../../src/impose/impose.ts';
import type { Format } from '../../src/model/faces.ts';
import { allSides, excess, grow, overlap } from '../../src/model/rect.ts';
import type { Placed, Sheet } from '../../src/model/sheets.ts';
import type { Stock } from '../../src/model/stock.ts';
import { stockOf } from '../../src/stock/slots.ts';
import { foldedOver, onPage, printed, turnedOver } from '../impose/paper.ts';
import { anyCopies } from '../impose/support.ts';
import { anyFormat, anyPaper } from './any.ts';

// Sheets whose grid is worked out, from any card on any paper to the printed sides of a whole job.

interface Job {
  format: Format;
  stock: Stock;
  skip: number[];
  copies: { card: string; copies: number }[];
  sheets: Sheet[];
}

const anyJob: fc.Arbitrary<Job> = fc
  .record({
    format: anyFormat,
    file: anyPaper,
    turn: fc.constantFrom(undefined, 0 as const, 90 as const, 180 as const, 270 as const),
    marks: fc.constantFrom('crop' as const, 'edge' as const),
    copies: anyCopies,
    skipped: fc.array(fc.nat(40), { maxLength: 5 }),
  })
  .map(({ format, file, turn, marks, copies, skipped }) => {
    const stock = stockOf('any', { name: '', ...file, marks, grid: { ...file.grid, turn } }, format);
    const skip = skipped.filter((one) => one > 1 && one <= (stock?.slots.length ?? 0));
    return { format, stock, skip, copies, sheets: stock ? impose(copies, stock, { skip }) : [] };
  })
  .filter((job): job is Job => job.stock !== undefined);

describe('cards of any size, on any paper, turned any way, some slots skipped', () => {
  test('are placed once for each copy, none on another, all inside what is printed', () => {
    fc.assert(
      fc.property(anyJob, ({ copies, stock, sheets }) => {
        const wanted = copies.flatMap((one) => new Array<string>(one.copies).fill(one.card));
        for (const side of ['front', 'back'] as const) {
          const placed = sheets.filter((sheet) => sheet.side === side).flatMap((sheet) => sheet.placed);
          expect(placed.map((one) => one.face.card)).toEqual(wanted);
        }
        const area = grow({ x: 0, y: 0, ...stock.paper }, allSides(-stock.printable));
        for (const { placed } of sheets) {
          for (const [at, one] of placed.entries()) {
            expect(excess(one, area)).toBeLessThan(0.0011);
            expect(placed.slice(at + 1).some((other) => overlap(one, other))).toBe(false);
          }
        }
      }),
    );
  });

  test('have their backs behind them, head up, when the paper is turned over', () => {
    fc.assert(
      fc.property(anyJob, ({ format, stock, sheets }) => {
        for (const front of sheets.filter((one) => one.side === 'front')) {
          const back = sheets.find((one) => one.side === 'back' && one.number === front.number);
          for (const [at, placed] of front.placed.entries()) {
            // Copies of a card come in the same order on both sides.
            const behind = back?.placed[at] as Placed;
            expect(behind.face.card).toBe(placed.face.card);
            for (const [u, v] of [
              [0, 0],
              [format.width, 0],
              [0, format.height / 3],
            ] as const) {
              const there = turnedOver(printed(onPage(placed, u, v), stock), stock.flip);
              const here = printed(onPage(behind, format.width - u, v), stock);
              expect(Math.hypot(there[0] - here[0], there[1] - here[1])).toBeLessThan(1e-6);
            }
          }
        }
      }),
    );
  });

  test('have their marks outside every trim, on what is printed', () => {
    fc.assert(
      fc.property(anyJob, ({ stock, sheets }) => {
        const area = grow({ x: 0, y: 0, ...stock.paper }, allSides(-stock.printable));
        for (const sheet of sheets) {
          for (const { x1, y1, x2, y2 } of guides(sheet, stock)) {
            const mark = {
              x: Math.min(x1, x2),
              y: Math.min(y1, y2),
              width: Math.abs(x2 - x1),
              height: Math.abs(y2 - y1),
            };
            expect(excess(mark, area)).toBeLessThan(0.0011);
            // A line has no area: made a little thicker it would share some with a trim that it enters.
            const thick = grow(mark, allSides(0.01));
            expect(sheet.placed.some((one) => overlap(thick, grow(one, allSides(-0.02))))).toBe(false);
          }
        }
      }),
    );
  });
});

describe('cards of any size on a sheet that is folded', () => {
  const anyFolded = fc
    .record({
      ...{ format: anyFormat, file: anyPaper, axis: fc.constantFrom('vertical' as const, 'horizontal' as const) },
      share: fc.double({ min: 0.35, max: 0.5, noNaN: true }),
    })
    .map(({ format, file, axis, share }) => {
      const at = share * (axis === 'vertical' ? file.paper.width : file.paper.height);
      return { format, file: { name: '', ...file, fold: { axis, at } } };
    });

  test('lie before the fold, as far off as their bleed; their backs are behind them, head up, once it is folded', () => {
    fc.assert(
      fc.property(anyFolded, ({ format, file }) => {
        const stock = stockOf('any', file, format);
        if (!stock) return;
        const { paper, printable, bleed } = stock;
        const half = file.fold.axis === 'vertical' ? { width: file.fold.at } : { height: file.fold.at };
        const before = grow({ x: 0, y: 0, ...paper, ...half }, allSides(-printable));
        const room = grow(before, {
          ...allSides(0),
          ...(file.fold.axis === 'vertical' ? { right: printable - bleed } : { bottom: printable - bleed }),
        });
        for (const slot of stock.slots) expect(excess(slot, room)).toBeLessThan(0.0011);
        for (const { placed } of impose([{ card: 'a', copies: 1 }], stock)) {
          const [front, back] = placed as [Placed, Placed];
          for (const [u, v] of [
            [0, 0],
            [format.width, 0],
            [0, format.height / 3],
          ] as const) {
            const [x, y] = onPage(front, u, v);
            const there = foldedOver(onPage(back, format.width - u, v), file.fold);
            expect(Math.hypot(there[0] - x, there[1] - y, there[2])).toBeLessThan(1e-6);
          }
        }
      }),
    );
  });

  test('have the same places on an upright fold as on a level one, seen sideways', () => {
    fc.assert(
      fc.property(anyFolded, ({ format, file }) => {
        const { paper, grid, fold } = file;
        const sideways = {
          ...file,
          paper: { width: paper.height, height: paper.width },
          grid: { gap: { x: grid.gap.y, y: grid.gap.x } },
          fold: { axis: fold.axis === 'vertical' ? ('horizontal' as const) : ('vertical' as const), at: fold.at },
        };
        const places = (stock: Stock | undefined, isSwapped: boolean) =>
          (stock?.slots ?? [])
            .map(({ x, y }) => (isSwapped ? [y, x] : [x, y]).map((one) => Number(one.toFixed(6))).join(' '))
            .sort();
        const swapped = { ...format, width: format.height, height: format.width };
        expect(places(stockOf('any', sideways, swapped), true)).toEqual(places(stockOf('any', file, format), false));
      }),
    );
  });
});
