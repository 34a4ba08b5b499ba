import { cmyk, PDFDocument, rgb, StandardFonts } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { preflight, toPress } from '../../src/press/press.ts';
import { fogra39 } from './profiles.ts';

const profile = fogra39;
const blacks = ['#23262B'];
const options = { blacks, press: { profile, conformance: 'PDF/X-4' } } as const;

/** A page of 100 × 100 mm whose trim begins 10 mm inside, drawn by a test. */
async function pageWith(draw: (document: PDFDocument) => unknown): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const mm = 72 / 25.4;
  document.addPage([100 * mm, 100 * mm]).setTrimBox(10 * mm, 10 * mm, 80 * mm, 80 * mm);
  await draw(document);
  return await document.save();
}

async function withImage(document: PDFDocument, width: number): Promise<void> {
  const data = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#BE3E35' } })
    .png()
    .toBuffer();
  document.getPage(0).drawImage(await document.embedPng(data), { x: 72, y: 72, width, height: width });
}

test.each<[string, (document: PDFDocument) => unknown, object[]]>([
  [
    'a line of 0.2 pt, and where it begins: 15 mm from the left and 20 mm from the top of the trim',
    (pdf) => {
      const [x, y] = [(25 / 25.4) * 72, (70 / 25.4) * 72];
      pdf.getPage(0).drawLine({ start: { x, y }, end: { x: 200, y }, thickness: 0.2, color: rgb(0, 0, 0) });
    },
    [
      {
        rule: 'press/thin-line',
        severity: 'warning',
        page: 0,
        x: 15,
        y: 20,
        message: 'A line is 0.20 pt wide; under 0.25 pt it may break up in print.',
        note: 'Draw it 0.25 pt wide or wider.',
      },
    ],
  ],
  [
    'a line of 0.25 pt is fine',
    (pdf) =>
      pdf.getPage(0).drawLine({ start: { x: 9, y: 9 }, end: { x: 99, y: 9 }, thickness: 0.25, color: rgb(0, 0, 0) }),
    [],
  ],
  [
    'a font that is not embedded, small text, and a black of four inks',
    async (pdf) => {
      const font = await pdf.embedFont(StandardFonts.Helvetica);
      pdf.getPage(0).drawText('a', { font, size: 5, color: rgb(0x2b / 255, 0x34 / 255, 0x40 / 255) });
    },
    [
      {
        rule: 'press/font-not-embedded',
        severity: 'error',
        message: 'The font Helvetica is not embedded; a printer would set the text in another one.',
      },
      {
        rule: 'press/small-text',
        severity: 'warning',
        message: 'Text of 5.0 pt is under 6 pt and may not be legible in print.',
      },
      {
        rule: 'press/rich-black',
        severity: 'warning',
        message: 'Text of 5.0 pt is a black of several inks (C 51 M 33 Y 16 K 78): under 12 pt its edges blur.',
      },
    ],
  ],
  [
    'an image of 144 pixels per inch',
    (pdf) => withImage(pdf, 150),
    [
      {
        rule: 'press/image-resolution',
        severity: 'error',
        message: 'An image has 144 pixels per inch at its printed size; at least 150 print well.',
      },
    ],
  ],
  [
    'an image of 216 pixels per inch',
    (pdf) => withImage(pdf, 100),
    [
      {
        severity: 'warning',
        message: 'An image has 216 pixels per inch at its printed size; 225 and more print well.',
      },
    ],
  ],
  ['an image of 225 pixels per inch is fine', (pdf) => withImage(pdf, 96), []],
  [
    'a CMYK color over the limit, which nobody may change',
    (pdf) => pdf.getPage(0).drawRectangle({ x: 9, y: 9, width: 9, height: 9, color: cmyk(1, 1, 1, 0.5) }),
    [
      {
        rule: 'press/ink-limit',
        severity: 'error',
        message: 'The color C 100 M 100 Y 100 K 50 needs 350 % ink; this printing takes 300 %.',
      },
    ],
  ],
])('%s', async (_, draw, found) => {
  const findings = await preflight(await pageWith(draw), options);
  const rounded = findings.map((one) => ({
    ...one,
    x: Math.round(one.x * 1e6) / 1e6,
    y: Math.round(one.y * 1e6) / 1e6,
  }));
  expect(rounded).toMatchObject(found);
  expect(rounded).toHaveLength(found.length);
});

