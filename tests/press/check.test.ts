import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHeader,
  PDFHexString,
  PDFName,
  PDFString,
  StandardFonts,
} from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { checkPress } from '../../src/press/check/check-pdf.ts';
import { toPress } from '../../src/press/press.ts';
import { INK, pdfOf, picture, plain, seeThrough } from './card.ts';
import { fogra39 } from './profiles.ts';

const card = await pdfOf([...plain, await picture('png')]);
const conformance = 'PDF/X-1a:2003';
const good = await toPress(card, { profile: fogra39, conformance, title: 'T', date: '2026-11-21', blacks: [INK] });

/** What the check finds wrong in the good file after a change. */
async function faults(change: (document: PDFDocument) => unknown, useObjectStreams = false) {
  const document = await PDFDocument.load(good.bytes, { updateMetadata: false });
  await change(document);
  const bytes = await document.save({ useObjectStreams, updateFieldAppearances: false });
  const rules = await checkPress(bytes, { conformance, inkLimit: 300 });
  return rules.flatMap(({ rule, ok, detail }) => (ok ? [] : [`${rule}: ${detail}`]));
}

const page = (document: PDFDocument) => document.getPage(0).node;
const name = (text: string) => PDFName.of(text);

describe('the self-check of a press PDF', () => {
  test('states what it verified', async () => {
    expect(await checkPress(good.bytes, { conformance, inkLimit: 300 })).toEqual([
      { rule: 'PDF version', ok: true, detail: '%PDF-1.4, wanted %PDF-1.4' },
      { rule: 'object streams', ok: true, detail: 'none' },
      { rule: 'file identifier', ok: true, detail: 'ID in the trailer' },
      {
        rule: 'nothing but print',
        ok: true,
        detail: 'no encryption, actions, forms, annotations, PostScript, halftones, transfer curves',
      },
      { rule: 'streams', ok: true, detail: '6 streams, 0 damaged, 0 outside the file, no LZW' },
      { rule: 'document information', ok: true, detail: 'PDF/X-1a:2003, Trapped False, title and dates' },
      { rule: 'XMP metadata', ok: true, detail: 'pdfx:GTS_PDFXVersion, title and dates as in the information' },
      {
        rule: 'output intent',
        ok: true,
        detail: '1 GTS_PDFX: FOGRA39, Offset on coated paper, ISO 12647-2:2004/Amd 1',
      },
      { rule: 'output profile', ok: true, detail: 'embedded: prtr, CMYK, ICC 2.2' },
      { rule: 'page boxes', ok: true, detail: '1 pages: trim 63.5 × 84.67 mm, bleed 69.14 × 90.31 mm' },
      { rule: 'fonts', ok: true, detail: '1 fonts, all embedded' },
      { rule: 'no RGB', ok: true, detail: '0 RGB operators, no RGB color spaces, 1 images' },
      { rule: 'ink of colors', ok: true, detail: 'at most 187 % of 300 %' },
      { rule: 'ink of images', ok: true, detail: expect.stringMatching(/^at most 1\d\d % of 300 %$/) },
      { rule: 'no transparency', ok: true, detail: 'none' },
    ]);
  });

  test('finds everything that an RGB PDF is not', async () => {
    const rgb = await pdfOf([...plain, await picture('png'), seeThrough]);
    const failed = (await checkPress(rgb, { conformance, inkLimit: 300 }))
      .filter(({ ok }) => !ok)
      .map(({ rule }) => rule);
    expect(failed).toEqual([
      'PDF version',
      'document information',
      'XMP metadata',
      'output intent',
      'output profile',
      'no RGB',
      'no transparency',
    ]);
  });

  test.each<[string, (document: PDFDocument) => unknown, string[]]>([
    ['no TrimBox', (pdf) => page(pdf).delete(name('TrimBox')), ['page boxes: page 1: has no TrimBox']],
    [
      'an ArtBox',
      (pdf) => pdf.getPage(0).setArtBox(10, 10, 100, 100),
      ['page boxes: page 1: has an ArtBox besides its TrimBox'],
    ],
    [
      'a trim wider than its bleed',
      (pdf) => pdf.getPage(0).setTrimBox(1, 10, 180, 240),
      ['page boxes: page 1: its TrimBox is not inside its BleedBox'],
    ],
    [
      'a bleed wider than its page',
      (pdf) => pdf.getPage(0).setBleedBox(-1, 2, 196, 256),
      ['page boxes: page 1: its BleedBox is not inside its MediaBox'],
    ],
    ['no ID', (pdf) => delete pdf.context.trailerInfo.ID, ['file identifier: no ID in the trailer']],
    [
      'another version',
      (pdf) => {
        pdf.context.header = PDFHeader.forVersion(1, 7);
      },
      ['PDF version: %PDF-1.7, wanted %PDF-1.4'],
    ],
    ['a link', (pdf) => page(pdf).set(name('Annots'), pdf.context.obj([])), ['nothing but print: Annots']],
    [
      'a font that is not embedded',
      async (pdf) => {
        const font = await pdf.embedFont(StandardFonts.Helvetica);
        const fonts = page(pdf).Resources()?.lookup(name('Font'), PDFDict);
        fonts?.set(name('F9'), font.ref);
      },
      ['fonts: not embedded: Helvetica'],
    ],
    [
      'RGB in its drawing',
      (pdf) => page(pdf).set(name('Contents'), pdf.context.register(pdf.context.flateStream('1 0 0 rg 0 0 9 9 re f'))),
      ['no RGB: 1 RGB operators, no RGB color spaces, 1 images'],
    ],
    [
      'more ink than allowed',
      (pdf) =>
        page(pdf).set(name('Contents'), pdf.context.register(pdf.context.flateStream('1 1 1 0.5 k 0 0 9 9 re f'))),
      ['ink of colors: at most 350 % of 300 %'],
    ],
    ...(['in its palette', 'in a palette of its own stream', 'in its pixels'] as const).map(
      (where): [string, (document: PDFDocument) => unknown, string[]] => [
        `more ink than allowed in an image, ${where}`,
        (pdf) => {
          const { context } = pdf;
          const bytes = Uint8Array.of(255, 255, 255, 128);
          const table =
            where === 'in its palette' ? PDFHexString.fromBytes(bytes) : context.register(context.flateStream(bytes));
          const space = where === 'in its pixels' ? 'DeviceCMYK' : context.obj(['Indexed', 'DeviceCMYK', 0, table]);
          const image = {
            Type: 'XObject',
            Subtype: 'Image',
            Width: 1,
            Height: 1,
            BitsPerComponent: 8,
            ColorSpace: space,
          };
          const made = context.flateStream(where === 'in its pixels' ? bytes : Uint8Array.of(0), image);
          page(pdf).Resources()?.lookup(name('XObject'), PDFDict).set(name('Im9'), context.register(made));
        },
        ['ink of images: at most 350 % of 300 %'],
      ],
    ),
    [
      'a profile of three colors in it',
      ({ context }) => context.register(context.flateStream('profile', { N: 3 })),
      ['no RGB: 0 RGB operators, no RGB color spaces, 1 images'],
    ],
    [
      'an image with a soft mask',
      ({ context }) =>
        context.register(context.obj({ Subtype: 'Image', SMask: context.register(context.flateStream('')) })),
      ['no transparency: an image with a soft mask'],
    ],
    [
      'PostScript',
      ({ context }) => context.register(context.obj({ Subtype: 'PS' })),
      ['nothing but print: PostScript'],
    ],
    [
      'a profile that is none',
      ({ context, catalog }) => {
        const intent = catalog.lookup(name('OutputIntents'), PDFArray).lookup(0, PDFDict);
        intent.set(name('DestOutputProfile'), context.register(context.flateStream('none', { N: 4 })));
      },
      ['output profile: not an ICC profile'],
    ],
    [
      'another title in its information',
      (pdf) => pdf.setTitle('U'),
      ['XMP metadata: differs from the information: >U<'],
    ],
    [
      'no output intent',
      (pdf) => pdf.catalog.delete(name('OutputIntents')),
      ['output intent: 0 GTS_PDFX: no identifier, no info', 'output profile: not embedded'],
    ],
    [
      'a transparency group',
      (pdf) => page(pdf).set(name('Group'), pdf.context.obj({ S: 'Transparency', CS: 'DeviceCMYK' })),
      ['no transparency: a transparency group'],
    ],
    [
      'no Trapped',
      (pdf) => {
        const info = pdf.context.lookup(pdf.context.trailerInfo.Info);
        if (info && 'set' in info && typeof info.set === 'function') info.set(name('Trapped'), PDFString.of('x'));
      },
      ['document information: PDF/X-1a:2003, Trapped , title and dates'],
    ],
  ])('finds %s', async (_, change, found) => {
    expect(await faults(change)).toEqual(found);
  });

  test('finds object streams, which X-1a does not know', async () => {
    expect(await faults(() => {}, true)).toContain('object streams: has object streams');
  });
});
