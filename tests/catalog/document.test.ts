import { expect, test } from 'vitest';
import { POLICY } from '../../src/catalog/policy.ts';

test('a page of the catalog loads nothing but its own files, runs nothing inline, is framed and posted nowhere', () => {
  expect(POLICY.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ]);
});
