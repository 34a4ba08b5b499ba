import { readFileSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { hasWorkFolder, leaveWorkFolder, NOBODY, takeWorkFolder, writerIn } from '../../src/write/work-folder.ts';
import { put, withFolder } from './folder.ts';

// Whether a process still writes to a folder: taken for dead, its files would be swept from under it; taken for alive, all would wait.

afterEach(() => {
  vi.restoreAllMocks();
});

const here = { host: hostname(), pid: process.pid, since: Math.round(performance.timeOrigin) };

/** Who writes to a folder whose work folder holds these files, and was last changed so many ms ago. */
async function writer(files: Readonly<Record<string, string>>, age = 0): Promise<unknown> {
  let found: unknown;
  await withFolder(async (dir) => {
    await put(dir, { '.prepdeck/': '' });
    await put(path.join(dir, '.prepdeck'), files);
    const then = (Date.now() - age) / 1000;
    for (const name of [...Object.keys(files), '']) await utimes(path.join(dir, '.prepdeck', name), then, then);
    found = writerIn(dir);
  });
  return found;
}
const owned = async (owner: unknown, age?: number) => await writer({ 'owner.json': JSON.stringify(owner) }, age);

describe('the process that writes to a folder', () => {
  test('is this one, unless another had its number before', async () => {
    expect(await owned(here, 100_000)).toEqual(here);
    expect(await owned({ ...here, since: 1 })).toBeUndefined();
  });

  test('is any other of this machine that lives, also another user’s', async () => {
    const parent = { ...here, pid: process.ppid, since: 1 };
    expect(await owned(parent, 100_000)).toEqual(parent);
    const gone = { ...here, pid: 2 ** 30, since: 1 };
    expect(await owned(gone)).toBeUndefined();
    vi.spyOn(process, 'kill').mockImplementation(() => {
      throw Object.assign(new Error('EPERM'), { code: 'EPERM' });
    });
    expect(await owned(gone)).toEqual(gone);
  });

  test.each([NOBODY, -1, 'x', null, undefined])('is none with the number %s, and nobody is asked', async (pid) => {
    const kill = vi.spyOn(process, 'kill');
    expect(await owned({ ...here, pid })).toBeUndefined();
    expect(kill).not.toHaveBeenCalled();
  });

  test('of another machine can’t be asked: it is taken for alive for a minute', async () => {
    const far = { host: 'elsewhere', pid: 1, since: 1 };
    expect(await owned(far, 50_000)).toEqual(far);
    expect(await owned(far, 61_000)).toBeUndefined();
  });

  test('that has not yet said who it is may do so for two seconds', async () => {
    for (const files of [{}, { 'owner.json': '{"ho' }]) {
      expect(await writer(files, 1000)).toEqual({ host: '', pid: NOBODY, since: 0 });
      expect(await writer(files, 2500)).toBeUndefined();
    }
  });

  test('is none where the folder is somebody else’s', async () => {
    expect(await writer({ mine: 'mine' })).toBeUndefined();
  });
});

test('a work folder is taken once, is ours, and may be left to nobody', () =>
  withFolder(async (dir) => {
    expect(hasWorkFolder(dir)).toBe(false);
    expect([takeWorkFolder(dir), takeWorkFolder(dir)]).toEqual([true, false]);
    const owner = () => JSON.parse(readFileSync(path.join(dir, '.prepdeck/owner.json'), 'utf8'));
    expect(owner()).toEqual(here);
    expect(hasWorkFolder(dir)).toBe(true);
    leaveWorkFolder(dir);
    expect(owner()).toEqual({ ...here, pid: NOBODY });
    expect([hasWorkFolder(dir), writerIn(dir)]).toEqual([true, undefined]);
  }));

test('a file, or a folder with other things, of that name is not ours', () =>
  withFolder(async (dir) => {
    await put(dir, { 'a/.prepdeck': 'mine', 'b/.prepdeck/mine': 'mine', 'c/.prepdeck/': '' });
    expect(['a', 'b', 'c'].map((name) => hasWorkFolder(path.join(dir, name)))).toEqual([false, false, true]);
  }));
