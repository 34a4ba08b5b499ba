import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as fontkit from 'fontkit';
import { expect, test } from 'vitest';
import { damagedTable, drawAll, familyNamed } from '../../../src/deck/assets/font-file.ts';

const data = readFileSync(path.resolve(import.meta.dirname, '../../../deck/fonts/Fraunces-SemiBold.ttf'));

/** Where a table stands. */
function tableAt(tag: string): { offset: number; length: number } {
  for (let at = 12; ; at += 16) {
    if (data.toString('latin1', at, at + 4) !== tag) continue;
    return { offset: data.readUInt32BE(at + 8), length: data.readUInt32BE(at + 12) };
  }
}

test.each([
  ['Commissioner Thin', 400, 'Commissioner'],
  ['Noto Sans ExtraLight', 700, 'Noto Sans'],
  ['Roboto Light', 300, 'Roboto Light'],
  ['Arial Black', 900, 'Arial Black'],
  ['Thin', 400, 'Thin'],
])('a family that is called %s, of %i, is %s', (name, weight, family) =>
  expect(familyNamed(name, weight)).toBe(family),
);

test('a font that is whole', () => {
  expect(damagedTable(data)).toBeUndefined();
});

test('a font whose outlines are damaged is found in its own file, not on every card', () => {
  const { offset, length } = tableAt('glyf');
  const broken = Buffer.from(data).fill(0xff, offset, offset + length);
  expect(damagedTable(broken)).toBe('glyf');
  const font = fontkit.create(broken);
  expect(() => 'characterSet' in font && drawAll(font)).toThrow();
});

test('a font that is cut off', () => {
  expect(damagedTable(data.subarray(0, data.length - 1000))).toMatch(/^\w{4}$/u);
  expect(damagedTable(data.subarray(0, 20))).toBe('directory');
});
