import { expect, test } from 'vitest';
import { checkGists } from '../../src/check/gists.ts';
import type { Deck } from '../../src/model/deck.ts';

/** How many gists say the same as one before them. */
function twice(...gists: string[]): number {
  const cards = gists.map((gist, at) => ({ id: `card-${at}`, gist, file: 'a.mdx', places: {} }));
  return checkGists({ cards } as unknown as Deck).length;
}

test('gists that differ in capitals and signs alone are one; those that differ in a vowel of Hindi, which is a mark, are two', () => {
  expect(twice('Ask first', 'ask, first!')).toBe(1);
  expect(twice('वह की', 'वह का')).toBe(0);
});
