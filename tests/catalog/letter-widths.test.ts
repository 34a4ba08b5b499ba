import { expect, test } from 'vitest';
import { widthsOf, widthsOnce } from '../../src/catalog/letter-widths.ts';
import { cacheInMemory } from '../fixtures/cache.ts';
import { liberation, sourceCode } from '../fixtures/fonts.ts';
import { sampleDeck } from './sample.ts';

const { theme } = sampleDeck();
const [display, regular, strong] = theme.fonts;
if (!display || !regular || !strong) throw new Error('the deck has no three fonts');

test('the widths of letters are measured once for the same fonts, wherever these lie', async () => {
  const cache = cacheInMemory();
  const widths = await widthsOnce(theme, cache);
  expect(widths).toEqual(widthsOf(theme));
  const fonts = theme.fonts.map((font) => ({ ...font, path: `/elsewhere/${font.family}.ttf` }));
  expect(await widthsOnce({ ...theme, fonts }, cache)).toEqual(widths);
  expect(cache.made).toBe(1);
  const others = [
    { ...theme, fonts: [display, { ...regular, data: display.data }, strong] },
    { ...theme, fonts: [display, { ...strong, weight: 400 }, strong] },
    { ...theme, fonts: [display, regular, { ...strong, weight: 400, italic: true }] },
    { ...theme, font: { ...theme.font, text: display.family } },
  ];
  for (const other of others) expect(await widthsOnce(other, cache)).toEqual(widthsOf(other));
  expect(cache.made).toBe(1 + others.length);
});

test('letters of other alphabets that the fonts have are measured, those of a font that stands in too', () => {
  expect(widthsOf(theme).letters).not.toContain('λ');
  const other = (data: Uint8Array) => ({ family: 'Other', weight: 400, italic: false, path: '/other.ttf', data });
  const fallbacks = [other(liberation('Regular')), other(sourceCode('ttf'))];
  const fonts = theme.fonts.map((font) => ({ ...font, fallbacks }));
  const { letters, regular } = widthsOf({ ...theme, fonts });
  for (const letter of 'λόγςЇґщșẁ\u202f') expect(letters).toContain(letter);
  expect(regular[[...letters].indexOf('λ')]).toBe(513);
});
