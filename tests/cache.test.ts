import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCache } from '../src/cache.ts';

let dir: string;
let made: number;
const make = async () => {
  made += 1;
  return new Uint8Array([1, 2, 3]);
};

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'prepdeck-cache-'));
  made = 0;
});
afterEach(() => rm(dir, { recursive: true, force: true }));

test('makes a result once a key', async () => {
  const cache = openCache(dir, '1');
  expect([...(await cache.get(['a'], make))]).toEqual([1, 2, 3]);
  expect([...(await cache.get(['a'], make))]).toEqual([1, 2, 3]);
  await cache.get(['b'], make);
  expect(made).toBe(2);
});

test('parts of a key do not run into each other', async () => {
  const cache = openCache(dir, '1');
  await cache.get(['ab', 'c'], make);
  await cache.get(['a', 'bc'], make);
  expect(made).toBe(2);
});

test('another version makes its own', async () => {
  await openCache(dir, '1').get(['a'], make);
  await openCache(dir, '2').get(['a'], make);
  expect(made).toBe(2);
});

test('a damaged entry is made again', async () => {
  const cache = openCache(dir, '1');
  await cache.get(['a'], make);
  const [entry] = await readdir(dir);
  await writeFile(path.join(dir, entry ?? ''), 'cut short');
  expect([...(await cache.get(['a'], make))]).toEqual([1, 2, 3]);
  expect(made).toBe(2);
});
