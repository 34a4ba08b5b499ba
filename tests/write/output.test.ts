import { chmod, mkdir, readdir, readFile, rename, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readManifest } from '../../src/write/manifest.ts';
import { write } from '../../src/write/output.ts';
import { recover } from '../../src/write/recover.ts';
import { takeWorkFolder } from '../../src/write/work-folder.ts';
import { build, contentOf, deck, file, put, withFolder } from './folder.ts';

test('writes files and a manifest with their sizes and checksums', () =>
  withFolder(async (dir) => {
    const out = path.join(dir, 'dist');
    const request = { out, root: dir, outputs: [file('print/a4.pdf', 'abc')], deck, partial: false };
    const manifest = await write(request, () => undefined);
    expect(await readFile(path.join(out, 'print/a4.pdf'), 'utf8')).toBe('abc');
    expect(manifest?.outputs).toEqual([
      { path: 'print/a4.pdf', bytes: 3, sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' },
    ]);
    const text = await readFile(path.join(out, 'manifest.json'), 'utf8');
    expect(JSON.parse(text)).toEqual({ ...deck, outputs: manifest?.outputs });
    expect(readManifest(out)).toEqual(manifest);
  }));

test('a manifest lists files by their names, whatever made them first', () =>
  withFolder(async (dir) => {
    const out = path.join(dir, 'dist');
    const names = ['site/b', 'print/b', 'site/c', 'print/a', 'site/a'];
    await build(out, Object.fromEntries(names.map((name) => [name, name])));
    expect(readManifest(out).outputs.map((output) => output.path)).toEqual([...names].sort());
  }));

test('a target that writes outside our folders is a bug', () =>
  withFolder(async (dir) => {
    for (const name of ['a4.pdf', 'print/../../a', '/print/a', 'print//a', 'de/a', 'print\\a', '.git/print/a']) {
      await expect(build(path.join(dir, 'dist'), { [name]: '1' })).rejects.toThrow('writes outside our folders');
    }
    expect(await readdir(dir)).toEqual([]);
  }));

// In a folder that is ours alone, and in one where others have something.
for (const theirs of [{}, { CNAME: 'example.org' }] as Record<string, string>[]) {
  describe(`with ${Object.keys(theirs).join() || 'nothing'} of others`, () => {
    test('a full build drops what an earlier one made, and leaves nothing beside the folder', () =>
      withFolder(async (dir) => {
        const out = path.join(dir, 'dist');
        await put(dir, { 'dist/': '', ...prefixed('dist/', theirs) });
        expect(await build(out, { 'print/a4.pdf': '1', 'print/a3.pdf': '1', 'de/site/index.html': '1' })).toBe(
          undefined,
        );
        expect(await build(out, { 'print/a4.pdf': '2', 'site/index.html': '2' })).toBe(undefined);
        const made = { print: 'folder', 'print/a4.pdf': '2', site: 'folder', 'site/index.html': '2' };
        expect(contentOf(dir)).toEqual({
          dist: 'folder',
          ...prefixed('dist/', { ...made, ...theirs, 'manifest.json': 'manifest' }),
        });
      }));

    test('a partial build keeps earlier outputs, on disk and in the manifest', () =>
      withFolder(async (dir) => {
        const out = path.join(dir, 'dist');
        await put(dir, { 'dist/': '', ...prefixed('dist/', theirs) });
        await build(out, { 'print/a4.pdf': '1', 'print/letter.pdf': '1' });
        await rm(path.join(out, 'print/letter.pdf'));
        expect(await build(out, { 'print/a3.pdf': '2' }, true)).toBe(undefined);
        expect(readManifest(out).outputs.map((output) => output.path)).toEqual(['print/a3.pdf', 'print/a4.pdf']);
        const made = { print: 'folder', 'print/a3.pdf': '2', 'print/a4.pdf': '1', 'manifest.json': 'manifest' };
        expect(contentOf(out)).toEqual({ ...made, ...theirs });
        // Made anew, it is listed once.
        const again = file('print/a3.pdf', '33');
        await write({ out, root: dir, outputs: [again], deck, partial: true }, () => undefined);
        expect(readManifest(out).outputs.map((output) => [output.path, output.bytes])).toEqual([
          ['print/a3.pdf', 2],
          ['print/a4.pdf', 1],
        ]);
      }));
  });
}

describe('what others have in the folder', () => {
  test('a repository stays one: empty folders, links, modes and files in our own folders', () =>
    withFolder(async (dir) => {
      const out = path.join(dir, 'web');
      const theirs = {
        '.git/refs/': '',
        '.git/HEAD': 'ref',
        'index.html': 'home',
        'print/notes.txt': 'mine',
        'site/x/': '',
      };
      await put(out, theirs);
      await chmod(path.join(out, '.git/HEAD'), 0o750);
      await chmod(path.join(out, 'print'), 0o700);
      await symlink('index.html', path.join(out, 'start'));
      const before = contentOf(out);
      expect(await build(out, { 'print/a4.pdf': '1', 'site/index.html': '1' })).toBe(undefined);
      const made = { 'print/a4.pdf': '1', 'site/index.html': '1', 'manifest.json': 'manifest' };
      expect(contentOf(out)).toEqual({ ...before, ...made });
      expect(await build(out, { 'schema/a.json': '2' })).toBe(undefined);
      const later = { schema: 'folder', 'schema/a.json': '2', 'manifest.json': 'manifest' };
      expect(contentOf(out)).toEqual({ ...before, ...later });
      const modeOf = async (name: string) => (await stat(path.join(out, name))).mode & 0o777;
      expect([await modeOf('.git/HEAD'), await modeOf('print')]).toEqual([0o750, 0o700]);
    }));

  test('a folder that is ours alone keeps its .gitignore and the mode of a file that is replaced', () =>
    withFolder(async (dir) => {
      const out = path.join(dir, 'dist');
      await put(out, { '.gitignore': '*' });
      await build(out, { 'print/a4.pdf': '1' });
      await chmod(path.join(out, 'print/a4.pdf'), 0o640);
      await build(out, { 'print/a4.pdf': '2' });
      expect(contentOf(out)).toMatchObject({ '.gitignore': '*', 'print/a4.pdf': '2' });
      expect((await stat(path.join(out, 'print/a4.pdf'))).mode & 0o777).toBe(0o640);
    }));

  test('a file that would be written with the same bytes stays the file that it is', () =>
    withFolder(async (dir) => {
      const out = path.join(dir, 'dist');
      const inode = async (name: string) => (await stat(path.join(out, name))).ino;
      for (const theirs of [{}, { CNAME: 'example.org' }] as Record<string, string>[]) {
        await put(out, theirs);
        await build(out, { 'print/a': 'same', 'print/b': 'old', 'print/c': 'right', 'print/d': 'same' });
        const before = [await inode('print/a'), await inode('print/b'), await inode('print/c')];
        // Of the same size and age, but with other bytes than the manifest says; and one that is a link now.
        const { atime, mtime } = await stat(path.join(out, 'print/c'));
        await writeFile(path.join(out, 'print/c'), 'wrong');
        await utimes(path.join(out, 'print/c'), atime, mtime);
        await rm(path.join(out, 'print/d'));
        await symlink('.//a', path.join(out, 'print/d'));
        const texts = { 'print/a': 'same', 'print/b': 'new', 'print/c': 'right', 'print/d': 'same' };
        expect(await build(out, texts)).toBe(undefined);
        const after = [await inode('print/a'), await inode('print/b'), await inode('print/c')];
        expect(after.map((one, at) => one === before[at])).toEqual([true, false, false]);
        expect(contentOf(out)).toMatchObject(texts);
      }
    }));

  test('a folder with a mode of its own keeps it', () =>
    withFolder(async (dir) => {
      const out = path.join(dir, 'dist');
      await build(out, { 'print/a4.pdf': '1' });
      await chmod(out, 0o700);
      await build(out, { 'print/a4.pdf': '2' });
      expect((await stat(out)).mode & 0o777).toBe(0o700);
      expect(contentOf(out)).toMatchObject({ 'print/a4.pdf': '2' });
    }));

  test('folders of that name beside it are not touched, be they copies of ours', () =>
    withFolder(async (dir) => {
      const out = path.join(dir, 'dist');
      await put(dir, { 'dist/': '', 'dist.next/mine': 'mine' });
      await build(path.join(dir, 'dist.prev'), { 'print/a4.pdf': 'kept' });
      await build(out, { 'print/a4.pdf': '1' });
      await build(out, { 'print/a4.pdf': '2' });
      expect(contentOf(dir)).toMatchObject({
        'dist/print/a4.pdf': '2',
        'dist.prev/print/a4.pdf': 'kept',
        'dist.next/mine': 'mine',
      });
      expect(await readdir(dir)).toHaveLength(3);
    }));

  test('a link is followed: it stays, and what it leads to is built anew', () =>
    withFolder(async (dir) => {
      const out = path.join(dir, 'project/dist');
      await put(dir, { 'www/': '', 'project/': '' });
      await symlink('../www', out);
      await build(out, { 'site/index.html': '1' });
      await build(out, { 'site/index.html': '2' });
      expect(contentOf(dir)).toEqual({
        project: 'folder',
        'project/dist': '→ ../www',
        www: 'folder',
        'www/manifest.json': 'manifest',
        'www/site': 'folder',
        'www/site/index.html': '2',
      });
    }));
});

describe('what a killed build left', () => {
  test('of the versions that had no work folder: the folder that was put aside is brought back', () =>
    withFolder(async (dir) => {
      const out = path.join(dir, 'dist');
      await build(out, { 'print/a': '1' });
      await rename(out, `${out}.prev`);
      await mkdir(`${out}.next`);
      await recover(out);
      expect(contentOf(out)).toMatchObject({ 'print/a': '1' });
      expect(await readdir(dir)).toEqual(['dist']);
    }));

  test('a link whose folder was put aside leads to it again', () =>
    withFolder(async (dir) => {
      const out = path.join(dir, 'dist');
      await build(path.join(dir, 'www'), { 'print/a': '1' });
      await symlink('www', out);
      await rename(path.join(dir, 'www'), path.join(dir, 'www.prev'));
      await recover(out);
      expect(contentOf(path.join(dir, 'www'))).toMatchObject({ 'print/a': '1' });
    }));

  test('a journal from elsewhere touches nothing that is not ours', () =>
    withFolder(async (dir) => {
      const out = path.join(dir, 'dist');
      const names = ['../mine', 'mine', '/etc/hostname', 'print/../mine', '.git/HEAD'];
      const journal = { place: names, remove: names, had: names, made: ['.', '..', '../empty', 'empty'] };
      const dead = { host: 'elsewhere', pid: 1, since: 0 };
      const work = {
        'owner.json': JSON.stringify(dead),
        'journal.json': JSON.stringify(journal),
        'new/mine': 'theirs',
      };
      await put(dir, { mine: 'mine', 'dist/mine': 'mine', 'dist/.git/HEAD': 'ref', 'empty/': '', 'dist/empty/': '' });
      const before = contentOf(dir);
      await put(out, prefixed('.prepdeck/', work));
      await utimes(path.join(out, '.prepdeck/owner.json'), 0, 0);
      await recover(out);
      expect(contentOf(dir)).toEqual(before);
    }));

  test('a journal leads through no link that has been put in place of a folder, and undoes no folder of others', () =>
    withFolder(async (dir) => {
      const out = path.join(dir, 'dist');
      for (const [place, things] of [
        ['site/a', { 'www/': '', 'dist/mine': 'mine' }],
        ['print/a', { 'dist/print/a': 'theirs', 'dist/empty/': '', 'empty/': '' }],
      ] as const) {
        const journal = { place: [place], remove: [], had: [], made: ['.', '..', '../empty', 'empty'] };
        await put(dir, things);
        if (place === 'site/a') await symlink('../www', path.join(out, 'site'));
        const before = contentOf(dir);
        await put(out, { [`.prepdeck/new/${place}`]: 'ours', '.prepdeck/journal.json': JSON.stringify(journal) });
        await put(out, { '.prepdeck/owner.json': JSON.stringify({ host: 'elsewhere', pid: 1, since: 0 }) });
        await utimes(path.join(out, '.prepdeck/owner.json'), 0, 0);
        await expect(recover(out)).rejects.toThrow('is in the way');
        expect(contentOf(dir)).toMatchObject(before);
        expect(contentOf(dir)).not.toHaveProperty(['www/a']);
        await rm(out, { recursive: true });
      }
    }));

  test.each([
    '',
    '{"place":["print/a"',
    'null',
    '5',
    '{"place":"print/a","remove":[],"had":[],"made":[]}',
    '{"place":[],"remove":[1],"had":[],"made":[]}',
    '{"place":[],"remove":[],"made":[]}',
  ])('a journal that is damaged is said, and nothing is removed: %j', (text) =>
    withFolder(async (dir) => {
      const out = path.join(dir, 'dist');
      const left = { 'dist/.prepdeck/old/print/a': 'old', 'dist/.prepdeck/journal.json': text, 'dist/mine': 'mine' };
      await put(dir, { ...left, 'dist/.prepdeck/owner.json': '{"host":"elsewhere","pid":1,"since":0}' });
      await utimes(path.join(out, '.prepdeck/owner.json'), 0, 0);
      const before = contentOf(dir);
      expect(await build(out, { 'print/a': 'new' })).toBe(
        'dist/.prepdeck/journal.json: "dist/.prepdeck/journal.json" is damaged: it says which files of an interrupted build ' +
          'go where. Keep what you need of the files in "old" beside it. Then remove the folder that it is in, and build again. out/journal',
      );
      expect(contentOf(dir)).toEqual(before);
    }),
  );

  test('while somebody writes, nothing is touched', () =>
    withFolder(async (dir) => {
      const out = path.join(dir, 'dist');
      await put(dir, { 'dist.next/print/a': 'half' });
      expect(takeWorkFolder(`${out}.next`)).toBe(true);
      expect(takeWorkFolder(`${out}.next`)).toBe(false);
      expect(await recover(out)).toMatchObject({ pid: process.pid });
      expect(contentOf(dir)).toMatchObject({ 'dist.next/print/a': 'half' });
    }));
});

test('of two builds at once each is whole, and the later one stays', () =>
  withFolder(async (dir) => {
    const out = path.join(dir, 'dist');
    const texts = ['1', '2', '3', '4'].map((text) => ({ 'print/a': text, 'site/b': text, [`site/${text}`]: text }));
    expect(await Promise.all(texts.map((one) => build(out, one)))).toEqual(texts.map(() => undefined));
    const all = contentOf(out);
    const text = all['print/a'] ?? '';
    expect(all).toEqual({
      ...{ print: 'folder', 'print/a': text, site: 'folder', 'site/b': text, [`site/${text}`]: text },
      'manifest.json': 'manifest',
    });
    expect(await readdir(dir)).toEqual(['dist']);
  }));

function prefixed(prefix: string, texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [prefix + name, text]));
}
