import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { sheets } from '../../layouts/words/sheets.ts';
import { impose } from '../../src/impose/impose.ts';
import { addMarks } from '../../src/impose/marks.ts';
import { slugCharacters } from '../../src/impose/slug.ts';
import type { MarkedSheet, Placed } from '../../src/model/sheets.ts';
import type { Flip, Stock } from '../../src/model/stock.ts';
import { composePdf } from '../../src/pdf/compose.ts';
import { slugFont } from '../../src/pdf/slug-font.ts';
import type { Stocks } from '../../src/stock/read-stocks.ts';
import { loadStocks } from '../fixtures/stocks.ts';
import { onPage, printed, turnedOver } from '../impose/paper.ts';
import { root } from '../impose/support.ts';
import { BLEED, CORNERS, fieldOf, markedFaces, type Rgb } from './marked-faces.ts';
import { type Rendered, raw, read, rendered } from './readers.ts';

const words = { deck: 'The Test Kitchen', version: '1.0.0', sheets };
const WHITE: Rgb = [255, 255, 255];
const loaded = await loadStocks(`${root}/layouts`, root);
const ids = Object.keys(loaded.stocks);

describe.each(ids)('%s', (id) => {
  const stock = stockOf(id);
  const format = formatOf(stock);
  // One sheet full and one with a single card, but few pages where a page is one face.
  const cards = stock.page ? 3 : stock.slots.length + 1;
  let sheets: MarkedSheet[] = [];
  let pdf: Uint8Array = new Uint8Array();
  let pages: Rendered[] = [];
  let found: Awaited<ReturnType<typeof read>> = [];

  beforeAll(async () => {
    ({ sheets, pdf } = await print(stock, cards));
    pages = await rendered(pdf, stock.paper);
    found = await read(pdf);
  });

  test('has pages of the paper’s size, to 0.01 pt', () => {
    expect(found).toHaveLength(sheets.length);
    for (const { box } of found) {
      expect(box[2]).toBeCloseTo((stock.paper.width / 25.4) * 72, 2);
      expect(box[3]).toBeCloseTo((stock.paper.height / 25.4) * 72, 2);
    }
  });

  test('has every card in its place, head where it belongs, art to the trim’s very edge', () => {
    for (const [index, sheet] of sheets.entries()) {
      for (const one of sheet.placed) expectDrawn(pages[index], one, format);
    }
  });

  test('has bleed where there is room and white beyond it', () => {
    for (const [index, sheet] of sheets.entries()) {
      for (const { x, y, height, bleed } of sheet.placed) {
        const middle = y + height / 2;
        if (bleed.left > 0.6) expect(pages[index]?.at(x - bleed.left / 2, middle)).toEqual(BLEED);
      }
      const first = sheet.placed.reduce((a, b) => (b.x < a.x ? b : a));
      if (first.x - first.bleed.left > 5.5 && !stock.fold) {
        expect(pages[index]?.at(first.x - first.bleed.left - 0.6, first.y + first.height / 3)).toEqual(WHITE);
      }
    }
  });

  test('names its sheets', () => {
    for (const [index, sheet] of sheets.entries()) {
      for (const label of sheet.marks.labels) expect(found[index]?.text).toContain(label.text);
    }
  });

  if (stock.fold || stock.page) return;

  test('has each back behind its front when it is turned by hand', () => {
    for (const [index, sheet] of sheets.entries()) {
      if (sheet.side === 'front')
        for (const one of sheet.placed) expectBacked(pages[index + 1], one, stock, stock.flip);
    }
  });
});

test.each(['a4', 'a4-bleed', 'letter-tarot'])(
  '%s flipped on its short edge has each back behind its front',
  async (id) => {
    const stock: Stock = { ...stockOf(id), flip: 'short' };
    const { sheets, pdf } = await print(stock, stock.slots.length + 1);
    const pages = await rendered(pdf, stock.paper);
    for (const [index, sheet] of sheets.entries()) {
      if (sheet.side === 'front') for (const one of sheet.placed) expectBacked(pages[index + 1], one, stock, 'short');
    }
  },
);

