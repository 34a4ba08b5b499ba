import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { manifestText } from '../../src/write/manifest.ts';
import { isOursAlone } from '../../src/write/only-ours.ts';
import { deck, put, withFolder } from './folder.ts';

const manifest = manifestText({ ...deck, outputs: [{ path: 'print/a4.pdf', bytes: 3, sha256: '00' }] });
const ours = { 'manifest.json': manifest, 'print/a4.pdf': 'new' };

/** Whether a folder with our files is ours alone after something has been done to it. */
async function afterwards(change: (out: string) => Promise<unknown>): Promise<boolean> {
  let isOurs = false;
  await withFolder(async (dir) => {
    const [out, like] = [path.join(dir, 'dist'), path.join(dir, 'like')];
    await put(out, ours);
    await mkdir(like);
    await change(out);
    isOurs = isOursAlone(out, like);
  });
  return isOurs;
}

test('a folder with what our manifest lists, and what systems leave in it, is ours', async () => {
  expect(await afterwards(async () => undefined)).toBe(true);
  expect(await afterwards((out) => put(out, { '.DS_Store': '', '.gitkeep': '' }))).toBe(true);
});

test.each<[what: string, change: (out: string) => Promise<unknown>]>([
  ['a file of others', (out) => put(out, { 'print/notes.txt': 'theirs' })],
  ['an empty folder', (out) => put(out, { 'drafts/': '' })],
  ['a folder with permissions of its own', (out) => chmod(path.join(out, 'print'), 0o700)],
  ['a manifest of others', (out) => writeFile(path.join(out, 'manifest.json'), '{"start_url":"/"}')],
  [
    'a link in the place of a file of ours',
    async (out) => {
      await put(path.dirname(out), { 'kept.pdf': 'theirs' });
      await rm(path.join(out, 'print/a4.pdf'));
      await symlink(path.join(path.dirname(out), 'kept.pdf'), path.join(out, 'print/a4.pdf'));
    },
  ],
  [
    'a link of a name that systems leave',
    async (out) => {
      await put(path.dirname(out), { theirs: 'theirs' });
      await symlink(path.join(path.dirname(out), 'theirs'), path.join(out, '.gitignore'));
    },
  ],
])('a folder with %s is not', async (_, change) => {
  expect(await afterwards(change)).toBe(false);
});
