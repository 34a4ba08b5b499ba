import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { checkPress } from '../../src/press/check/check-pdf.ts';
import { readFacts, unpacked } from '../../src/press/check/facts.ts';
import { operations } from '../../src/press/operations.ts';
import { type PressOptions, toPress } from '../../src/press/press.ts';
import { getDocument } from '../fixtures/pdfjs.ts';
import { INK, pdfOf, picture, plain, RED, seeThrough } from './card.ts';
import { difference, labOf, measured } from './lab.ts';
import { fogra39, gracol } from './profiles.ts';

const options: PressOptions = {
  profile: fogra39,
  conformance: 'PDF/X-4',
  title: 'Cards & <co>',
  date: '2026-11-21',
  blacks: [INK],
};
const card = await pdfOf([...plain, await picture('png')]);
const pressed = {
  'PDF/X-4': await toPress(card, options),
  'PDF/X-1a:2003': await toPress(card, { ...options, conformance: 'PDF/X-1a:2003' }),
};

/** Every operator of a press PDF's drawing with its numbers, e.g. `0 0 0 1 k`. */
async function drawn(pdf: Uint8Array): Promise<string[]> {
  const { contents } = await readFacts(pdf);
  return contents.flatMap((bytes) =>
    [...operations(bytes)].map(({ operator, operands }) =>
      [...operands.filter((one) => typeof one === 'number'), operator].join(' '),
    ),
  );
}

describe.each(['PDF/X-4', 'PDF/X-1a:2003'] as const)('%s', (conformance) => {
  test('passes its own check, rule by rule', async () => {
    const { bytes, findings } = pressed[conformance];
    const rules = await checkPress(bytes, { conformance, inkLimit: 300 });
    expect(rules.filter(({ ok }) => !ok)).toEqual([]);
    expect(rules.length).toBe(conformance === 'PDF/X-4' ? 14 : 15);
    expect(findings).toEqual([]);
  });

  test('is opened by pdfjs with its words, title and version', async () => {
    const { bytes } = pressed[conformance];
    const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
    const page = await document.getPage(1);
    const { items } = await page.getTextContent();
    const { info, metadata } = await document.getMetadata();
    expect(items.map((item) => ('str' in item ? item.str : '')).join('')).toBe('Because you rowInk (black) text.');
    expect(info).toMatchObject({
      Title: 'Cards & <co>',
      PDFFormatVersion: conformance === 'PDF/X-4' ? '1.6' : '1.4',
      CreationDate: 'D:20261121000000Z',
      Custom: { GTS_PDFXVersion: conformance },
    });
    expect(metadata?.get('dc:title')).toBe('Cards & <co>');
    await document.destroy();
  });

  test('is the same, byte for byte, from one run to the next', async () => {
    const { bytes } = await toPress(card, { ...options, conformance });
    expect(Buffer.compare(bytes, pressed[conformance].bytes)).toBe(0);
  });
});

describe('the second opinion on colour', () => {
  // Offset on paper types 1 and 2: the solids of ISO 12647-2:2004/Amd 1, on white.
  test.each([
    ['paper', [0, 0, 0, 0], [95, 0, -2]],
    ['cyan', [1, 0, 0, 0], [55, -37, -50]],
    ['magenta', [0, 1, 0, 0], [48, 74, -3]],
    ['yellow', [0, 0, 1, 0], [89, -5, 93]],
    ['black', [0, 0, 0, 1], [16, 0, 0]],
  ] as const)('knows %s', (_, inks, lab) => {
    expect(difference(measured(fogra39.data, inks), [...lab])).toBeLessThan(3);
  });
});

