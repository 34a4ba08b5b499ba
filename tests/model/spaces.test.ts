import { expect, test } from 'vitest';
import { inOneLine, isSpace, SPACES, trimmed } from '../../src/model/spaces.ts';

const HELD = ['\u00a0', '\u202f', '\u2007'];

test('a line may end at plain spaces, not at those that hold words together', () => {
  expect(['a', ...HELD, undefined, ''].map(isSpace)).toEqual(Array(6).fill(false));
  expect([' ', '\n', '\t'].map(isSpace)).toEqual([true, true, true]);
  for (const held of HELD) {
    expect(`a${held}b c`.split(SPACES)).toEqual([`a${held}b`, 'c']);
    expect(trimmed(` ${held}a\n`)).toBe(`${held}a`);
    expect(inOneLine(` Vrai${held}?\n  Oui `)).toBe(`Vrai${held}? Oui`);
  }
});
