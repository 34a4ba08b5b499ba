import { PDFContext, type PDFDict } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { readDrawing } from '../../src/press/drawing.ts';
import type { Inks } from '../../src/press/inks.ts';
import { resourcesOf } from '../../src/press/resources.ts';
import { blackTest } from '../../src/press/separate.ts';
import { rewritten } from '../../src/press/write.ts';

const INK = '0.13725490196078433 0.14901960784313725 0.16862745098039217';
const converted = new Map<string, Inks>([
  ['#23262b', [102, 76, 51, 224]],
  ['#ff0000', [0, 255, 255, 0]],
]);
const isBlack = blackTest(['#23262B']);

function rewrite(source: string, page = true): string {
  const bytes = new TextEncoder().encode(source);
  const drawing = readDrawing(bytes, resourcesOf(undefined), page, isBlack);
  return new TextDecoder()
    .decode(rewritten(bytes, drawing, { converted, overprint: true }))
    .replace(/\s+/g, ' ')
    .trim();
}

function marks(source: string, resources?: object) {
  const dict = resources && (PDFContext.create().obj(resources as never) as unknown as PDFDict);
  return readDrawing(new TextEncoder().encode(source), resourcesOf(dict), true, isBlack).marks;
}

describe('colours', () => {
  test('are set in inks, before the path they paint', () => {
    expect(rewrite('1 0 0 rg 0 0 9 9 re f')).toBe('0 1 1 0 k 0 0 9 9 re f');
    // react-pdf sets a border's colour inside its path, which PDF forbids.
    expect(rewrite('0 0 m 9 9 l /DeviceRGB CS 1 0 0 SCN 3 w S')).toBe('0 1 1 0 K 0 0 m 9 9 l 3 w S');
  });

  test('are set once, and anew after Q', () => {
    expect(rewrite('1 0 0 rg q 0 0 1 1 re f 1 1 1 1 re f Q 2 2 1 1 re f')).toBe(
      'q 0 1 1 0 k 0 0 1 1 re f 1 1 1 1 re f Q 0 1 1 0 k 2 2 1 1 re f',
    );
  });

  test('which nothing is painted with are left out; gray, CMYK and clips stay as they are', () => {
    expect(rewrite('1 0 0 rg 0 0 9 9 re W n')).toBe('0 0 9 9 re W n');
    expect(rewrite('0.5 g 0 0 9 9 re f 0 0 0 0.25 K 0 0 m 9 9 l S')).toBe(
      '0.5 g 0 0 9 9 re f 0 0 0 0.25 K 0 0 m 9 9 l S',
    );
  });

  test('start black in every space, as PDF says (ISO 32000-1, 8.6.8)', () => {
    expect(rewrite('/DeviceCMYK cs 0 0 9 9 re f')).toBe('0 0 0 1 k 0 0 9 9 re f');
    expect(rewrite('/DeviceCMYK CS 3 w 0 0 m 9 9 l S')).toBe('3 w 0 0 0 1 K 0 0 m 9 9 l S');
    const black = { space: 'gray', level: 0 };
    expect(marks('0 0 9 9 re f 3 w 0 0 m 9 9 l S')).toMatchObject([{ paint: black }, { paint: black }]);
  });

  test('of a form that paints with those of its page stay untouched', () => {
    expect(rewrite('0 0 9 9 re f', false)).toBe('0 0 9 9 re f');
  });
});

