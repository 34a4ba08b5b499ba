import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { heldIn, openCache, prune } from '../../src/write/cache.ts';

// A call of the file system that is named here fails with the code that stands beside it, as on a full disk.
const faults = vi.hoisted(() => new Map<string, string>());
/** First arguments of each call of `writeFile`. */
const written = vi.hoisted((): unknown[] => []);
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const faulty = ([name, call]: [string, unknown]) => [
    name,
    typeof call !== 'function'
      ? call
      : (...given: unknown[]) => {
          const code = faults.get(name);
          if (name === 'writeFile') written.push(given[0]);
          return code ? Promise.reject(Object.assign(new Error(code), { code })) : call(...given);
        },
  ];
  // The tests themselves use the default export, in which nothing fails.
  return { ...Object.fromEntries(Object.entries(real).map(faulty)), default: real };
});

const { mkdir, mkdtemp, open, readdir, readFile, rm, truncate, utimes, writeFile } = fs;

let dir: string;
let made: number;
const make = async () => {
  made += 1;
  return new Uint8Array([1, 2, 3]);
};

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'prepdeck-cache-'));
  made = 0;
  written.length = 0;
});
afterEach(() => {
  faults.clear();
  return rm(dir, { recursive: true, force: true });
});

/** Makes the entry of a key; its file. */
async function entryOf(key: string): Promise<string> {
  const before = new Set(await readdir(dir));
  await openCache(dir, '1').get([key], make);
  const [name = ''] = (await readdir(dir)).filter((one) => !before.has(one));
  return path.join(dir, name);
}

test('makes a result once a key', async () => {
  const cache = openCache(dir, '1');
  expect([...(await cache.get(['a'], make))]).toEqual([1, 2, 3]);
  expect([...(await cache.get(['a'], make))]).toEqual([1, 2, 3]);
  await cache.get(['b'], make);
  expect(made).toBe(2);
});

