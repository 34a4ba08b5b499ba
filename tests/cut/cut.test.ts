import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { IDxf, ILwpolylineEntity } from 'dxf-parser';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { sheets as words } from '../../layouts/words/sheets.ts';
import { dxfOf } from '../../src/cut/dxf.ts';
import { type CutSheet, cutSheet } from '../../src/cut/outlines.ts';
import { svgOf } from '../../src/cut/svg.ts';
import { impose } from '../../src/impose/impose.ts';
import { addMarks } from '../../src/impose/marks.ts';
import { slugCharacters } from '../../src/impose/slug.ts';
import { around } from '../../src/model/rect.ts';
import { registrationMarks } from '../../src/model/registration.ts';
import type { Rect } from '../../src/model/sheets.ts';
import type { Stock } from '../../src/model/stock.ts';
import { composePdf } from '../../src/pdf/compose.ts';
import { slugFont } from '../../src/pdf/slug-font.ts';
import { known } from '../fixtures/known.ts';
import { getDocument, OPS } from '../fixtures/pdfjs.ts';
import { loadStocks } from '../fixtures/stocks.ts';
import { root } from '../impose/support.ts';
import { markedFaces } from '../press/marked-faces.ts';

const { stocks, formats } = await loadStocks(`${root}/layouts`, root);
const plotters = Object.values(stocks).filter(({ registration }) => registration);
const MM = 25.4 / 72;
/** Its types say a default export, its file is the class itself. */
const DxfParser = createRequire(import.meta.url)('dxf-parser') as new () => { parseSync(text: string): IDxf | null };

/**
 * Marks, and where poker cards lie (how many, corner and size of their block), of stocks that people have printed with. To change one
 * of these is to cut their sheets askew: give it a new id.
 */
const FROZEN: Record<string, { paper: [number, number]; poker: number[]; marks: number[][] }> = {
  'silhouette-a4': {
    paper: [297, 210],
    poker: [8, 19.625, 15.475, 257.75, 179.05],
    marks: [
      [10, 10, 5, 5],
      [282, 10, 5, 1],
      [286, 10, 1, 5],
      [10, 199, 5, 1],
      [10, 195, 1, 5],
    ],
  },
  'silhouette-letter': {
    paper: [279.4, 215.9],
    poker: [8, 10.825, 18.425, 257.75, 179.05],
    marks: [
      [10, 10, 5, 5],
      [264.4, 10, 5, 1],
      [268.4, 10, 1, 5],
      [10, 204.9, 5, 1],
      [10, 200.9, 1, 5],
    ],
  },
  'cameo-5-alpha-a4': {
    paper: [297, 210],
    poker: [8, 19.625, 15.475, 257.75, 179.05],
    marks: [
      [10, 10, 20, 0.3],
      [10, 10, 0.3, 20],
      [267, 10, 20, 0.3],
      [286.7, 10, 0.3, 20],
      [10, 199.7, 20, 0.3],
      [10, 180, 0.3, 20],
      [267, 199.7, 20, 0.3],
      [286.7, 180, 0.3, 20],
    ],
  },
  'cameo-5-alpha-letter': {
    paper: [279.4, 215.9],
    poker: [6, 43.2, 18.425, 193, 179.05],
    marks: [
      [10, 10, 20, 0.3],
      [10, 10, 0.3, 20],
      [249.4, 10, 20, 0.3],
      [269.1, 10, 0.3, 20],
      [10, 205.6, 20, 0.3],
      [10, 185.9, 0.3, 20],
      [249.4, 205.6, 20, 0.3],
      [269.1, 185.9, 0.3, 20],
    ],
  },
  'summa-a3': {
    paper: [420, 297],
    poker: [18, 16.375, 13.9, 387.25, 269.2],
    marks: [
      [7, 7, 2, 2],
      [411, 7, 2, 2],
      [7, 288, 2, 2],
      [411, 288, 2, 2],
    ],
  },
  'summa-sra3': {
    paper: [450, 320],
    poker: [18, 31.375, 25.4, 387.25, 269.2],
    marks: [
      [7, 7, 2, 2],
      [441, 7, 2, 2],
      [7, 311, 2, 2],
      [441, 311, 2, 2],
    ],
  },
};

test('marks, and places of poker cards, never change under an id', () => {
  expect(plotters.map(({ id }) => id).sort()).toEqual(Object.keys(FROZEN).sort());
  for (const stock of plotters) {
    const { paper, marks, poker } = FROZEN[stock.id] ?? { paper: [], marks: [], poker: [] };
    expect([stock.paper.width, stock.paper.height].map((one) => Number(one.toFixed(4)))).toEqual(paper);
    const now = registrationMarks(stock).map(({ x, y, width, height }) =>
      [x, y, width, height].map((one) => Number(one.toFixed(4))),
    );
    expect(now).toEqual(marks);
    const { x, y, width, height } = around(stock.slots);
    expect([stock.slots.length, x, y, width, height].map((one) => Number(one.toFixed(4)))).toEqual(poker);
    expect(stock.slots.map(({ turn }) => turn)).toEqual(stock.slots.map(() => 0));
  }
});

