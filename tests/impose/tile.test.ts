import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OVERLAP, posterTiles, tileSheets, tileSlug, tilingOf } from '../../src/impose/tile.ts';
import type { Face, Format } from '../../src/model/faces.ts';
import { PAPERS, pageSize, UNPRINTED } from '../../src/model/paper.ts';
import { excess, grow } from '../../src/model/rect.ts';
import type { Rect } from '../../src/model/sheets.ts';

const face: Face = { card: 'board:gap:a3-landscape', side: 'front' };
const a4 = pageSize('a4', 'portrait');
const letter = pageSize('letter', 'portrait');

/** What a sheet shows of its page, where it lies on the sheet, and where that is on the page. */
function shownOn(size: Format, paper: Format) {
  const tiling = tilingOf(size, paper);
  return tileSheets(face, size, tiling, 'note').map((sheet) => {
    const [placed] = sheet.placed;
    if (!placed) throw new Error('a tile without its page');
    const onSheet = grow(placed, placed.bleed);
    return { sheet, onSheet, onPage: { ...onSheet, x: onSheet.x - placed.x, y: onSheet.y - placed.y } satisfies Rect };
  });
}

const boards = fc.tuple(
  fc.constantFrom('a3', 'a2', 'a1', 'tabloid', '18x24', '24x36'),
  fc.constantFrom('landscape' as const, 'portrait' as const),
  fc.constantFrom(a4, letter),
);

describe('tiles', () => {
  test('put together again are the whole page: each meets the next with the overlap, and the last ends where the page does', () => {
    fc.assert(
      fc.property(boards, ([id, orientation, paper]) => {
        const size = pageSize(id, orientation);
        const { columns, rows } = tilingOf(size, paper);
        const shown = shownOn(size, paper);
        expect(shown).toHaveLength(columns * rows);
        for (const [at, { onPage }] of shown.entries()) {
          const [right, below] = [shown[at + 1], shown[at + columns]];
          const [lastColumn, lastRow] = [at % columns === columns - 1, at >= columns * (rows - 1)];
          if (at % columns === 0) expect(onPage.x).toBeCloseTo(0, 6);
          if (at < columns) expect(onPage.y).toBeCloseTo(0, 6);
          const end = onPage.x + onPage.width;
          const foot = onPage.y + onPage.height;
          expect(end - (lastColumn ? size.width : (right?.onPage.x ?? 0) + OVERLAP)).toBeCloseTo(0, 6);
          expect(foot - (lastRow ? size.height : (below?.onPage.y ?? 0) + OVERLAP)).toBeCloseTo(0, 6);
        }
      }),
    );
  });

  test('keep inside what printers print, and so do marks, plan and words', () => {
    fc.assert(
      fc.property(boards, ([id, orientation, paper]) => {
        const size = pageSize(id, orientation);
        const slug = tileSlug(tilingOf(size, paper));
        for (const { sheet, onSheet } of shownOn(size, paper)) {
          const inside = grow(
            { x: 0, y: 0, width: sheet.width, height: sheet.height },
            { top: -UNPRINTED, right: -UNPRINTED, bottom: -UNPRINTED, left: -UNPRINTED },
          );
          expect(excess(onSheet, inside)).toBeLessThanOrEqual(0);
          expect(excess(slug, inside)).toBeLessThanOrEqual(1e-6);
          const { cuts, folds, lines, labels } = sheet.marks;
          for (const { x1, y1, x2, y2 } of [...cuts, ...folds, ...lines]) {
            const mark = {
              x: Math.min(x1, x2),
              y: Math.min(y1, y2),
              width: Math.abs(x2 - x1),
              height: Math.abs(y2 - y1),
            };
            expect(excess(mark, inside)).toBeLessThanOrEqual(1e-6);
          }
          for (const { x, y } of labels)
            expect(excess({ x, y, width: 0, height: 0 }, inside)).toBeLessThanOrEqual(1e-6);
        }
      }),
    );
  });

  test('where a tile is cut is where its neighbor says that it is laid', () => {
    const size = pageSize('a2', 'landscape');
    const { window, columns } = tilingOf(size, a4);
    const shown = shownOn(size, a4);
    const tiles = posterTiles(tilingOf(size, a4));
    for (const { column, number, x } of tiles.filter((tile) => tile.column > 0)) {
      const [before, own] = [shown[number - 2], shown[number - 1]];
      const laid = (before?.sheet.marks.folds ?? []).find(({ x1, x2 }) => x1 === x2)?.x1 ?? 0;
      const cut = (own?.sheet.marks.cuts ?? []).find(({ x1, x2 }) => x1 === x2)?.x1 ?? 0;
      expect(laid - window.x + (tiles[number - 2]?.x ?? 0)).toBeCloseTo(x, 6);
      expect(cut - window.x + x).toBeCloseTo(x, 6);
      expect(column).toBeLessThan(columns);
    }
  });

  test('only the first has the plan, with a number for each tile', () => {
    const [first, ...others] = shownOn(pageSize('a3', 'landscape'), a4);
    const words = (one: typeof first) => one?.sheet.marks.labels.map(({ text }) => text) ?? [];
    expect(words(first)).toEqual(['2', '3', '1', '2', '3', '4', 'note']);
    expect(others.map(words)).toEqual([['4'], ['4'], []]);
  });

  test('an A3 page takes four sheets of either paper, and a page that fits one takes one', () => {
    const a3 = pageSize('a3', 'landscape');
    expect([a4, letter].map((paper) => shownOn(a3, paper).length)).toEqual([4, 4]);
    expect(shownOn(pageSize('a5', 'portrait'), a4)).toHaveLength(1);
  });

  test('papers are as large as their standards say', () => {
    // A3 is half of A2, to the whole millimeter below; Tabloid two Letters.
    expect(Math.floor((PAPERS.a2?.height ?? 0) / 2)).toBe(PAPERS.a3?.width);
    expect(PAPERS.tabloid?.height).toBeCloseTo(2 * (PAPERS.letter?.width ?? 0), 6);
  });
});