test('what is kept is found, by the same version alone', async () => {
  const cache = openCache(dir, '1');
  const ones = new Uint8Array([1, 1]);
  expect(cache.find(['a'])).toBe(undefined);
  await cache.keep(['a'], ones);
  expect([...(cache.find(['a']) ?? [])]).toEqual([1, 1]);
  expect(openCache(dir, '2').find(['a'])).toBe(undefined);
  expect(await readdir(dir)).toHaveLength(1);
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

test('many askers of one entry at once all get it, and leave one entry', async () => {
  const caches = [openCache(dir, '1'), openCache(dir, '1')];
  const large = Buffer.alloc(100_000, 7);
  const asked = Array.from({ length: 80 }, (_, at) => caches[at % 2]?.get(['a'], async () => large));
  for (const got of await Promise.all(asked)) expect(got && large.equals(got)).toBe(true);
  expect((await readdir(dir)).length).toBe(1);
  // One draft for two would be cut short by the one while the other gives it the entry's name.
  expect(written.length).toBe(80);
  expect(new Set(written).size).toBe(80);
});

describe('a damaged entry is made again', () => {
  test('with any of its bytes changed', async () => {
    const file = await entryOf('a');
    const whole = await readFile(file);
    for (let at = 0; at < whole.length; at += 1) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      await writeFile(file, damaged);
      made = 0;
      expect([...(await openCache(dir, '1').get(['a'], make))]).toEqual([1, 2, 3]);
      expect(made, `byte ${at}`).toBe(1);
      expect(await readFile(file)).toEqual(whole);
    }
  });

  test('cut short anywhere, or with bytes behind it', async () => {
    const file = await entryOf('a');
    const whole = await readFile(file);
    for (let length = 0; length < whole.length; length += 1) {
      await truncate(file, length);
      made = 0;
      expect([...(await openCache(dir, '1').get(['a'], make))]).toEqual([1, 2, 3]);
      expect(made, `${length} bytes`).toBe(1);
    }
    await writeFile(file, Buffer.concat([whole, Buffer.alloc(1)]));
    expect([...(await openCache(dir, '1').get(['a'], make))]).toEqual([1, 2, 3]);
    expect(made).toBe(2);
  });

  test('where it is that of another key', async () => {
    const [a, b] = [await entryOf('a'), await entryOf('b')];
    await writeFile(a, await readFile(b));
    made = 0;
    await openCache(dir, '1').get(['a'], make);
    expect(made).toBe(1);
  });

  test('where a folder is in its place', async () => {
    const file = await entryOf('a');
    await rm(file);
    await mkdir(path.join(file, 'inner'), { recursive: true });
    expect([...(await openCache(dir, '1').get(['a'], make))]).toEqual([1, 2, 3]);
    expect(await readdir(dir)).toEqual([path.basename(file)]);
    // Nor is it removed: it is not ours.
    await prune(dir, -1);
    expect(await readdir(file)).toEqual(['inner']);
  });
});

describe('where nothing can be kept it costs time alone', () => {
  test('a file is in the place of the folder, or of the one around it', async () => {
    const file = path.join(dir, 'file');
    await writeFile(file, 'mine');
    for (const closed of [file, path.join(file, 'cache')]) {
      const cache = openCache(closed, '1');
      expect([...(await cache.get(['a'], make))]).toEqual([1, 2, 3]);
      expect([...(await cache.get(['a'], make))]).toEqual([1, 2, 3]);
      await prune(closed, 0);
    }
    expect(made).toBe(4);
    expect(await readFile(file, 'utf8')).toBe('mine');
  });

  const codes = ['EACCES', 'EROFS', 'ENOSPC', 'EPERM', 'EBUSY'];
  test.each(codes.flatMap((code) => ['mkdir', 'writeFile', 'rename'].map((call) => [code, call])))(
    '%s at %s leaves nothing behind',
    async (code, call) => {
      faults.set(call, code);
      expect([...(await openCache(dir, '1').get(['a'], make))]).toEqual([1, 2, 3]);
      expect(await readdir(dir)).toEqual([]);
    },
  );

  test('nor can the draft be removed', async () => {
    for (const call of ['rename', 'rm']) faults.set(call, 'EPERM');
    expect([...(await openCache(dir, '1').get(['a'], make))]).toEqual([1, 2, 3]);
    faults.clear();
    // Nobody takes it for an entry, and it goes when its time has come.
    await openCache(dir, '1').get(['a'], make);
    expect(made).toBe(2);
    await prune(dir, 0);
    expect(await readdir(dir)).toEqual([]);
  });

  test.each(['readdir', 'stat', 'rm'])('nothing is pruned where %s fails', async (call) => {
    await entryOf('a');
    faults.set(call, 'EACCES');
    expect(await prune(dir, 0)).toEqual({ entries: 0, bytes: 0 });
    expect((await readdir(dir)).length).toBe(1);
  });
});

test('what was not made is not kept, and its own fault is thrown', async () => {
  const cache = openCache(dir, '1');
  await expect(cache.get(['a'], () => Promise.reject(new Error('not painted')))).rejects.toThrow('not painted');
  expect(await readdir(dir)).toEqual([]);
});

test('nobody writes into an entry: it gets its name when all its bytes are written', async () => {
  const file = await entryOf('a');
  await writeFile(file, 'damaged');
  const reader = await open(file);
  try {
    await openCache(dir, '1').get(['a'], make);
    expect(await reader.readFile('utf8')).toBe('damaged');
    expect((await readFile(file)).subarray(32)).toEqual(Buffer.from([1, 2, 3]));
  } finally {
    await reader.close();
  }
});

test('the oldest entries go where there are too many, and nothing else', async () => {
  const cache = openCache(dir, '1');
  const hash = 'a'.repeat(64);
  const others = ['engine.json', `${hash}.txt`, `x${hash}`];
  for (const name of others) await writeFile(path.join(dir, name), 'not an entry');
  for (const key of ['a', 'b', 'c']) await cache.get([key], make);
  const entries = (await readdir(dir)).filter((name) => !others.includes(name));
  const [oldest = ''] = entries;
  await utimes(path.join(dir, oldest), 1, 1);
  expect(await heldIn(dir)).toEqual({ entries: 3, bytes: 3 * 35 });
  expect(await prune(dir, 2 * 35)).toEqual({ entries: 1, bytes: 35 });
  expect((await readdir(dir)).sort()).toEqual([...entries.filter((name) => name !== oldest), ...others].sort());
  expect(await prune(path.join(dir, 'missing'), 0)).toEqual({ entries: 0, bytes: 0 });
});