describe.each(plotters)('$id', (stock) => {
  const count = stock.slots.length - 1;
  const [sheet] = impose(copies(count), stock, { sides: 'fronts' });
  const cut = cutSheet(sheet ?? { placed: [] }, stock, { radius: 3, title: 'Cards & <co>' });
  let printed: Printed = { trims: [], marks: [] };
  beforeAll(async () => {
    printed = await print(stock, count);
  });

  test('its DXF, read by another library, has a round outline within 0.05 mm of each printed trim', () => {
    const { entities, tables, header } = parsed(dxfOf(cut));
    expect(header.$INSUNITS).toBe(4);
    expect(Object.keys(tables.layer.layers)).toEqual(expect.arrayContaining(['CutContour', 'Regmark']));
    const frame = around(printed.marks);
    const lines = entities.filter((one): one is ILwpolylineEntity => one.type === 'LWPOLYLINE');
    const outlines = lines.filter(({ layer }) => layer === 'CutContour');
    expectSame(
      outlines.map(boxOf),
      printed.trims.map((one) => inFrame(one, frame)),
    );
    expectSame(
      lines.filter(({ layer }) => layer === 'Regmark').map(boxOf),
      printed.marks.map((one) => inFrame(one, frame)),
    );
    for (const { vertices, shape } of outlines) {
      expect(shape).toBe(true);
      expect(vertices.map(({ bulge = 0 }) => Math.round(bulge * 1000))).toEqual([0, 414, 0, 414, 0, 414, 0, 414]);
      // From one straight end to the next, the corner is a quarter of a circle of 3 mm.
      const [, a, b] = vertices;
      expect(Math.abs((b?.x ?? 0) - (a?.x ?? 0))).toBeCloseTo(3, 3);
      expect(Math.abs((b?.y ?? 0) - (a?.y ?? 0))).toBeCloseTo(3, 3);
    }
  });

  // Twenty pixels a mm: the drawing of an A3 is 50 million of them, and shows no more.
  if (stock.paper.width > 300) return;

  test('its SVG is the paper in mm, and librsvg draws each outline on the printed trim, round at its corners', async () => {
    const text = svgOf(cut);
    expect(text).toContain('<title>Cards &amp; &lt;co&gt;</title>');
    const { width, height } = stock.paper;
    const size = (length: number) => Number(length.toFixed(4));
    expect(text).toContain(
      `width="${size(width)}mm" height="${size(height)}mm" viewBox="0 0 ${size(width)} ${size(height)}"`,
    );
    const dark = await drawn(text, stock);
    for (const { x, y, width: w, height: h } of printed.trims) {
      for (const [atX, atY] of [
        [x, y + h / 2],
        [x + w, y + h / 2],
        [x + w / 2, y],
        [x + w / 2, y + h],
      ] as const) {
        expect(dark(atX, atY)).toBe(true);
      }
      // The corner itself is cut off; the line passes 3 mm × (1 − 1/√2) inside of it.
      const inside = 3 * (1 - Math.SQRT1_2);
      expect(dark(x, y)).toBe(false);
      expect(dark(x + inside, y + inside)).toBe(true);
    }
  });
});

describe('a machine that cuts from the back', () => {
  test('gets the sheet mirrored, marks and all', () => {
    const stock = known(stocks['silhouette-a4']);
    const registration = { ...known(stock.registration), mirror: true };
    const [sheet] = impose(copies(3), stock, { sides: 'fronts' });
    const cut = (one: Stock) => cutSheet(known(sheet), one, { radius: 3, title: '' });
    const mirrored = (rects: readonly Rect[]) => rects.map((one) => ({ ...one, x: 297 - one.x - one.width }));
    const [as, seen] = [cut(stock), cut({ ...stock, registration })];
    expectSame([...seen.cards], mirrored(as.cards));
    expectSame([...seen.marks], mirrored(as.marks));
    expect(boxesIn(seen)).not.toEqual(boxesIn(as));
  });
});

test('square corners are cut square, and the same sheet gives the same bytes', () => {
  const stock = known(stocks['silhouette-a4']);
  const [sheet] = impose(copies(1), stock, { sides: 'fronts' });
  const cut = cutSheet(known(sheet), stock, { radius: 0, title: '' });
  const [outline] = parsed(dxfOf(cut)).entities.filter(({ layer }) => layer === 'CutContour') as ILwpolylineEntity[];
  expect(outline?.vertices.map(({ bulge = 0 }) => bulge)).toEqual([0, 0, 0, 0]);
  expect(svgOf(cut)).not.toContain('A');
  expect(dxfOf(cut)).toBe(dxfOf(cut));
});

interface Printed {
  trims: Rect[];
  marks: Rect[];
}