describe('colours', () => {
  test('are those of the profiles’ notice', async () => {
    expect(await converted([200, 50, 40])).toEqual([0, 91, 79, 18]);
    expect(await converted([30, 90, 160])).toEqual([74, 40, 0, 39]);
  });

  test('are the profile’s own conversion, within ΔE 3 by its own table', async () => {
    for (const profile of [fogra39, gracol]) {
      const { report } = await toPress(card, { ...options, profile });
      expect(report.colours.map(({ rgb }) => rgb)).toEqual(['#23262b', '#be3e35', '#fbf6ea']);
      for (const { rgb, inks } of report.colours) {
        const own = (await throughTiff(rgb, profile.path)).map((one) => one / 255);
        const delta = difference(
          labOf(
            profile.data,
            inks.map((one) => one / 100),
          ),
          labOf(profile.data, own),
        );
        // A light ground is printed with fewer inks than the profile takes: grounds.test.ts.
        if (rgb !== '#fbf6ea') expect(delta).toBeLessThan(3);
      }
    }
  });

  test('of the ground: one ink of the four, no more than ΔE00 3 away; none where tinted stock stands for it', async () => {
    const { colours } = pressed['PDF/X-4'].report;
    expect(colours.find(({ rgb }) => rgb === '#fbf6ea')).toEqual({
      rgb: '#fbf6ea',
      inks: [0, 0, 8.2, 0],
      limited: false,
      ground: { asked: [1.6, 2.4, 8.6, 3.1], deltaE: expect.closeTo(1.9, 1) },
    });
    const { report, bytes } = await toPress(card, { ...options, bare: ['#FBF6EA'] });
    expect(report.colours.find(({ rgb }) => rgb === '#fbf6ea')).toEqual({
      rgb: '#fbf6ea',
      inks: [0, 0, 0, 0],
      limited: false,
    });
    expect(await drawn(bytes)).toContain('0 0 0 0 k');
  });

  test('are written into the drawing: the red title, the rich black band, no RGB', async () => {
    const { bytes } = pressed['PDF/X-4'];
    const all = await drawn(bytes);
    expect(all).toContain('0 0.8745 0.749 0.247 k');
    expect(all.filter((one) => / (rg|RG|sc|SC|scn|SCN)$/.test(one))).toEqual([]);
    expect(all.filter((one) => one.endsWith(' k')).length).toBe(4);
  });

  test('over the limit keep their black, lose cyan, magenta and yellow, and are reported', async () => {
    const { report, findings, bytes } = await toPress(card, { ...options, inkLimit: 150 });
    const [ink, red] = report.colours;
    expect(ink).toEqual({ rgb: '#23262b', inks: [27.1, 21.2, 13.7, 87.8], limited: true });
    expect(red?.limited).toBe(true);
    expect(findings.map(({ message }) => message)).toContain(
      'The color #be3e35 needs 187 % ink; this printing takes 150 %.',
    );
    expect((await checkPress(bytes, { conformance: 'PDF/X-4', inkLimit: 150 })).filter(({ ok }) => !ok)).toEqual([]);
  });

  test('of a printer’s rule may be stricter than the profile’s, not looser', async () => {
    const strict = await toPress(card, { ...options, profile: { ...fogra39, inkLimit: 150 }, inkLimit: 300 });
    expect(strict.report.colours[0]?.limited).toBe(true);
  });
});

describe('black', () => {
  test('text and hairlines are black ink alone and overprint; nothing else is', async () => {
    const { bytes } = pressed['PDF/X-4'];
    const all = (await drawn(bytes)).filter((one) => /( k| K|TJ|gs| S)$|^(f|S|TJ|gs)$/.test(one));
    // The states that react-pdf sets itself have lost their only key.
    const shown = all.filter((one, i) => one === 'TJ' && all[i - 1] === '0 0 0 1 k');
    expect(shown).toHaveLength(1);
    expect(all.filter((one) => one === '0 0 0 1 K')).toHaveLength(1);
    const ink = all.findIndex((one) => /^0\.4235 .* k$/.test(one));
    expect(all[ink + 1]).toBe('f');
  });
});

