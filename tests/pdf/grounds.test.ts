import { inflateSync } from 'node:zlib';
import { PDFDocument, PDFName, StandardFonts } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { impose } from '../../src/impose/impose.ts';
import { type DrawnFaces, FACE_BLEED, faceKey } from '../../src/model/faces.ts';
import { pt } from '../../src/model/units.ts';
import { type ComposeOptions, composePdf, composeToPaint } from '../../src/pdf/compose.ts';
import { openPdfium } from '../../src/raster/pdfium.ts';
import { loadStocks } from '../../src/stock/read-stocks.ts';
import { root } from '../impose/support.ts';

const { stocks, formats } = await loadStocks(`${root}/layouts`, root);
const [stock, poker] = [known(stocks['tgc-poker']), known(formats.poker)];
const size = { width: 83, height: 113 };
const pdfium = await openPdfium();

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not loaded');
  return value;
}

/** A ground, and what stands on it: text, a clip, a state, a shape. */
const STRIPES =
  '/DeviceRGB cs 0.4 0 0 scn 0 0 300 300 re f q 0 0 140 300 re W n 1 0 0 1 9 9 cm 0 0 1 RG 5 w 0 0 m 90 150 l S 0 1 0 rg';
const TEXT = 'BT /F1 24 Tf 30 60 Td (\xe4 card) Tj ET';

/** Cards whose fronts are drawn by these operators, in one document; none of them has a ground alone. */
async function facesOf(fronts: readonly string[], group = false): Promise<DrawnFaces> {
  const made = await PDFDocument.create({ updateMetadata: false });
  const font = await made.embedFont(StandardFonts.Helvetica);
  const state = made.context.obj({ ca: 0.4, CA: 0.6 });
  const { width, height } = poker;
  for (const operators of fronts) {
    const page = made.addPage([pt(width + 2 * FACE_BLEED), pt(height + 2 * FACE_BLEED)]);
    const resources = { Font: { F1: font.ref }, ExtGState: { G1: state } };
    page.node.set(PDFName.of('Resources'), made.context.obj(resources));
    page.node.set(PDFName.of('Contents'), made.context.register(made.context.flateStream(operators)));
    if (group) page.node.set(PDFName.of('Group'), made.context.obj({ Type: 'Group', S: 'Transparency', I: true }));
  }
  const pages = fronts.map((_, page) => [faceKey({ card: `c${page}`, side: 'front' }), { document: 0, page }] as const);
  return { format: poker, documents: [await made.save()], pages: new Map(pages) };
}

function optionsFor(faces: DrawnFaces): ComposeOptions {
  const cards = [...faces.pages.keys()].map((_, at) => ({ card: `c${at}`, copies: 1 }));
  const none = { cuts: [], folds: [], registration: [], lines: [], labels: [] };
  const sheets = impose(cards, stock, { sides: 'fronts' }).map((sheet, at, { length }) => ({
    ...sheet,
    ...{ number: at + 1, of: length, marks: none },
  }));
  return { sheets, stock, faces, title: 'T', date: '2026-11-21', lang: 'en-US' };
}

/** The grounds of faces, and each as it is painted over its ground, without it, and whole. */
async function painted(fronts: readonly string[], group = false) {
  const options = optionsFor(await facesOf(fronts, group));
  const { pdf, grounds } = await composeToPaint(options, inflateSync);
  const [shared, whole] = [pdfium.open(pdf), pdfium.open(await composePdf(options))];
  try {
    return fronts.map((_, at) => ({
      ground: grounds[at],
      over: Buffer.from(shared.paint(at, size, grounds[at]).data),
      alone: Buffer.from(shared.paint(at, size).data),
      whole: Buffer.from(whole.paint(at, size).data),
    }));
  } finally {
    shared.close();
    whole.close();
  }
}

const four = ['1', '2', '3', '4'];
const pixel = (data: Buffer, x: number, y: number) => [...data.subarray((y * 83 + x) * 4, (y * 83 + x) * 4 + 3)];

