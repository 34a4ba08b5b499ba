import { Script } from 'node:vm';
import { expect, test } from 'vitest';
import { words } from '../../layouts/words/words.ts';
import { wordedScripts } from '../../src/catalog/bundle.ts';

test('scripts of two languages are never the same, be their words alike', async () => {
  const [one, other] = [await wordedScripts(words, 'en'), await wordedScripts(words, 'de')];
  expect(one.app).not.toBe(other.app);
});

test('scripts say the words that they are given, and know no others', async () => {
  const made = await wordedScripts({ ...words, scripts: { ...words.scripts, linkCopied: 'Adresse “kopiert”' } }, 'de');
  expect(Object.keys(made)).toEqual([
    'app',
    'tools',
    'compose',
    'forms',
    'run',
    'remote',
    'pdf',
    'worker',
    'find-root',
  ]);
  expect(made.app).toContain('"Adresse “kopiert”"');
  for (const code of Object.values(made)) {
    expect(() => new Script(code)).not.toThrow();
    expect(code).not.toContain(words.scripts.linkCopied);
    expect(code.includes(words.compose.stillToFill)).toBe(code === made.compose);
    expect(code.includes(words.run.beginThis)).toBe(code === made.run);
    expect(/\$words\b/u.test(code)).toBe(code.startsWith('"use strict";{const $words={'));
  }
});
