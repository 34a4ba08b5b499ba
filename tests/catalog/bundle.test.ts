import { Script } from 'node:vm';
import { expect, test } from 'vitest';
import { scripts as words } from '../../layouts/words/scripts.ts';
import { wordedScripts } from '../../src/catalog/bundle.ts';

test('scripts say the words that they are given, and know no others', async () => {
  const made = await wordedScripts({ ...words, linkCopied: 'Adresse “kopiert”' });
  expect(Object.keys(made)).toEqual(['app', 'tools', 'compose', 'pdf', 'worker']);
  expect(made.app).toContain('"Adresse “kopiert”"');
  for (const code of Object.values(made)) {
    expect(() => new Script(code)).not.toThrow();
    expect(code).not.toContain(words.linkCopied);
    expect(/\$words\b/u.test(code)).toBe(code.startsWith('"use strict";{const $words={'));
  }
});
