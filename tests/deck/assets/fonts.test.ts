import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as fontkit from 'fontkit';
import { expect, test } from 'vitest';
import { damagedTable, drawAll, familyNamed, readFont } from '../../../src/deck/assets/font-file.ts';

const data = readFileSync(path.resolve(import.meta.dirname, '../../../deck/fonts/Fraunces-SemiBold.ttf'));

/** Where a table stands. */
function tableAt(tag: string): { offset: number; length: number } {
  for (let at = 12; ; at += 16) {
    if (data.toString('latin1', at, at + 4) !== tag) continue;
    return { offset: data.readUInt32BE(at + 8), length: data.readUInt32BE(at + 12) };
  }
}

/** Where a name stands, by its number: 16 is the family as browsers have it, without the weight. */
function nameAt(id: number): number {
  const { offset } = tableAt('name');
  for (let at = offset + 6; ; at += 12) {
    if (data.readUInt16BE(at + 6) === id) return offset + data.readUInt16BE(offset + 4) + data.readUInt16BE(at + 10);
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

test('a static font of the web says its variable font’s lightest weight in the name that browsers go by, too', async () => {
  const font = Buffer.from(data);
  const at = nameAt(16);
  Buffer.from('Sor Thin', 'utf16le').swap16().copy(font, at);
  const read = await readFont({ path: 'sor.ttf', shown: 'sor.ttf' }, font, () => undefined);
  expect([read?.family, read?.weight]).toEqual(['Sor', 600]);
});

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

test.each([
  ['COLR', 'draws letters in colors (COLR)'],
  ['sbix', 'has pictures in place of letters (sbix)'],
  ['CFF2', 'is a variable font of the kind CFF2'],
  ['EBDT', 'has no outlines of letters'],
])('a font with %s, which no renderer here can draw, is told in its own file, not on every card', async (tag, what) => {
  const font = Buffer.from(data);
  const taken = tag === 'EBDT' ? 'glyf' : 'GSUB';
  font.write(tag, font.indexOf(taken, 12, 'latin1'), 'latin1');
  const said: string[] = [];
  expect(await readFont({ path: 'a.ttf', shown: 'a.ttf' }, font, ({ reason }) => said.push(reason))).toBeUndefined();
  expect(said).toEqual([expect.stringContaining(what)]);
});

test.each(['OS/2', 'hhea', 'hmtx', 'name', 'post'])(
  'a font without its table %s is told in its own file',
  async (tag) => {
    const font = Buffer.from(data);
    font.write('none', font.indexOf(tag, 12, 'latin1'), 'latin1');
    const said: string[] = [];
    expect(await readFont({ path: 'a.ttf', shown: 'a.ttf' }, font, ({ reason }) => said.push(reason))).toBeUndefined();
    expect(said).toEqual([`This font lacks the table "${tag}": it is damaged, or was cut down too far.`]);
  },
);

test('a font that says no family is told in its own file', async () => {
  const font = Buffer.from(data);
  const { offset } = tableAt('name');
  for (let at = offset + 6; at < offset + font.readUInt16BE(offset + 4); at += 12) font.writeUInt16BE(300, at + 6);
  const said: string[] = [];
  expect(await readFont({ path: 'a.ttf', shown: 'a.ttf' }, font, ({ reason }) => said.push(reason))).toBeUndefined();
  expect(said.at(-1)).toBe('This font says no name of its family.');
});