test('what four faces begin with is a page of its own, and no longer on theirs', async () => {
  const pages = await painted([...four.map((width) => `${STRIPES} ${width} 50 90 40 re f Q ${TEXT}`), TEXT]);
  expect(pages.map(({ ground }) => ground)).toEqual([5, 5, 5, 5, undefined]);
  for (const { over, whole } of pages) expect(over.equals(whole)).toBe(true);
  // Near the edge there is nothing but the ground: without it, white.
  expect(pixel(pages[0]?.whole ?? Buffer.alloc(0), 80, 3)).toEqual([102, 0, 0]);
  expect(pixel(pages[0]?.alone ?? Buffer.alloc(0), 80, 3)).toEqual([255, 255, 255]);
});

test('the ground is the longest that four share, another for each four', async () => {
  const [red, blue] = ['1 0 0 rg 0 0 300 300 re f', '0 0 1 rg 0 0 300 300 re f'];
  const pages = await painted([...four, ...four].map((x, at) => `${at % 2 ? red : blue}\n${x}0 0 50 50 re f\n${x} w`));
  expect(pages.map(({ ground }) => ground)).toEqual([8, 9, 8, 9, 8, 9, 8, 9]);
  for (const { over, whole } of pages) expect(over.equals(whole)).toBe(true);
});

test.each([
  ['three faces begin so', four.slice(1).map(() => STRIPES), false],
  ['there is a state before it', four.map(() => `/G1 gs ${STRIPES}`), false],
  ['there are words before it', four.map(() => `${TEXT} ${STRIPES}`), false],
  ['the page is painted aside', four.map(() => STRIPES), true],
])('it is left where it is if %s', async (_, fronts, group) => {
  const pages = await painted(fronts, group);
  expect(pages.map(({ ground }) => ground)).toEqual(fronts.map(() => undefined));
  for (const { over, whole } of pages) expect(over.equals(whole)).toBe(true);
});

/** Operators that may stand anywhere; a group that is not closed is closed at the end. */
const number = fc.integer({ min: -20, max: 220 });
const operator = fc.oneof(
  fc
    .tuple(number, number, number, number, fc.constantFrom('f', 'f*', 'S', 's', 'B', 'b*', 'W n', 'W f', 'n'))
    .map(([x, y, w, h, how]) => `${x} ${y} ${w} ${h} re ${how}`),
  fc
    .tuple(number, number, number, number, number, number, fc.constantFrom('f', 'F', 'S', 'b', 'B*'))
    .map(([a, b, c, d, e, f, how]) => `${a} ${b} m ${c} ${d} l ${e} ${f} ${a} ${b} 9 9 c h ${how}`),
  fc.tuple(number, number).map(([x, y]) => `0.9 0.1 -0.1 0.9 ${x} ${y} cm`),
  fc.constantFrom(
    'q',
    'Q',
    '5 w',
    '[3 2] 0 d',
    '1 J',
    '0.2 0.5 0.9 rg',
    '0.9 0.2 0.1 RG',
    '/DeviceGray cs 0.6 sc',
    '0 1 1 0 K',
    '/G1 gs',
    TEXT,
  ),
);
const operators = fc.array(operator, { maxLength: 9 });

/** As many groups closed as were opened, and none more. */
function balanced(parts: readonly string[]): string {
  let open = 0;
  const kept = parts.filter((one) => {
    if (one === 'q') open += 1;
    else if (one === 'Q') open -= 1;
    if (open >= 0) return true;
    open = 0;
    return false;
  });
  return [...kept, ...Array.from({ length: open }, () => 'Q')].join('\n');
}

test('pixels are the same whatever faces begin with, and whatever comes after it', async () => {
  await fc.assert(
    fc.asyncProperty(operators, fc.array(operators, { minLength: 4, maxLength: 5 }), async (ground, own) => {
      const pages = await painted(own.map((rest) => balanced([...ground, ...rest])));
      for (const { over, whole } of pages) expect(over.equals(whole)).toBe(true);
    }),
    { numRuns: 20 },
  );
});
