import { expect, test } from 'vitest';
import { runsByFont } from '../../src/font/runs-by-font.ts';

const [latin, greek] = ['abcμ ', 'aαβγμ\u202f'];
const has = (font: string, character: number) => font.includes(String.fromCodePoint(character));
const runs = (text: string) =>
  runsByFont(text, [latin, greek], has).map(({ text: part, of }) => [part, of === latin ? 1 : 2]);

test('a word is set whole in the first font that has all of it', () => {
  expect(runs('ab μα c')).toEqual([
    ['ab ', 1],
    ['μα', 2],
    [' c', 1],
  ]);
});

test('a word that no font has whole is set letter by letter, and what none has is the first font’s', () => {
  expect(runs('bβ')).toEqual([
    ['b', 1],
    ['β', 2],
  ]);
  expect(runs('Ж')).toEqual([['Ж', 1]]);
  expect(runs('')).toEqual([]);
  expect(runs(' ζ ')).toEqual([[' ζ ', 1]]);
});

test('white space that the first font lacks is taken from the next, as letters are', () => {
  expect(runs('a\u202fb c\n')).toEqual([
    ['a', 1],
    ['\u202f', 2],
    ['b c\n', 1],
  ]);
});