describe('black', () => {
  const text = 'BT /F 8 Tf (a) Tj ET';

  test('text is black ink alone and overprints; the same black as an area is rich and does not', () => {
    expect(rewrite(`${INK} rg ${text} 0 0 9 9 re f`)).toBe(
      'BT /F 8 Tf /PressOverprint gs 0 0 0 1 k (a) Tj ET /PressKnockout gs 0.4 0.298 0.2 0.8784 k 0 0 9 9 re f',
    );
  });

  test('text is black ink alone also where the ink limit leaves no room to overprint', () => {
    const bytes = new TextEncoder().encode(`${INK} rg ${text}`);
    const drawing = readDrawing(bytes, resourcesOf(undefined), true, isBlack);
    const got = new TextDecoder().decode(rewritten(bytes, drawing, { converted, overprint: false }));
    expect(got.replace(/\s+/g, ' ').trim()).toBe('BT /F 8 Tf 0 0 0 1 k (a) Tj ET');
  });

  test('is the colour a page starts with, too', () => {
    expect(rewrite(text)).toBe('BT /F 8 Tf /PressOverprint gs 0 0 0 1 k (a) Tj ET');
  });

  test('hairlines are black ink alone up to 0.5 pt as drawn, wider ones rich', () => {
    const black = '/PressOverprint gs 0 0 0 1 K 0 0 m 9 9 l S';
    expect(rewrite(`${INK} RG 0.5 w 0 0 m 9 9 l S`)).toBe(`0.5 w ${black}`);
    expect(rewrite(`0.2 0 0 0.2 0 0 cm ${INK} RG 2 w 0 0 m 9 9 l S`)).toBe(`0.2 0 0 0.2 0 0 cm 2 w ${black}`);
    expect(rewrite(`${INK} RG 0.6 w 0 0 m 9 9 l S`)).toBe('0.6 w 0.4 0.298 0.2 0.8784 K 0 0 m 9 9 l S');
  });

  test('a black outline of a red area does not overprint: the red would mix with what is under it', () => {
    expect(rewrite(`1 0 0 rg 0 G 0.25 w 0 0 9 9 re B`)).toBe('0.25 w 0 1 1 0 k 0 0 0 1 K 0 0 9 9 re B');
  });
});

describe('marks', () => {
  test('say the size of text and the width of lines as they lie on the page', () => {
    expect(marks(`1 0 0 rg 2 0 0 2 10 20 cm BT /F 4 Tf 1 0 0 -1 3 4 Tm (a) Tj ET`)).toEqual([
      { kind: 'font', what: '', x: 10, y: 20 },
      { kind: 'text', size: 8, paint: { space: 'rgb', hex: '#ff0000' }, black: false, x: 16, y: 28 },
    ]);
  });

  test('know that react-pdf draws a border twice as wide and clips half of it away', () => {
    const clip = '0 0 9 9 re W n ';
    expect(marks(`q ${clip.repeat(3)} 0 0 m 9 0 l 1 w S Q`)).toMatchObject([{ kind: 'line', width: 0.5, black: true }]);
    expect(marks(`q ${clip} q 0 0 m 9 0 l 1 w S Q Q`)).toMatchObject([{ kind: 'line', width: 1, black: false }]);
  });

  test('name what cannot be converted', () => {
    expect(marks('/Sh1 sh')).toMatchObject([{ kind: 'unsupported', what: 'a gradient' }]);
    expect(marks('/Lab cs 50 0 0 scn 0 0 9 9 re f')).toMatchObject([
      { kind: 'unsupported', what: 'the color space Lab' },
      { kind: 'area' },
    ]);
    expect(marks('/G gs', { ExtGState: { G: { SMask: { S: 'Alpha' } } } })).toMatchObject([
      { kind: 'unsupported', what: 'a soft mask' },
    ]);
    expect(marks('/G gs', { ExtGState: { G: { ca: 0.5 } } })).toMatchObject([
      { kind: 'transparency', what: 'opacity 0.5' },
    ]);
    expect(marks('BT /F 4 Tf ET', { Font: { F: { Subtype: 'Type3' } } })).toMatchObject([
      { kind: 'unsupported', what: 'a font whose glyphs are drawings (Type 3)' },
    ]);
  });

  test('know the width of lines from a state of graphics, and text by how it is painted', () => {
    expect(marks('/G gs 0 0 m 9 0 l S', { ExtGState: { G: { LW: 0.3 } } })).toMatchObject([
      { kind: 'line', width: 0.3, black: true },
    ]);
    const paints = (mode: number) =>
      marks(`1 0 0 rg 0 1 0 RG BT /F 4 Tf ${mode} Tr (a) Tj ET`, { Font: { F: { Subtype: 'TrueType' } } })
        .slice(1)
        .map((one) => ('paint' in one ? one.paint : undefined));
    const [red, green] = ['#ff0000', '#00ff00'].map((hex) => ({ space: 'rgb', hex }));
    expect([0, 1, 2, 3, 4, 7].map(paints)).toEqual([[red], [green], [red], [], [red], []]);
  });

  test('of text that only clips, or is not seen, set no ink', () => {
    expect(rewrite('1 0 0 rg BT /F 4 Tf 3 Tr (a) Tj ET')).toBe('BT /F 4 Tf 3 Tr (a) Tj ET');
    expect(rewrite('1 0 0 RG BT /F 4 Tf 1 Tr (a) Tj ET')).toBe('BT /F 4 Tf 1 Tr 0 1 1 0 K (a) Tj ET');
  });
});
