import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkFolder, linkTarget, nearestExisting, removeUpTo } from '../../src/write/out-folder.ts';
import { contentOf, put, withFolder } from './folder.ts';

test('a folder is itself, a link what it leads to, through others, from where it lies, be that there or not', () =>
  withFolder(async (dir) => {
    await put(dir, { 'a/real/': '', 'b/': '' });
    const link = (name: string, to: string) => symlinkSync(to, path.join(dir, name));
    link('b/one', '../a/real');
    link('b/two', 'one');
    link('b/none', '../a/none');
    link('around', 'b');
    const target = (name: string) => path.relative(dir, linkTarget(path.join(dir, name)));
    expect(['a/real', 'no', 'b/one', 'b/two', 'b/none', 'around/one'].map(target)).toEqual([
      ...['a/real', 'no', 'a/real', 'a/real', 'a/none', 'a/real'],
    ]);
    for (let at = 1; at <= 40; at += 1) link(`chain-${at}`, at === 1 ? 'a/real' : `chain-${at - 1}`);
    expect(target('chain-39')).toBe('a/real');
    expect(() => target('chain-40')).toThrow('is a link that leads to itself');
  }));

test('what may be an output folder: one that is there or can be made, and what a link leads to', () =>
  withFolder(async (dir) => {
    await put(dir, { 'real/': '', file: 'text' });
    symlinkSync('real', path.join(dir, 'link'));
    const check = (out: string, real = out) => checkFolder(path.join(dir, out), path.join(dir, real));
    for (const [out, real] of [['real'], ['no/more'], ['link', 'real'], ['link/no']]) check(out ?? '', real);
    expect(() => check('link', 'gone')).toThrow('and there is no such folder');
    for (const out of ['file', 'file/in/it']) expect(() => check(out)).toThrow('is not a folder');
  }));

test('the nearest folder that is there, up to the root', () =>
  withFolder(async (dir) => {
    expect(nearestExisting(dir)).toBe(dir);
    expect(nearestExisting(path.join(dir, 'a/b'))).toBe(dir);
    const { root } = path.parse(dir);
    expect(nearestExisting(path.join(root, 'no such folder', 'a'))).toBe(root);
  }));

test('empty folders are removed upwards, until one that stays or has something in it', () =>
  withFolder(async (dir) => {
    await put(dir, { 'a/b/c/': '', 'd/e/f/': '', 'd/mine': 'mine' });
    removeUpTo(path.join(dir, 'a/b/c'), path.join(dir, 'a'));
    removeUpTo(path.join(dir, 'd/e/f'), dir);
    expect(contentOf(dir)).toEqual({ a: 'folder', d: 'folder', 'd/mine': 'mine' });
  }));
