import { PDFContext, type PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { fontInfoOf, resourcesOf, spaceOf, stateOf } from '../../src/press/resources.ts';

const context = PDFContext.create();
const obj = (given: unknown): PDFObject => context.obj(given as never);
const dict = (given: object) => obj(given) as PDFDict;
const profile = (components: number) => context.register(context.stream('', { N: components }));
const unsupported = (what: string) => ({ kind: 'unsupported', what });

test.each<[string, PDFObject, object]>([
  ['RGB', PDFName.of('DeviceRGB'), { kind: 'rgb' }],
  ['calibrated RGB', obj(['CalRGB', {}]), { kind: 'rgb' }],
  ['gray', PDFName.of('DeviceGray'), { kind: 'gray' }],
  ['calibrated gray', obj(['CalGray', {}]), { kind: 'gray' }],
  ['inks', PDFName.of('DeviceCMYK'), { kind: 'cmyk' }],
  ['a pattern', PDFName.of('Pattern'), { kind: 'pattern' }],
  ['a profile of three colors', obj(['ICCBased', profile(3)]), { kind: 'rgb' }],
  ['a profile of one', obj(['ICCBased', profile(1)]), { kind: 'gray' }],
  ['a profile of four', obj(['ICCBased', profile(4)]), { kind: 'cmyk' }],
  ['a spot color in inks', obj(['Separation', 'Gold', 'DeviceCMYK', {}]), { kind: 'spot' }],
  ['two of them in gray', obj(['DeviceN', ['Gold', 'Red'], 'DeviceGray', {}]), { kind: 'spot' }],
  [
    'a spot color in RGB',
    obj(['Separation', 'Gold', 'DeviceRGB', {}]),
    unsupported('a spot color that is not described in CMYK'),
  ],
  ['Lab', obj(['Lab', {}]), unsupported('the color space Lab')],
  ['a name of nothing', PDFName.of('CS1'), unsupported('the color space CS1')],
  ['what is no name', obj(4), unsupported('a broken color space')],
])('a color space: %s', (_, given, space) => {
  expect(spaceOf(given)).toEqual(space);
});

describe('a state of graphics', () => {
  test.each([
    [{}, { transparency: '', softMask: false }],
    [
      { LW: 2.5, ca: 1, CA: 1, SMask: 'None', BM: 'Normal' },
      { transparency: '', softMask: false, lineWidth: 2.5 },
    ],
    [{ BM: 'Compatible' }, { transparency: '', softMask: false }],
    [{ ca: 0.5 }, { transparency: 'opacity 0.5', softMask: false }],
    [{ CA: 0 }, { transparency: 'opacity 0', softMask: false }],
    [{ SMask: { S: 'Alpha' } }, { transparency: 'a soft mask', softMask: true }],
    [
      { BM: 'Multiply', ca: 0.2 },
      { transparency: 'opacity 0.2, a blend mode', softMask: false },
    ],
  ])('%j', (given, state) => {
    expect(stateOf(dict(given))).toEqual(state);
  });

  test('that is not there changes nothing', () => {
    expect(stateOf(undefined)).toEqual({ transparency: '', softMask: false });
  });
});

test('a font, and whether it is in the file', () => {
  const file = context.register(context.stream('font'));
  const inside = { FontDescriptor: { FontFile2: file } };
  const plain = dict({ BaseFont: 'A', Subtype: 'TrueType', ...inside });
  expect(fontInfoOf(plain)).toEqual({ name: 'A', type: 'TrueType', embedded: true });
  const composite = dict({ BaseFont: 'B', Subtype: 'Type0', DescendantFonts: [inside] });
  expect(fontInfoOf(composite)).toEqual({ name: 'B', type: 'Type0', embedded: true });
  const outside = dict({ BaseFont: 'C', Subtype: 'Type1', FontDescriptor: {} });
  expect(fontInfoOf(outside)).toEqual({ name: 'C', type: 'Type1', embedded: false });
  expect(fontInfoOf(undefined)).toEqual({ name: '', type: '', embedded: false });
});

test('what is named is found by its number; what is written in place, or is of another kind, is none', () => {
  const [form, pattern] = [context.register(context.stream('form')), context.register(dict({ PatternType: 2 }))];
  const tile = context.register(context.stream('tile', { PatternType: 1 }));
  const found = resourcesOf(
    dict({
      XObject: { Fm: form, No: pattern, In: {} },
      Pattern: { Sh: pattern, Ti: tile, In: {}, No: context.register(obj(4)) },
    }),
  );
  expect(found.object('Fm')?.ref).toBe(form);
  expect(['No', 'In', 'Xx'].map((name) => found.object(name))).toEqual([undefined, undefined, undefined]);
  expect(found.pattern('Sh')).toMatchObject({ ref: pattern });
  expect(found.pattern('Sh')).not.toHaveProperty('stream');
  expect(found.pattern('Ti')).toMatchObject({ ref: tile, stream: expect.anything() });
  expect(['No', 'In', 'Xx'].map((name) => found.pattern(name))).toEqual([undefined, undefined, undefined]);
  expect(found.space('CS1')).toEqual(unsupported('the color space CS1'));
});
