import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCache, prune } from '../src/cache.ts';

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

test('the oldest entries go where there are too many, and nothing else', async () => {
  const cache = openCache(dir, '1');
  await writeFile(path.join(dir, 'engine.json'), 'not an entry');
  for (const key of ['a', 'b', 'c']) await cache.get([key], make);
  const entries = (await readdir(dir)).filter((name) => name !== 'engine.json');
  const [oldest = ''] = entries;
  await utimes(path.join(dir, oldest), 1, 1);
  await prune(dir, 2 * 35);
  expect((await readdir(dir)).sort()).toEqual([...entries.filter((name) => name !== oldest), 'engine.json'].sort());
  await prune(path.join(dir, 'missing'), 0);
});
