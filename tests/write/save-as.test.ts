import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { saveAs } from '../../src/write/save-as.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'prepdeck-save-'));
});
afterEach(() => rm(root, { recursive: true }));

const isOurs = (before: Buffer) => before.includes('ours');
const at = (name: string) => path.join(root, name);

test('a file is written, in a new folder too, and over one of before', async () => {
  await saveAs(at('new/one.txt'), 'ours, first', isOurs);
  await saveAs(at('new/one.txt'), 'ours, second', isOurs);
  expect(await readFile(at('new/one.txt'), 'utf8')).toBe('ours, second');
  expect(await readdir(at('new'))).toEqual(['one.txt']);
});

test('a file of somebody else is left as it is, an empty one is taken', async () => {
  await writeFile(at('theirs.txt'), 'a letter');
  await expect(saveAs(at('theirs.txt'), 'ours', isOurs)).rejects.toThrow(
    'theirs.txt is there already, and prepdeck did not make it: name another file',
  );
  expect(await readFile(at('theirs.txt'), 'utf8')).toBe('a letter');
  await writeFile(at('empty.txt'), '');
  await saveAs(at('empty.txt'), 'ours', isOurs);
  expect(await readFile(at('empty.txt'), 'utf8')).toBe('ours');
});

test('where it can’t be written nothing is left behind', async () => {
  await mkdir(at('folder/in'), { recursive: true });
  await expect(saveAs(at('folder'), 'ours', isOurs)).rejects.toThrow('EISDIR');
  expect(await readdir(root)).toEqual(['folder']);
});