test('black is cut out where overprinting it would pass the ink limit', async () => {
  expect(pressed['PDF/X-4'].report.overprint).toBe(true);
  const { report, bytes } = await toPress(card, { ...options, conformance: 'PDF/X-1a:2003', inkLimit: 240 });
  // The red, 88 + 75 %, under 100 % of black makes 263 %.
  expect(report.overprint).toBe(false);
  expect(await drawn(bytes)).toContain('0 0 0 1 k');
  const overprints = (pdf: Uint8Array) => Buffer.from(pdf).includes('/OPM 1');
  expect(overprints(bytes)).toBe(false);
  expect(overprints(pressed['PDF/X-1a:2003'].bytes)).toBe(true);
});

describe('images', () => {
  test.each(['png', 'jpg', 'palette'] as const)('%s become CMYK', async (kind) => {
    const { bytes, report } = await toPress(await pdfOf([await picture(kind)]), options);
    expect(report.images).toBe(1);
    const document = await PDFDocument.load(bytes);
    const images = document.context.enumerateIndirectObjects().flatMap(([, object]) => {
      const image = object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image');
      return image ? [object] : [];
    });
    expect(images).toHaveLength(1);
    const space = String(images[0]?.dict.lookup(PDFName.of('ColorSpace')));
    expect(space).toContain('/DeviceCMYK');
    const pixel = [...((images[0] && unpacked(images[0])) ?? [])].slice(0, 4);
    // #3060a0 by the profile: 77 46 0 32 %.
    if (kind === 'png') expect(pixel.map((one) => Math.round(one / 2.55))).toEqual(await converted([48, 96, 160]));
  });

  test('with see-through parts are refused in X-1a alone', async () => {
    const pdf = await pdfOf([await picture('png', 0.5)]);
    expect((await toPress(pdf, options)).findings).toEqual([]);
    const { findings } = await toPress(pdf, { ...options, conformance: 'PDF/X-1a:2003' });
    expect(findings).toMatchObject([
      {
        rule: 'press/transparency',
        severity: 'error',
        page: 0,
        message: 'This page holds transparency (an image with see-through parts); PDF/X-1a allows none.',
      },
    ]);
  });
});

test('see-through text is refused in X-1a, and its check says so', async () => {
  const { bytes, findings } = await toPress(await pdfOf([...plain, seeThrough]), {
    ...options,
    conformance: 'PDF/X-1a:2003',
  });
  expect(findings.map(({ message }) => message)).toEqual([
    'This page holds transparency (opacity 0.5); PDF/X-1a allows none.',
  ]);
  const failed = (await checkPress(bytes, { conformance: 'PDF/X-1a:2003', inkLimit: 300 })).filter(({ ok }) => !ok);
  expect(failed).toEqual([{ rule: 'no transparency', ok: false, detail: 'opacity 0.5' }]);
});

test('the text that is red stays red for a press: most of its ink is magenta and yellow', async () => {
  const { report } = pressed['PDF/X-4'];
  const red = report.colours.find(({ rgb }) => rgb === RED.toLowerCase());
  expect(red?.inks).toEqual([0, 87.5, 74.9, 24.7]);
});

/** Another way through sharp: one pixel, as a TIFF that carries the profile, read at its `StripOffsets`. */
async function throughTiff(rgb: string, profile: string): Promise<number[]> {
  const image = sharp({ create: { width: 1, height: 1, channels: 3, background: rgb } });
  const tiff = await image.withIccProfile(profile).toColourspace('cmyk').tiff({ compression: 'none' }).toBuffer();
  const directory = tiff.readUInt32LE(4);
  const entries = Array.from({ length: tiff.readUInt16LE(directory) }, (_, i) => directory + 2 + 12 * i);
  const strip = entries.find((entry) => tiff.readUInt16LE(entry) === 273) ?? 0;
  const offset = tiff.readUInt32LE(strip + 8);
  return [...tiff.subarray(offset, offset + 4)];
}

async function converted(rgb: number[]): Promise<number[]> {
  const image = sharp(Uint8Array.from(rgb), { raw: { width: 1, height: 1, channels: 3 } });
  const inks = await image
    .withIccProfile(fogra39?.path ?? '')
    .toColourspace('cmyk')
    .raw()
    .toBuffer();
  return [...inks].map((one) => Math.round(one / 2.55));
}
