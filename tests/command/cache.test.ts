import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cacheText, clearedIn, keptIn } from '../../src/command/cache.ts';
import { openCache, sweepPreviews } from '../../src/write/cache.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'prepdeck-cache-'));
});
afterEach(() => rm(root, { recursive: true }));

test('says how much is kept and where, removes it, and leaves what is another’s', async () => {
  const dir = path.join(root, 'kept');
  const cache = openCache(dir, '1');
  await cache.keep(['a'], Buffer.alloc(1_500_000));
  await cache.keep(['b'], Buffer.alloc(10));
  await writeFile(path.join(dir, 'engine.json'), '{}');
  const dirs = [dir, path.join(root, 'none')];
  expect(cacheText(await keptIn(dirs), root, false)).toBe(
    'kept  1.5 MB in 2 files, 300 MB at most\nnone  0 MB in 0 files, 300 MB at most\n',
  );
  // Elsewhere it is named in full.
  expect(cacheText(await keptIn([dir]), path.join(root, 'other'), false)).toContain(`${dir}  1.5 MB`);
  expect(cacheText(await clearedIn(dirs), root, true)).toBe(
    'kept  1.5 MB in 2 files removed\nnone  0 MB in 0 files removed\n',
  );
  expect(await readdir(dir)).toEqual(['engine.json']);
  expect(cache.find(['a'])).toBeUndefined();
});

test('what previews were built to goes when it is cleared, or was not used for long', async () => {
  const [old, young, other] = ['dev-0123456789ab', 'dev-ba9876543210', 'dev-mine'].map((name) => path.join(root, name));
  for (const dir of [old, young, other]) {
    await mkdir(dir ?? '');
    await writeFile(path.join(dir ?? '', 'index.html'), '');
  }
  await utimes(old ?? '', 1, 1);
  await sweepPreviews(root, 60_000);
  expect(await readdir(root)).toEqual(['dev-ba9876543210', 'dev-mine']);
  await clearedIn([root, path.join(root, 'none')]);
  expect(await readdir(root)).toEqual(['dev-mine']);
});
