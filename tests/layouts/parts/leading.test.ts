import { expect, test } from 'vitest';
import { leadingIn } from '../../../layouts/parts/leading.ts';

test.each([
  ['en-US', 1.2, 1.2],
  ['th', 1.2, 1.3],
  ['th-TH', 1.08, 1.3],
  ['km', 1.6, 1.6],
  ['constructor', 1.2, 1.2],
  [undefined, 1.2, 1.2],
])('lines in %s that would be %d type sizes high are %d', (lang, given, least) =>
  expect(leadingIn({ lang }, given)).toBe(least),
);
