import { expect, test } from 'vitest';
import { turningAxis } from '../../src/model/rect.ts';

// The edge about which paper turns, as it lies before you.
test.each([
  ['portrait', { width: 210, height: 297 }, 'vertical', 'horizontal'],
  ['landscape', { width: 297, height: 210 }, 'horizontal', 'vertical'],
  ['square', { width: 200, height: 200 }, 'vertical', 'horizontal'],
] as const)('%s paper turns on its long and its short edge', (_, paper, long, short) => {
  expect([turningAxis(paper, 'long'), turningAxis(paper, 'short')]).toEqual([long, short]);
});
