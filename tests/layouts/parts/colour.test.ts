import { expect, test } from 'vitest';
import { mix } from '../../../layouts/parts/colour.ts';

test('a mixed colour lies between its two, channel by channel', () => {
  expect(mix('#000000', '#ffffff', 0)).toBe('#000000');
  expect(mix('#000000', '#ffffff', 1)).toBe('#ffffff');
  expect(mix('#2f6b3a', '#fbf6ea', 0.5)).toBe('#95b192');
});
