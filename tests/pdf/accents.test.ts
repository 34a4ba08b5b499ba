import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { opened } from '../../src/font/open.ts';
import { shape } from '../../src/font/shape.ts';
import { alphabetOf, lettersOf } from '../../src/model/accents.ts';
import { drawRuns, lacking, widthIn } from '../../src/pdf/runs.ts';
import { slugFont } from '../../src/pdf/slug-font.ts';
import { notoSansJoined } from '../fixtures/fonts.ts';

const fonts = path.resolve(import.meta.dirname, '../../deck/fonts');
const fontOf = async (name: string, text: string) =>
  slugFont(new Uint8Array(await readFile(path.join(fonts, `${name}.ttf`))), text);
const TEXT = 'AtkinsonHyperlegibleNext-Regular';

/** Where each glyph of a text begins, in em. */
function placed(text: string, font: Awaited<ReturnType<typeof fontOf>>): string[] {
  const drawn = drawRuns(text, [font], ({ hex, along, up }) => `${hex} ${along.toFixed(3)} ${up.toFixed(3)}`);
  return drawn.split('\n');
}

describe('accents that are characters of their own', () => {
  test('are a part of their letters', () => {
    expect(lettersOf('ax\u0301\u0303 g')).toEqual(['a', 'x\u0301\u0303', ' ', 'g']);
    expect(alphabetOf('x\u0301xe\u0301x')).toBe('xx\u0301é');
  });

  test('a letter that is joined to the next is one with it, as the scripts of India write; one at the end of a word joins no other', () => {
    expect(lettersOf('हिन्दी की राष्ट्र')).toEqual(['हि', 'न्दी', ' ', 'की', ' ', 'रा', 'ष्ट्र']);
    expect(lettersOf('महत् दल')).toEqual(['म', 'ह', 'त्', ' ', 'द', 'ल']);
    expect(lettersOf('ක්\u200dර')).toEqual(['ක්\u200dර']);
    expect(new Set(lettersOf(alphabetOf('महत् दल')))).toEqual(new Set(lettersOf('महत् दल')));
    expect(new Set(lettersOf(alphabetOf('त्') + alphabetOf('द')))).toEqual(new Set(['त्', ' ', 'द']));
  });

  test('of Thai and Lao, vowels before and after a letter are of it', () => {
    expect(lettersOf('เริ่ม น้ำใจ ແ ຄຳ')).toEqual(['เริ่', 'ม', ' ', 'น้ำ', 'ใจ', ' ', 'ແ', ' ', 'ຄຳ']);
  });

  test('joined letters are set as HarfBuzz sets them, which fontkit does not', () => {
    const data = notoSansJoined('Bengali');
    const { stacked = {} } = slugFont(data, 'হবে তিনটি');
    const letters = Object.keys(stacked);
    expect(letters.sort()).toEqual(['টি', 'তি', 'বে'].sort());
    const [em, font] = [(units: number) => Math.round((units / 1000) * 1e6) / 1e3, opened(data)];
    const set = letters.map((letter) => {
      let from = 0;
      return shape(letter, data).map(({ advance, x, y }) => {
        from += advance;
        return [em(advance), em(from - advance + x), em(y)];
      });
    });
    expect(font.unitsPerEm).toBe(1000);
    expect(letters.map((one) => stacked[one]?.parts.map(({ advance, x, y }) => [advance, x, y]))).toEqual(set);
    const ofFontkit = letters.map((letter) => font.layout(letter).positions.map(({ xOffset }) => xOffset));
    expect(ofFontkit).not.toEqual(letters.map((letter) => shape(letter, data).map(({ x }) => x)));
  });

  test('stand over their letters, where the font puts them, and take no room of their own', async () => {
    const font = await fontOf(TEXT, 'axx\u0301');
    expect(widthIn('ax\u0301a', [font])).toBeCloseTo(widthIn('axa', [font]), 9);
    const glyph = (letter: string) => (font.glyphs[letter]?.id ?? 0).toString(16).padStart(4, '0');
    const [first, letter, accent, last] = placed('ax\u0301a', font);
    const [a = 0, x = 0] = ['a', 'x'].map((one) => widthIn(one, [font]));
    expect([first, letter, last]).toEqual([
      `${glyph('a')} 0.000 0.000`,
      `${glyph('x')} ${a.toFixed(3)} 0.000`,
      `${glyph('a')} ${(a + x).toFixed(3)} 0.000`,
    ]);
    // Its anchor is 0.311 em before the end of the letter; it is drawn as high as it is for small letters.
    expect(accent?.split(' ').slice(1)).toEqual([(a + x - 0.311).toFixed(3), '0.000']);
  });

  test('are lacking where the font does not say where they stand', async () => {
    expect(lacking('Ax\u0301', [await fontOf('Fraunces-SemiBold', 'Ax\u0301')])).toEqual(['x\u0301']);
    expect(lacking('Ax\u0301', [await fontOf(TEXT, 'Ax\u0301')])).toEqual([]);
  });
});
