import path from 'node:path';
import { expect, test } from 'vitest';
import { manifestText } from '../../src/write/manifest.ts';
import { makeNext, swap, sweep } from '../../src/write/swap-folders.ts';
import { contentOf, deck, put, withFolder } from './folder.ts';

// What is seen through whole builds is in `output.test.ts` and `out-error.test.ts`.

const listing = (...names: string[]) =>
  manifestText({ ...deck, outputs: names.map((name) => ({ path: name, bytes: 3, sha256: '00' })) });

test('of the old folder what others have put there meanwhile is moved, whatever its name', () =>
  withFolder(async (dir) => {
    const old = {
      'manifest.json': listing('print/a.pdf', 'print/gone.pdf'),
      ...{ '.prepdeck/owner.json': '{}', 'print/a.pdf': 'old', 'print/empty/': '' },
      ...{ '.prepdeck-notes': 'theirs', 'print/notes': 'theirs', 'new/deep/notes': 'theirs' },
    };
    const [previous, out] = [path.join(dir, 'dist.prev'), path.join(dir, 'dist')];
    await put(previous, old);
    await put(out, { 'manifest.json': listing('print/a.pdf'), 'print/a.pdf': 'new' });
    await sweep(previous, out);
    expect(contentOf(dir)).toEqual({
      ...{ dist: 'folder', 'dist/manifest.json': 'manifest', 'dist/print': 'folder', 'dist/print/a.pdf': 'new' },
      ...{ 'dist/.prepdeck-notes': 'theirs', 'dist/print/notes': 'theirs' },
      ...{ 'dist/new': 'folder', 'dist/new/deep': 'folder', 'dist/new/deep/notes': 'theirs' },
    });
  }));

test('nothing is made beside a folder where something of that name is', () =>
  withFolder(async (dir) => {
    const out = path.join(dir, 'dist');
    for (const name of ['dist.next', 'dist.prev']) {
      await put(dir, { [name]: 'theirs' });
      expect(makeNext(out)).toBe(false);
      expect(contentOf(dir)).toEqual({ ...(name === 'dist.prev' && { 'dist.next': 'theirs' }), [name]: 'theirs' });
    }
  }));

test('a folder that is not there yet is put in its place', () =>
  withFolder(async (dir) => {
    const out = path.join(dir, 'dist');
    expect(makeNext(out)).toBe(true);
    await put(dir, { 'dist.next/manifest.json': listing() });
    expect(await swap(out)).toBe(true);
    expect(contentOf(dir)).toEqual({ dist: 'folder', 'dist/manifest.json': 'manifest' });
  }));
