import { expect, test } from 'vitest';
import { widthsOf, widthsOnce } from '../../src/catalog/letter-widths.ts';
import { cacheInMemory } from '../fixtures/cache.ts';
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
