import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeWhole } from '../../src/command/write-whole.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'prepdeck-whole-'));
});
afterEach(() => rm(root, { recursive: true }));

test('files are written, in folders that are made; what a link leads to is written, the link stays', async () => {
  await writeFile(path.join(root, 'real.mdx'), 'old');
  await symlink('real.mdx', path.join(root, 'link.mdx'));
  await writeWhole([
    { file: path.join(root, 'a/b.mdx'), content: 'one' },
    { file: path.join(root, 'link.mdx'), content: 'two' },
  ]);
  expect(await readFile(path.join(root, 'a/b.mdx'), 'utf8')).toBe('one');
  expect(await readFile(path.join(root, 'real.mdx'), 'utf8')).toBe('two');
  expect((await readdir(root)).sort()).toEqual(['a', 'link.mdx', 'real.mdx']);
});

test('where one can’t be written, all stay as they were, and nothing is left behind', async () => {
  await writeFile(path.join(root, 'a.mdx'), 'old');
  const files = [
    { file: path.join(root, 'a.mdx'), content: 'new' },
    { file: path.join(root, 'a.mdx/b.mdx'), content: 'new' },
  ];
  await expect(writeWhole(files)).rejects.toThrow(/b\.mdx can’t be written: the disk says E/u);
  expect(await readFile(path.join(root, 'a.mdx'), 'utf8')).toBe('old');
  expect(await readdir(root)).toEqual(['a.mdx']);
});
