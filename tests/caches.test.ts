import files, { constants, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cacheFolder } from '../src/cache-folder.mjs';
import { cacheFolders, previewFolder } from '../src/caches.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'prepdeck-caches-'));
});
afterEach(() => rm(root, { recursive: true }));

describe('what is kept for a project lies', () => {
  test('with its packages', async () => {
    await mkdir(path.join(root, 'node_modules'));
    expect(await cacheFolders(root)).toEqual([
      path.join(root, 'node_modules/.cache/prepdeck'),
      // What all projects share: how decks were read.
      await cacheFolder(),
    ]);
    // It is made when there is something to keep.
    expect(await readdir(path.join(root, 'node_modules'))).toEqual([]);
  });

  test('beside the compiled code where it has no packages: no folder is made in it', async () => {
    expect(await cacheFolders(root)).toEqual([await cacheFolder()]);
    expect(await readdir(root)).toEqual([]);
  });

  test('beside the compiled code where nobody may write among its packages', async () => {
    const packages = path.join(root, 'node_modules');
    await mkdir(packages);
    const { access } = files;
    // Mode 555 stops everybody but root, and tests are often run by root.
    files.access = async (file, mode) => {
      if (file === packages && mode === constants.W_OK) throw Object.assign(new Error('denied'), { code: 'EACCES' });
      await access(file, mode);
    };
    syncBuiltinESMExports();
    try {
      expect(await cacheFolders(root)).toEqual([await cacheFolder()]);
    } finally {
      files.access = access;
      syncBuiltinESMExports();
    }
    expect(await cacheFolders(root)).toHaveLength(2);
  });

  test('with what a preview builds: another folder for each project, none in one without packages', async () => {
    const apart = await previewFolder(root);
    expect(path.dirname(apart)).toBe(await cacheFolder());
    expect(await previewFolder(path.join(root, 'other'))).not.toBe(apart);
    expect(await readdir(root)).toEqual([]);
    await mkdir(path.join(root, 'node_modules'));
    expect(path.dirname(await previewFolder(root))).toBe(path.join(root, 'node_modules/.cache/prepdeck'));
  });

  test('and a file that has the packages’ name is left alone', async () => {
    await writeFile(path.join(root, 'node_modules'), 'mine');
    expect(await cacheFolders(root)).toEqual([await cacheFolder()]);
  });
});
