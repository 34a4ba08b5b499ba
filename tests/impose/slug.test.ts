import { describe, expect, test } from 'vitest';
import { sheets } from '../../layouts/words/sheets.ts';
import { impose } from '../../src/impose/impose.ts';
import { addMarks } from '../../src/impose/marks.ts';
import { slugCharacters } from '../../src/impose/slug.ts';
import type { Stock } from '../../src/model/stock.ts';
import { shipped, stockNamed } from './support.ts';

const stocks = await shipped();
const words = { deck: 'The Test Kitchen', version: '1.0.0', sheets };

describe('a slug', () => {
  test('says deck, version, stock, sheet, side, and how to print', () => {
    const texts = marked('a4', 10).flatMap((sheet) => sheet.marks.labels.map((label) => label.text));
    expect(texts).toEqual([
      '50 mm · The Test Kitchen 1.0.0 · a4 · sheet 1/2 front · print at 100 %',
      '50 mm · The Test Kitchen 1.0.0 · a4 · sheet 1/2 back · print at 100 %',
      '50 mm · The Test Kitchen 1.0.0 · a4 · sheet 2/2 front · print at 100 %',
      '50 mm · The Test Kitchen 1.0.0 · a4 · sheet 2/2 back · print at 100 %',
    ]);
    expect(marked('a4-fold', 1)[0]?.marks.labels[0]?.text).toContain('sheet 1/1 fold');
    const [low] = addMarks(impose([{ card: 'a', copies: 1 }], stockNamed('a4', stocks)), stockNamed('a4', stocks), {
      ...words,
      lowInk: true,
    });
    expect(low?.marks.labels[0]?.text).toMatch(/print at 100 % · low ink$/);
  });

  test('has a ruler of exactly 50 mm', () => {
    for (const stock of stocks.filter((one) => one.slug)) {
      const [axis, ...strokes] = marked(stock.id, 1)[0]?.marks.lines ?? [];
      if (!axis) throw new Error('no ruler');
      expect(Math.hypot(axis.x2 - axis.x1, axis.y2 - axis.y1)).toBeCloseTo(50, 9);
      expect(strokes).toHaveLength(51);
    }
  });

  test('runs up the side of a Letter sheet, clear of its cards', () => {
    const [sheet] = marked('letter', 9);
    const label = sheet?.marks.labels[0];
    expect(label).toMatchObject({ turn: 270, anchor: 'start' });
    expect(label?.x).toBeCloseTo(4.2 + 2.4, 9);
    // 52 mm above the lowest card's lower edge.
    expect(label?.y).toBeCloseTo(6.35 + 3 * 88.9 - 52, 9);
  });

  test('runs down the side where it stands on the right, its letters upright to who holds that edge', () => {
    const given = stockNamed('letter', stocks);
    const stock: Stock = { ...given, slug: { x: 200, y: 10, width: 2.6, height: 200, turn: 90 } };
    const [sheet] = addMarks(impose([{ card: 'a', copies: 1 }], stock), stock, words);
    const [axis, first, second] = sheet?.marks.lines ?? [];
    expect(axis).toEqual({ x1: expect.closeTo(200.2), y1: 10, x2: expect.closeTo(200.2), y2: 60 });
    expect(first).toEqual({ x1: expect.closeTo(200.2), y1: 10, x2: expect.closeTo(202.3), y2: 10 });
    expect(second).toEqual({ x1: expect.closeTo(200.2), y1: 11, x2: expect.closeTo(201.1), y2: 11 });
    expect(sheet?.marks.labels[0]).toMatchObject({ x: expect.closeTo(200.2), y: 62, turn: 90, room: 148 });
  });

  test('is not on a page for a print shop, nor on pre-cut stock', () => {
    for (const id of ['shop', 'shop-tarot', 'avery-95328']) {
      expect(marked(id, 1)[0]?.marks).toMatchObject({ lines: [], labels: [], cuts: [] });
    }
  });

  test('holds no character that its font’s subset lacks', () => {
    const covered = new Set(slugCharacters(stocks, { ...words, lowInk: true }));
    for (const { id } of stocks) {
      const texts = marked(id, 99).flatMap((sheet) => sheet.marks.labels.map((label) => label.text));
      expect(texts.flatMap((text) => [...text]).filter((one) => !covered.has(one))).toEqual([]);
    }
  });
});

function marked(id: string, copies: number) {
  const stock = stockNamed(id, stocks);
  return addMarks(impose([{ card: 'a', copies }], stock), stock, words);
}
