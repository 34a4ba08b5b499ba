import { chmodSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  clear,
  entriesIn,
  errorCode,
  isHeld,
  link,
  remove,
  removeEmpty,
  setMode,
  statOf,
  takeFolder,
} from '../../src/write/disk.ts';
import { contentOf, put, withFolder } from './folder.ts';

const failure = (code: unknown) => Object.assign(new Error('no'), { code });

test('a system’s error has a code; those of a file that is open say so', () => {
  expect(
    [failure('ENOSPC'), failure(5), new Error('no'), { code: 'EPERM' }, undefined].map((one) => one && errorCode(one)),
  ).toEqual(['ENOSPC', undefined, undefined, undefined, undefined]);
  expect(['EBUSY', 'EPERM', 'EACCES', 'ENOSPC', undefined].map((code) => isHeld(failure(code)))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test('what is at a path: links are not followed; under a file there is nothing', () =>
  withFolder(async (dir) => {
    await put(dir, { file: 'text' });
    symlinkSync('nowhere', path.join(dir, 'link'));
    expect(statOf(path.join(dir, 'file'))?.isFile()).toBe(true);
    expect(statOf(path.join(dir, 'link'))?.isSymbolicLink()).toBe(true);
    expect([statOf(path.join(dir, 'no')), statOf(path.join(dir, 'file/in'))]).toEqual([undefined, undefined]);
    expect(() => statOf(path.join(dir, 'a'.repeat(5000)))).toThrow('ENAMETOOLONG');
  }));

test('one folder is made once; where none can be, that is an error', () =>
  withFolder(async (dir) => {
    await put(dir, { file: 'text' });
    expect(takeFolder(path.join(dir, 'one'))).toBe(true);
    expect([takeFolder(path.join(dir, 'one')), takeFolder(path.join(dir, 'file'))]).toEqual([false, false]);
    expect(() => takeFolder(path.join(dir, 'no/one'))).toThrow('ENOENT');
  }));

test('what is there is removed, and only what is empty where that is said', () =>
  withFolder(async (dir) => {
    await put(dir, { file: 'text', 'full/file': 'text', 'empty/': '', 'all/a/b': 'text', 'all/last': 'text' });
    await remove(path.join(dir, 'no'));
    await remove(path.join(dir, 'file'));
    expect([removeEmpty(path.join(dir, 'full')), removeEmpty(path.join(dir, 'empty'))]).toEqual([false, true]);
    clear(path.join(dir, 'all'), 'last');
    clear(path.join(dir, 'no'));
    expect(contentOf(dir)).toEqual({ full: 'folder', 'full/file': 'text' });
  }));

test('what can’t be removed is said', () =>
  withFolder(async (dir) => {
    await put(dir, { 'full/file': 'text' });
    await expect(remove(path.join(dir, 'full'))).rejects.toThrow('full');
    expect(contentOf(dir)).toEqual({ full: 'folder', 'full/file': 'text' });
  }));

test('a second name of a file is the same file; where there can be none, that is no error', () =>
  withFolder(async (dir) => {
    await put(dir, { file: 'text', other: 'other' });
    const [file, name, other] = ['file', 'name', 'other'].map((one) => path.join(dir, one)) as [string, string, string];
    expect([link(file, name), link(file, other), link(path.join(dir, 'no'), `${name}-2`)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(statSync(name).ino).toBe(statSync(file).ino);
    expect(contentOf(dir)).toEqual({ file: 'text', name: 'text', other: 'other' });
  }));

test('a mode is set without what says the kind of file', () =>
  withFolder(async (dir) => {
    await put(dir, { file: 'text' });
    const file = path.join(dir, 'file');
    chmodSync(file, 0o600);
    setMode(file, 0o100640);
    expect(statSync(file).mode).toBe(0o100640);
  }));

test('all that is below a folder, sorted, a folder before what is in it, no link followed', () =>
  withFolder(async (dir) => {
    await put(dir, { 'b/a': '', 'b/': '', a: '', 'c/d/e': '' });
    symlinkSync('b', path.join(dir, 'link'));
    expect(entriesIn(dir).map((one) => `${one.path}${one.isFolder ? '/' : ''}`)).toEqual([
      'a',
      ...['b/', 'b/a', 'c/', 'c/d/', 'c/d/e', 'link'],
    ]);
  }));