describe('a print shop’s pages', () => {
  test.each([
    ['shop', '180 252'],
    ['shop-tarot', '198.4252 340.1575'],
  ])('%s: TrimBox inside BleedBox = MediaBox', async (id, trim) => {
    const { pdf } = await print(stockOf(id), 1);
    const text = raw(pdf);
    const [, left = '', bottom = '', right = '', top = ''] =
      /\/TrimBox \[ ([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) \]/u.exec(text) ?? [];
    const [width = 0, height = 0] = trim.split(' ').map(Number);
    expect(Number(left)).toBeCloseTo(8.504, 2);
    expect(Number(bottom)).toBeCloseTo(8.504, 2);
    expect(Number(right) - Number(left)).toBeCloseTo(width, 2);
    expect(Number(top) - Number(bottom)).toBeCloseTo(height, 2);
    const boxes = [...text.matchAll(/\/(MediaBox|BleedBox) \[ ([\d. -]+) \]/gu)].map((match) => match[2]);
    for (const box of boxes) {
      const [x, y, w, h] = (box ?? '').split(' ').map(Number);
      expect([x, y]).toEqual([expect.closeTo(0, 2), expect.closeTo(0, 2)]);
      expect([w, h]).toEqual([expect.closeTo(width + 17.0079, 2), expect.closeTo(height + 17.0079, 2)]);
    }
    expect(boxes).toHaveLength(4);
  });
});

test('the slug’s font is an embedded subset', async () => {
  const { pdf } = await print(stockOf('a4'), 1);
  const [page] = await read(pdf);
  expect(page?.fonts).toContain('SLUGAA+AtkinsonHyperlegibleNext-Regular');
});

function stockOf(id: string): Stock {
  const stock = loaded.stocks[id];
  if (!stock) throw new Error(`no stock ${id}`);
  return stock;
}

function formatOf(stock: Stock): Stocks['formats'][string] {
  const format = loaded.formats[stock.format];
  if (!format) throw new Error(`no format ${stock.format}`);
  return format;
}

async function print(stock: Stock, cards: number): Promise<{ sheets: MarkedSheet[]; pdf: Uint8Array }> {
  const faces = await markedFaces(formatOf(stock), cards);
  const copies = Array.from({ length: cards }, (_, at) => ({ card: `card-${at}`, copies: 1 }));
  const sheets = addMarks(impose(copies, stock), stock, words);
  const data = await readFile(`${root}/deck/fonts/AtkinsonHyperlegibleNext-Regular.ttf`);
  const font = slugFont(data, slugCharacters([stock], words));
  const pdf = await composePdf({ sheets, stock, faces, font, title: 'Test', date: '2026-11-21', lang: 'en-US' });
  return { sheets, pdf };
}

/** The four corners 0.4 mm inside the trim, and the middle, in the face's own directions. */
function expectDrawn(page: Rendered | undefined, placed: Placed, { width, height }: { width: number; height: number }) {
  const color = (u: number, v: number) => page?.at(...onPage(placed, u, v));
  expect(color(0.4, 0.4)).toEqual(CORNERS.topLeft);
  expect(color(width - 0.4, 0.4)).toEqual(CORNERS.topRight);
  expect(color(0.4, height - 0.4)).toEqual(CORNERS.bottomLeft);
  expect(color(width - 0.4, height - 0.4)).toEqual(CORNERS.bottomRight);
  expect(color(width / 2, height / 2)).toEqual(fieldOf(numberOf(placed), placed.face.side));
}

/** Pierces the sheet at a front's corners and looks what is behind. */
function expectBacked(back: Rendered | undefined, front: Placed, stock: Stock, flip: Flip): void {
  const { width, height } = formatOf(stock);
  const behind = (u: number, v: number) => {
    const [x, y] = turnedOver(printed(onPage(front, u, v), stock), flip);
    // The printer takes a landscape page sideways, a quarter turn clockwise; this turns it back.
    const { paper } = stock;
    const landscape = paper.width > paper.height;
    return landscape
      ? back?.at(paper.width / 2 - y, paper.height / 2 - x)
      : back?.at(x + paper.width / 2, paper.height / 2 - y);
  };
  expect(behind(1, 1)).toEqual(CORNERS.topRight);
  expect(behind(width - 1, 1)).toEqual(CORNERS.topLeft);
  expect(behind(1, height - 1)).toEqual(CORNERS.bottomRight);
  expect(behind(width - 1, height - 1)).toEqual(CORNERS.bottomLeft);
  expect(behind(width / 2, height / 2)).toEqual(fieldOf(numberOf(front), 'back'));
}

function numberOf({ face }: Placed): number {
  return Number(face.card.replace('card-', ''));
}
