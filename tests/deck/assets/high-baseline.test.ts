import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { create, type Font } from 'fontkit';
import { expect, test } from 'vitest';
import { damagedTable } from '../../../src/deck/assets/font-file.ts';
import { withHighBaseline } from '../../../src/deck/assets/high-baseline.ts';
import { liberation } from '../../fixtures/fonts.ts';

const opened = (data: Buffer) => create(data) as Font;

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
  const changed = withHighBaseline(data, opened(data));
  const { ascent, descent, unitsPerEm } = opened(changed);
  const depth = -opened(data).glyphForCodePoint(0x67).bbox.minY / unitsPerEm;
  expect(ascent / unitsPerEm + depth).toBeLessThan(1.226);
  expect(ascent / unitsPerEm).toBeGreaterThan(0.9);
  expect((ascent - descent) / unitsPerEm).toBeCloseTo(1.362, 3);
  expect(damagedTable(changed)).toBeUndefined();
  expect(opened(data).ascent / unitsPerEm).toBeCloseTo(1.069, 3);
});

test('a font whose letters stay in their lines is left as it is: so are those that prepdeck comes with', () => {
  const low = standing(0.9, -0.2);
  expect(withHighBaseline(low, opened(low))).toBe(low);
  const dir = path.resolve(import.meta.dirname, '../../../deck/fonts');
  const own = readdirSync(dir).filter((name) => name.endsWith('.ttf'));
  expect(own.length).toBeGreaterThan(3);
  for (const name of own) {
    const data = readFileSync(path.join(dir, name));
    expect(withHighBaseline(data, opened(data))).toBe(data);
  }
});