/** What pdfjs sees on the front: the clip of each card without its bleed, and the black rectangles. */
async function print(stock: Stock, count: number): Promise<Printed> {
  const faces = await markedFaces(known(formats[stock.format]), count);
  const slug = { deck: 'Deck', version: '1.0.0', sheets: words };
  const sheets = addMarks(impose(copies(count), stock), stock, slug);
  const data = await readFile(`${root}/deck/fonts/AtkinsonHyperlegibleNext-Regular.ttf`);
  const font = slugFont(data, slugCharacters([stock], slug));
  const pdf = await composePdf({ sheets, stock, faces, font, title: 'Test', date: '2026-11-21', lang: 'en-US' });
  const document = await getDocument({ data: pdf, verbosity: 0 }).promise;
  const { fnArray, argsArray } = await (await document.getPage(1)).getOperatorList();
  await document.destroy();
  const paths = fnArray.flatMap((operator, at) =>
    operator === OPS.constructPath ? [argsArray[at] as [number, unknown, Float32Array]] : [],
  );
  const box = ([, , bounds]: readonly [number, unknown, Float32Array]): Rect => {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = bounds;
    return { x: x1 * MM, y: stock.paper.height - y2 * MM, width: (x2 - x1) * MM, height: (y2 - y1) * MM };
  };
  const { bleed } = stock;
  const clips = paths.filter(([operator]) => operator === OPS.endPath).map(box);
  const width = known(stock.slots[0]).width;
  // Bleed is 0.625 on all sides here: half of the gap.
  const trims = clips
    .filter((one) => Math.abs(one.width - width - 2 * bleed) < 0.1)
    .map((one) => ({
      x: one.x + bleed,
      y: one.y + bleed,
      width: one.width - 2 * bleed,
      height: one.height - 2 * bleed,
    }));
  const wanted = registrationMarks(stock).length;
  const filled = paths.filter(([operator]) => operator === OPS.fill);
  return { trims, marks: rectangles(filled.at(-1), stock, wanted) };
}

/** The rectangles of one path, `m l l l h` each. */
function rectangles(path: [number, unknown, Float32Array] | undefined, stock: Stock, count: number): Rect[] {
  const [data] = known(path)[1] as [Float32Array];
  const each = data.length / count;
  return Array.from({ length: count }, (_, at) => {
    const some = [...data.subarray(at * each, (at + 1) * each)];
    // An operator and a point; the last is the operator that closes.
    const xs = [1, 4, 7, 10].map((one) => (some[one] ?? 0) * MM);
    const ys = [2, 5, 8, 11].map((one) => stock.paper.height - (some[one] ?? 0) * MM);
    const [x, y] = [Math.min(...xs), Math.min(...ys)];
    return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
  });
}

/** In mm from the lower left corner of the frame, y upwards; `y` is the lower edge. */
function inFrame({ x, y, width, height }: Rect, frame: Rect): Rect {
  return { x: x - frame.x, y: frame.y + frame.height - y - height, width, height };
}

function boxOf({ vertices }: ILwpolylineEntity): Rect {
  const [xs, ys] = [vertices.map(({ x }) => x), vertices.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function expectSame(found: Rect[], wanted: Rect[]): void {
  const order = (a: Rect, b: Rect) => Math.round(a.y) - Math.round(b.y) || a.x - b.x || a.width - b.width;
  expect(found).toHaveLength(wanted.length);
  expect(wanted.length).toBeGreaterThan(0);
  const sorted = [...wanted].sort(order);
  for (const [at, one] of [...found].sort(order).entries()) {
    const other = known(sorted[at]);
    for (const key of ['x', 'y', 'width', 'height'] as const)
      expect(Math.abs(one[key] - other[key])).toBeLessThan(0.05);
  }
}

/** Whether there is ink at a point of the drawing, in mm: 20 pixels a mm. */
async function drawn(svg: string, { paper }: Stock) {
  const size = `width="${Math.round(paper.width * 20)}" height="${Math.round(paper.height * 20)}"`;
  const { data, info } = await sharp(Buffer.from(svg.replace(/width="[\d.]+mm" height="[\d.]+mm"/u, size)))
    .flatten({ background: '#ffffff' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return (x: number, y: number) => {
    const [column, row] = [Math.round((x / paper.width) * info.width), Math.round((y / paper.height) * info.height)];
    // The line is 2 pixels wide: within one pixel, 0.05 mm, of the point.
    return [-1, 0].some((dx) => [-1, 0].some((dy) => (data[(row + dy) * info.width + column + dx] ?? 255) < 200));
  };
}

function parsed(text: string) {
  return known(new DxfParser().parseSync(text) ?? undefined);
}

function boxesIn({ cards }: CutSheet): string {
  return cards.map(({ x, y }) => `${x} ${y}`).join();
}

function copies(count: number) {
  return Array.from({ length: count }, (_, at) => ({ card: `card-${at}`, copies: 1 }));
}
