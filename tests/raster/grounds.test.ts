import { inflateSync } from 'node:zlib';
import { PDFDocument, PDFName, StandardFonts } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import LeanDocument from '../../src/face/stand-ins/pdfkit.ts';
import { impose } from '../../src/impose/impose.ts';
import { type DrawnFaces, FACE_BLEED, faceKey } from '../../src/model/faces.ts';
import { pt } from '../../src/model/units.ts';
import { type ComposeOptions, composeToPaint } from '../../src/pdf/compose.ts';
import { drawnPages } from '../../src/raster/drawn-pages.ts';
import { type Ground, sharedGrounds } from '../../src/raster/grounds.ts';
import { openPdfium } from '../../src/raster/pdfium.ts';
import { loadStocks } from '../fixtures/stocks.ts';
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

/** A document of pages that are drawn by these operators, as faces are drawn, and their grounds. */
async function drawn(operators: readonly string[]): Promise<ToPaint> {
  const file = newFile({ autoFirstPage: false });
  for (const one of operators) {
    file.addPage({ size: [pt(poker.width), pt(poker.height)], margin: 0 });
    const { page } = file;
    file.font('Helvetica');
    Object.assign(page.fonts, { F1: file._font.ref() });
    const state = file.ref({ ca: 0.4, CA: 0.6 });
    state.end();
    Object.assign(page.ext_gstates, { G1: state });
    page.write(Buffer.from(one, 'latin1'));
  }
  const pdf = await bytesOf(file);
  return { pdf, grounds: sharedGrounds(operators.map((_, at) => drawnPages(pdf)(at))) };
}

/** A PDF as faces are written, with what pdfkit can do beside that. */
function newFile(options: object) {
  interface More {
    page: LeanDocument['page'] & { ext_gstates: object };
    ref(data: object): { end(): void };
    link(x: number, y: number, width: number, height: number, url: string): void;
  }
  return new LeanDocument(options) as LeanDocument & More;
}

async function bytesOf(file: LeanDocument): Promise<Uint8Array> {
  file.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of file) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

/** The same as faces of cards, a page each for a service. */
async function composed(fronts: readonly string[], group = false): Promise<ToPaint> {
  const { pdf, drawings } = await composeToPaint(optionsFor(await facesOf(fronts, group)), inflateSync);
  return { pdf, grounds: sharedGrounds(drawings) };
}

interface ToPaint {
  pdf: Uint8Array;
  grounds: (Ground | undefined)[];
}

/** The grounds of pages, and each page as it is painted over its ground, that alone, and the page as a whole. */
function painted({ pdf, grounds }: ToPaint) {
  const open = pdfium.open(pdf);
  try {
    return grounds.map((ground, at) => ({
      ground: ground && [ground.page, ground.shapes],
      over: Buffer.from(open.paint(at, size, ground).data),
      whole: Buffer.from(open.paint(at, size).data),
    }));
  } finally {
    open.close();
  }
}

/** How pages are made that are to be painted. */
const ways = [
  ['drawn', drawn],
  ['composed', composed],
] as const;

const four = ['1', '2', '3', '4'];
const pixel = (data: Buffer, x: number, y: number) => [...data.subarray((y * 83 + x) * 4, (y * 83 + x) * 4 + 3)];

test.each(ways)('what four pages begin with is painted once, %s', async (_, made) => {
  const given = await made([...four.map((width) => `${STRIPES} ${width} 50 90 40 re f Q ${TEXT}`), TEXT]);
  const pages = painted(given);
  expect(pages.map(({ ground }) => ground)).toEqual([[0, 2], [0, 2], [0, 2], [0, 2], undefined]);
  for (const { over, whole } of pages) expect(over.equals(whole)).toBe(true);
  // Near the edge there is nothing but the ground: it is not on the page any more.
  expect(pixel(pages[0]?.whole ?? Buffer.alloc(0), 80, 3)).toEqual([102, 0, 0]);
  const alone = pdfium.open(given.pdf).paint(0, size, { page: 4, shapes: 2 });
  expect(pixel(Buffer.from(alone.data), 80, 3)).toEqual([255, 255, 255]);
});

test.each(ways)('the ground is the longest that four share, another for each four, %s', async (_, made) => {
  const [red, blue] = ['1 0 0 rg 0 0 300 300 re f', '0 0 1 rg 0 0 300 300 re f'];
  const fronts = [...four, ...four].map((x, at) => `${at % 2 ? red : blue}\n${x}0 0 50 50 re f\n${x} w`);
  const pages = painted(await made(fronts));
  expect(pages.map(({ ground }) => ground)).toEqual([0, 1, 0, 1, 0, 1, 0, 1].map((page) => [page, 1]));
  for (const { over, whole } of pages) expect(over.equals(whole)).toBe(true);
});

const RED = '1 0 0 rg 0 0 300 300 re f';
test.each([
  ['three pages begin so', four.slice(1).map(() => STRIPES)],
  ['there is a state before it', four.map(() => `/G1 gs ${STRIPES}`)],
  ['there are words before it', four.map(() => `${TEXT} ${STRIPES}`)],
  ['there is a shape of no line before it', four.map(() => `9 9 m f ${RED}`)],
  ['there is a shape without a beginning before it', four.map(() => `9 9 l f ${RED}`)],
])('it is left where it is if %s', async (_, fronts) => {
  for (const [, made] of ways) {
    const pages = painted(await made(fronts));
    expect(pages.map(({ ground }) => ground)).toEqual(fronts.map(() => undefined));
  }
});

test('it is left where it is if the page is painted aside', async () => {
  const { grounds } = await composed(
    four.map(() => STRIPES),
    true,
  );
  expect(grounds).toEqual(four.map(() => undefined));
});

test('what is drawn on a page is not found in PDFs of others, in damaged ones, and where there is a link', async () => {
  const others = (await facesOf([STRIPES])).documents[0] ?? new Uint8Array();
  expect(drawnPages(others)(0)).toBeUndefined();
  const { pdf } = await drawn([STRIPES]);
  expect(drawnPages(pdf)(0)).toEqual({ placing: expect.any(String), operators: STRIPES });
  expect(drawnPages(pdf)(1)).toBeUndefined();
  expect(drawnPages(pdf.subarray(0, -9))(0)).toBeUndefined();
  expect(drawnPages(pdf.subarray(20))(0)).toBeUndefined();
  const linked = newFile({ size: [90, 90] });
  linked.link(0, 0, 9, 9, 'https://example.org');
  linked.page.write(Buffer.from(STRIPES));
  expect(drawnPages(await bytesOf(linked))(0)).toBeUndefined();
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

test.each(ways)('pixels are the same whatever pages begin with, and whatever comes after it, %s', async (_, made) => {
  await fc.assert(
    fc.asyncProperty(operators, fc.array(operators, { minLength: 4, maxLength: 5 }), async (ground, own) => {
      const pages = painted(await made(own.map((rest) => balanced([...ground, ...rest]))));
      for (const { over, whole } of pages) expect(over.equals(whole)).toBe(true);
    }),
    { numRuns: 20 },
  );
});
