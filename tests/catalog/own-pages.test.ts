import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSite } from '../../src/catalog/site.ts';
import { loadLooks } from '../../src/looks/looks.ts';
import { PAGES } from '../../src/looks/page-layouts.ts';
import { layoutsDir } from '../../src/read/package.ts';
import { sampleInput } from './sample.ts';

// A page of the catalog of an organization's own.

let root = '';
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'prepdeck-pages-'));
});
afterAll(() => rm(root, { recursive: true }));

/** The pages of the sample with the layouts of a folder beside ours. */
async function pagesWith(...dirs: readonly string[]): Promise<Map<string, string>> {
  const input = sampleInput();
  const { pages } = await loadLooks(layoutsDir, ...dirs);
  const files = await buildSite({ ...input, looks: { ...input.looks, pages } });
  return new Map(files.map((file) => [file.path, Buffer.from(file.bytes).toString('utf8')]));
}

test('a page of the catalog is the organization’s own, in our frame; the others stay ours', async () => {
  const own = path.join(root, 'own');
  await cp(path.resolve(import.meta.dirname, '../fixtures/author/layouts/site'), path.join(own, 'site'), {
    recursive: true,
  });
  const [ours, theirs] = [await pagesWith(), await pagesWith(own)];
  const home = theirs.get('site/index.html') ?? '';
  const { name } = sampleInput().deck;
  expect(home).toContain(`<main id="main" tabindex="-1"><h1>${name}, for Acme’s own people</h1><ul class="tiles"`);
  expect(home).toContain('http-equiv="Content-Security-Policy"');
  expect(home).toContain('<footer class="bottom">');
  const html = [...ours].filter(([file]) => file.endsWith('.html'));
  const changed = html.filter(([file, text]) => theirs.get(file) !== text).map(([file]) => file);
  expect(changed).toEqual(['site/index.html']);
});

test.each([
  ['hom', 'export default () => null;\n', `There is no page "hom": there are ${PAGES.join(', ')}.`],
  ['home', 'export default 1;\n', 'This is no page: its default export must be a component.'],
])('layouts/site/%s.tsx that is none is said', async (name, text, message) => {
  const dir = path.join(root, name);
  await mkdir(path.join(dir, 'site'), { recursive: true });
  await writeFile(path.join(dir, `site/${name}.tsx`), text);
  await expect(loadLooks(layoutsDir, dir)).rejects.toThrow(`site/${name}.tsx:1:1  ${message}`);
});

test('each page of ours is a file that an organization can replace, and the only thing in its folder', async () => {
  const entries = await readdir(path.join(layoutsDir, 'site'), { withFileTypes: true });
  const files = entries.filter((one) => one.isFile() && one.name.endsWith('.tsx')).map(({ name }) => name);
  expect(files.sort()).toEqual(PAGES.map((name) => `${name}.tsx`).sort());
});
