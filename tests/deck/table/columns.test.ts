import { expect, test } from 'vitest';
import { plain } from '../../../src/deck/table/columns.ts';

test('names of columns that differ in accents and signs alone are one; those that differ in a vowel of Hindi, which is a mark, are two', () => {
  expect(plain('How_it works')).toBe(plain('how it wörks'));
  expect(plain('काम')).not.toBe(plain('कम'));
});
