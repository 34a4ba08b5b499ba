import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { create, type Font } from 'fontkit';
import subsetFont from 'subset-font';
import { expect, test } from 'vitest';
import { damagedTable } from '../../../src/deck/assets/font-file.ts';
import { readFonts } from '../../../src/deck/assets/fonts.ts';
import { baselineOf, withBaseline } from '../../../src/deck/assets/high-baseline.ts';
import { openMemory } from '../../../src/read/memory.ts';
import { withDeck } from '../../fixtures/deck.ts';
import { liberation } from '../../fixtures/fonts.ts';

const opened = (data: Buffer) => create(data) as Font;
const raised = (data: Buffer) => withBaseline(data, baselineOf(opened(data)) ?? 1);

/** Liberation Sans with another ascender and descender, in font sizes. */
function standing(ascent: number, descent: number): Buffer {
  const data = Buffer.from(liberation('Regular'));
  const at = data.indexOf('hhea');
  const offset = data.readUInt32BE(at + 8);
  const { unitsPerEm } = opened(data);
  data.writeInt16BE(Math.round(ascent * unitsPerEm), offset + 4);
  data.writeInt16BE(Math.round(descent * unitsPerEm), offset + 6);
  return data;
}

test('letters of a font with a high ascender stay in lines of 1.2 of its size, and its own line is as high as before', () => {
  const data = standing(1.069, -0.293);
  const changed = raised(data);
  const { ascent, descent, unitsPerEm } = opened(changed);
  const depth = -opened(data).glyphForCodePoint(0x67).bbox.minY / unitsPerEm;
  expect(ascent / unitsPerEm + depth).toBeLessThan(1.226);
  expect(ascent / unitsPerEm).toBeGreaterThan(0.9);
  expect((ascent - descent) / unitsPerEm).toBeCloseTo(1.362, 3);
  expect(damagedTable(changed)).toBeUndefined();
  expect(opened(data).ascent / unitsPerEm).toBeCloseTo(1.069, 3);
});

test('where deep letters and accents on capitals do not both fit, letters do', () => {
  const boxes: Record<string, { minY: number; maxY: number }> = {
    g: { minY: -490, maxY: 500 },
    d: { minY: 0, maxY: 730 },
    É: { minY: 0, maxY: 790 },
  };
  const glyph = (code: number) => ({ bbox: boxes[String.fromCodePoint(code)] });
  const font = { unitsPerEm: 1000, hasGlyphForCodePoint: (code: number) => glyph(code).bbox !== undefined };
  expect(baselineOf({ ...font, glyphForCodePoint: glyph } as unknown as Font)).toBeCloseTo(0.735, 5);
});

test('a font whose letters stay in their lines is left as it is: so are those that prepdeck comes with', () => {
  const low = standing(0.9, -0.2);
  expect(raised(low)).toBe(low);
  const dir = path.resolve(import.meta.dirname, '../../../deck/fonts');
  const own = readdirSync(dir).filter((name) => name.endsWith('.ttf'));
  expect(own.length).toBeGreaterThan(3);
  for (const name of own) {
    const data = readFileSync(path.join(dir, name));
    expect(raised(data)).toBe(data);
  }
});

test('all files of a family stand at one height, also those without letters that tell', async () => {
  const cut = async (letters: string) => await subsetFont(standing(1.069, -0.293), letters, { targetFormat: 'sfnt' });
  const changes = { 'fonts/a-latin.ttf': await cut('abcgjÉ'), 'fonts/a-more.ttf': await cut('łŚ') };
  const fonts = await withDeck(changes, async (root) => {
    const folder = { dir: path.join(root, 'deck'), real: path.join(root, 'deck'), show: (one: string) => one };
    return await readFonts([folder], openMemory(), () => undefined);
  });
  const ascents = fonts.filter(({ name }) => name.startsWith('a-')).map(({ data }) => opened(data).ascent);
  expect(ascents).toHaveLength(2);
  expect(ascents[0]).toBe(ascents[1]);
});
