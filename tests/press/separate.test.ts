import { PDFDict, PDFDocument, PDFName, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { checkPress } from '../../src/press/check/check-pdf.ts';
import { readFacts } from '../../src/press/check/facts.ts';
import { toPress } from '../../src/press/press.ts';
import { fogra39 } from './profiles.ts';

// What other PDF writers than react-pdf do.

const options = { profile: fogra39, conformance: 'PDF/X-1a:2003', title: 'T', date: '2026-11-21', blacks: [] } as const;

/** A page of 100 × 100 pt with these resources and drawing, one stream each. */
async function pageOf(
  drawing: readonly string[],
  resources: (document: PDFDocument) => Record<string, Record<string, PDFObject>>,
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  const page = document.addPage([100, 100]);
  page.setTrimBox(10, 10, 80, 80);
  page.node.set(PDFName.of('Resources'), context.obj(resources(document)));
  const streams = drawing.map((one) => context.register(context.flateStream(one)));
  page.node.set(PDFName.of('Contents'), context.obj(streams));
  return await document.save();
}

/** The drawing of the press PDF as text, after its own check. */
async function pressed(pdf: Uint8Array): Promise<string[]> {
  const { bytes } = await toPress(pdf, options);
  expect(
    (await checkPress(bytes, { conformance: options.conformance, inkLimit: 300 })).filter(({ ok }) => !ok),
  ).toEqual([]);
  const { contents } = await readFacts(bytes);
  return contents.map((one) => new TextDecoder().decode(one).replace(/\s+/g, ' ').trim());
}

test('a drawing cut into streams is one; colours through an RGB profile are RGB', async () => {
  const pdf = await pageOf(['/Srgb cs 1 0 0', 'scn 0 0 9', '9 re f'], ({ context }) => {
    const profile = context.register(context.flateStream(new Uint8Array(8), { N: 3 }));
    return { ColorSpace: { Srgb: context.obj(['ICCBased', profile]) } };
  });
  expect(await pressed(pdf)).toEqual(['0 0.9529 0.8196 0.0549 k 0 0 9 9 re f']);
});

test('spot colours that are described in CMYK stay', async () => {
  const pdf = await pageOf(['/Cut CS 1 SCN 0.5 w 0 0 9 9 re S'], ({ context }) => {
    const tint = { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [0, 1, 0, 0], N: 1 };
    return { ColorSpace: { Cut: context.obj(['Separation', 'CutContour', 'DeviceCMYK', context.obj(tint)]) } };
  });
  expect(await pressed(pdf)).toEqual(['0.5 w /Cut CS 1 SCN 0 0 9 9 re S']);
});

test('a tiling pattern is separated as a drawing of its own', async () => {
  const pdf = await pageOf(['/Pattern cs /Weave scn 0 0 99 99 re f'], ({ context }) => {
    const entries = {
      Type: 'Pattern',
      PatternType: 1,
      PaintType: 1,
      TilingType: 1,
      BBox: [0, 0, 9, 9],
      XStep: 9,
      YStep: 9,
    };
    const weave = context.flateStream('0 0 1 rg 0 0 4 4 re f', { ...entries, Resources: {} });
    return { Pattern: { Weave: context.register(weave) } };
  });
  expect(await pressed(pdf)).toEqual([
    '/Pattern cs /Weave scn 0 0 99 99 re f',
    expect.stringMatching(/^[\d.]+ [\d.]+ [\d.]+ [\d.]+ k 0 0 4 4 re f$/),
  ]);
});

test('links, scripts, tags and what nothing refers to are gone', async () => {
  const pdf = await pageOf(['1 g 0 0 9 9 re f'], () => ({}));
  const document = await PDFDocument.load(pdf);
  const { context, catalog } = document;
  catalog.set(PDFName.of('OpenAction'), context.obj({ S: 'JavaScript' }));
  document.getPage(0).node.set(PDFName.of('Annots'), context.obj([context.obj({ Subtype: 'Link', A: { S: 'URI' } })]));
  document.getPage(0).node.set(PDFName.of('Group'), context.obj({ S: 'Transparency', CS: 'DeviceRGB' }));
  context.register(context.flateStream('unused', { Marker: 'Unused' }));
  const { bytes } = await toPress(await document.save(), options);
  expect(
    (await checkPress(bytes, { conformance: options.conformance, inkLimit: 300 })).filter(({ ok }) => !ok),
  ).toEqual([]);
  const after = await PDFDocument.load(bytes);
  const objects = after.context.enumerateIndirectObjects().map(([, object]) => object);
  const dicts = objects.map((object) => (object instanceof PDFRawStream ? object.dict : object));
  expect(dicts.some((dict) => dict instanceof PDFDict && dict.has(PDFName.of('Marker')))).toBe(false);
});
