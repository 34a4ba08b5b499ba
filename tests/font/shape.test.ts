import { describe, expect, test } from 'vitest';
import { opened } from '../../src/font/open.ts';
import { shape } from '../../src/font/shape.ts';
import { fontOf } from '../../src/font/type.ts';
import { liberation, sourceCode } from '../fixtures/fonts.ts';
import { theme } from '../fixtures/theme.ts';

const { data } = fontOf({ theme });
const sans = liberation('Regular');
const advances = (text: string, font: Uint8Array, script?: string) =>
  shape(text, font, script).map(({ advance }) => advance);

describe('letters as a font sets them', () => {
  test('have the places of their characters, and are kerned as fontkit kerns them', () => {
    const font = opened(sans);
    const { positions } = font.layout('AV To', { liga: false, clig: false });
    expect(advances('AV To', sans)).toEqual(positions.map(({ xAdvance }) => xAdvance));
    expect(shape('AV To', sans).map(({ glyph, at }) => [glyph, at])).toEqual(
      [...'AV To'].map((letter, at) => [font.glyphForCodePoint(letter.codePointAt(0) ?? 0).id, at]),
    );
  });

  test('are those of each character: no ligature stands for two', () => {
    expect(shape('find fluffy', data)).toHaveLength(11);
  });

  test('are kerned by the rules of an alphabet that is named, else by that of the text', () => {
    const apart = ['A', 'V'].flatMap((letter) => advances(letter, sans));
    expect(advances('AV', sans, 'Latn')).toEqual(advances('AV', sans));
    expect(advances('AV', sans)).not.toEqual(apart);
    expect(advances('AV', sans, 'Arab')).not.toEqual(advances('AV', sans));
  });

  test('say where one is moved from its place on the line: an accent, be it only to the side', () => {
    const moved = (text: string, font: Uint8Array) => shape(text, font).map(({ x, y }) => x !== 0 || y !== 0);
    expect(moved('AVé', data)).toEqual([false, false, false]);
    expect(moved('q\u0301', data)).toEqual([false, true]);
    expect(moved('B\u0300', sourceCode('ttf'))).toEqual([false, true]);
  });
});

test('a file with several fonts is none: it was refused when the deck was loaded', () => {
  const header = Buffer.alloc(16);
  header.write('ttcf');
  header.writeUInt32BE(0x10000, 4);
  header.writeUInt32BE(1, 8);
  header.writeUInt32BE(16, 12);
  expect(() => opened(Buffer.concat([header, sans]))).toThrow('a file with several fonts');
});
