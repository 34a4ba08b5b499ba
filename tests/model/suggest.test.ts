import { expect, it } from 'vitest';
import { didYouMean, nearest } from '../../src/model/suggest.ts';

it.each([
  ['titel', ['title', 'tile'], 'title'],
  ['lnag', ['name', 'lang'], 'lang'],
  ['REC', ['wel', 'rec'], 'rec'],
  ['becouse-you-row', ['because-you-row', 'for-you-row'], 'because-you-row'],
  ['9', ['1', '2'], undefined],
  ['xyz', ['title'], undefined],
  ['anything', [], undefined],
])('%s of %j is %s', (word, allowed, expected) => {
  expect(nearest(word, allowed)).toBe(expected);
});

it('makes a sentence of it, or nothing', () => {
  expect(didYouMean('titel', ['title'])).toBe(' Did you mean "title"?');
  expect(didYouMean('x', ['title'])).toBe('');
});
