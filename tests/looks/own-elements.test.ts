import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Edits, withBlank } from '../fixtures/blank.ts';
import { read } from '../press/readers.ts';

const command = path.resolve(import.meta.dirname, '../../src/bin.mjs');

/** A tag of an organization's own, as it is printed and as the catalog shows it. */
const ELEMENTS = `
import { Text, useSetting, z } from 'prepdeck/layout';

export default {
  Price: {
    attributes: { of: z.string() },
    cardIds: [],
    text: ({ of }) => of + ' euros',
    Print: ({ attributes }) => <Text style={{ color: useSetting().accent }}>{attributes.of} euros</Text>,
    Web: ({ attributes }) => <b className="price">{attributes.of} euros</b>,
  },
};
`;

const CARD = (text: string) => text.replace('On Friday', 'It costs <Price of="12" />. On Friday');

/** What a build of a project with these files says and makes. */
async function built(edits: Edits): Promise<{ said: string; print: string; page: string }> {
  return await withBlank({ 'deck/cards/habits/friday-list.mdx': CARD, ...edits }, async (root) => {
    const said = await new Promise<string>((resolve) => {
      const args = [command, 'build', '--stock', 'a4', '--quiet'];
      execFile(process.execPath, args, { cwd: root }, (_error, _stdout, stderr) => resolve(stderr));
    });
    const pdf = await readFile(path.join(root, 'dist/print/a4.pdf')).catch(() => undefined);
    const page = await readFile(path.join(root, 'dist/site/c/friday-list.html'), 'utf8').catch(() => '');
    const print = pdf ? (await read(new Uint8Array(pdf))).map(({ text }) => text).join(' ') : '';
    return { said, print, page };
  });
}

test('a tag of an organization’s own is printed, and stands in the catalog', async () => {
  const { said, print, page } = await built({ 'layouts/elements.tsx': ELEMENTS });
  expect(said).toBe('');
  expect(print).toContain('It costs 12 euros. On Friday');
  expect(page).toContain('It costs <b class="price">12 euros</b>. On Friday');
}, 180_000);

test('a file that has none is said', async () => {
  const { said } = await built({ 'layouts/elements.tsx': 'export default { price: {} };\n' });
  expect(said).toContain(
    'layouts/elements.tsx:1:1  error  These are no elements: the default export must have a tag by each name, with attributes, cardIds, text, Print and Web.',
  );
});
