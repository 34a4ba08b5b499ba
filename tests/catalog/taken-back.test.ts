import { expect, test } from 'vitest';
import { takenBack } from '../../src/catalog/client/taken-back.ts';

const back = (now: string[], before: string[], after: string[]) =>
  takenBack(now, { before, after }, (one) => one.split('~')[0] ?? '').join(' ');

test('a list that is as the change left it is as it was before, in its order', () => {
  expect(back(['a', 'c'], ['a', 'b', 'c'], ['a', 'c'])).toBe('a b c');
  expect(back(['b', 'a'], ['a', 'b'], ['b', 'a'])).toBe('a b');
});

test('what another tab has changed since stays; what the change touched goes back', () => {
  expect(back(['a', 'c', 'd'], ['a', 'b', 'c'], ['a', 'c'])).toBe('a c d b');
  expect(back(['a', 'b', 'd'], ['a'], ['a', 'b'])).toBe('a d');
  expect(back(['a~2', 'd'], ['a'], ['a~2'])).toBe('d a');
  expect(back(['b', 'a', 'd'], ['a', 'b'], ['b', 'a'])).toBe('b a d');
});