test('a form that is placed smaller makes its lines thinner and its images finer', async () => {
  const inner = await pageWith(async (pdf) => {
    await withImage(pdf, 150);
    pdf.getPage(0).drawLine({ start: { x: 9, y: 9 }, end: { x: 99, y: 9 }, thickness: 0.4, color: rgb(1, 0, 0) });
  });
  const outer = await pageWith(async (pdf) => {
    const [form] = await pdf.embedPdf(inner);
    if (form) pdf.getPage(0).drawPage(form, { x: 0, y: 0, xScale: 0.5, yScale: 0.5 });
  });
  expect((await preflight(outer, options)).map(({ message }) => message)).toEqual([
    'A line is 0.20 pt wide; under 0.25 pt it may break up in print.',
  ]);
});

/** A page with a gradient. */
async function gradientIn(space: string, from: number[], to: number[]): Promise<Uint8Array> {
  return await pageWith((document) => {
    const { context } = document;
    const fade = context.obj({ FunctionType: 2, Domain: [0, 1], C0: from, C1: to, N: 1 });
    const shading = context.obj({ ShadingType: 2, ColorSpace: space, Coords: [0, 0, 9, 0], Function: fade });
    const pattern = context.register(context.obj({ Type: 'Pattern', PatternType: 2, Shading: shading }));
    const { node } = document.getPage(0);
    node.set(node.context.obj('Resources'), context.obj({ Pattern: { P: pattern } }));
    node.set(context.obj('Contents'), context.register(context.flateStream('/Pattern cs /P scn 0 0 9 9 re f')));
  });
}

const made = { profile, blacks, conformance: 'PDF/X-4', title: 'T', date: '2026-11-21' } as const;

test('a gradient is refused by name and place; one in inks stays', async () => {
  expect((await toPress(await gradientIn('DeviceRGB', [1, 0, 0], [0, 0, 1]), made)).findings).toMatchObject([
    {
      rule: 'press/unsupported',
      severity: 'error',
      message: 'This page holds a gradient, which prepdeck cannot convert for a press.',
    },
  ]);
  expect((await toPress(await gradientIn('DeviceCMYK', [1, 0, 0, 0], [0, 0, 1, 0]), made)).findings).toEqual([]);
});

test('an image that can’t be converted is refused by name and place; one beside it is not', async () => {
  const pdf = await pageWith((document) => {
    const { context } = document;
    const imageOf = (bits: number) =>
      context.register(
        context.flateStream(new Uint8Array((3 * bits) / 8), {
          ...{
            Type: 'XObject',
            Subtype: 'Image',
            Width: 1,
            Height: 1,
            BitsPerComponent: bits,
            ColorSpace: 'DeviceRGB',
          },
        }),
      );
    const { node } = document.getPage(0);
    node.set(context.obj('Resources'), context.obj({ XObject: { Fine: imageOf(8), Deep: imageOf(16) } }));
    const [x, y] = [(25 / 25.4) * 72, (70 / 25.4) * 72];
    const drawing = `q 9 0 0 9 90 90 cm /Fine Do Q q 0.1 0 0 0.1 ${x} ${y} cm /Deep Do Q`;
    node.set(context.obj('Contents'), context.register(context.flateStream(drawing)));
  });
  const { findings } = await toPress(pdf, made);
  expect(findings.filter(({ rule }) => rule === 'press/unsupported')).toMatchObject([
    {
      ...{ severity: 'error', page: 0, x: expect.closeTo(15, 1), y: expect.closeTo(20, 1) },
      message: 'This page holds an image that has not 8 bits a channel, which prepdeck cannot convert for a press.',
    },
  ]);
});
