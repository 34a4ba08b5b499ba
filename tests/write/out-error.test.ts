import type fs from 'node:fs';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { readdir, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { makeFolder } from '../../src/write/disk.ts';
import { troubleOf } from '../../src/write/out-error.ts';
import { recover } from '../../src/write/recover.ts';
import { takeWorkFolder } from '../../src/write/work-folder.ts';
import { build, contentOf, put, withFolder } from './folder.ts';

// What a disk says no to: one line that says what to do, nothing left behind, and everything as it was.

type Verb = 'rename' | 'write' | 'mkdir' | 'unlink' | 'link';

/** Says no by throwing a code, for as long as it is given one. */
const disk = vi.hoisted(() => ({ no: (_verb: Verb, _path: string): string | undefined => undefined }));

vi.mock('node:fs', async (original) => {
  const all = await original<typeof fs>();
  const asked =
    <Given extends unknown[]>(verb: Verb, change: (...given: Given) => unknown) =>
    (...given: Given) => {
      const code = disk.no(verb, String(given[verb === 'rename' ? 1 : 0]));
      if (code) throw Object.assign(new Error(`${code}: no`), { code });
      return change(...given);
    };
  return {
    ...all,
    renameSync: asked('rename', all.renameSync),
    writeFileSync: asked('write', all.writeFileSync),
    mkdirSync: asked('mkdir', all.mkdirSync),
    unlinkSync: asked('unlink', all.unlinkSync),
    linkSync: asked('link', all.linkSync),
  };
});

vi.mock('node:timers/promises', () => ({ setTimeout: () => Promise.resolve() }));

beforeEach(() => {
  disk.no = () => undefined;
  vi.restoreAllMocks();
});

const before = { 'print/a4.pdf': 'old', 'print/a3.pdf': 'old' };
const after = { 'print/a4.pdf': 'new', 'site/index.html': 'new', 'site/z.html': 'new' };

/** What a build says that the disk says no to; all that is seen must be as it was. */
async function saidBy(dir: string, no: typeof disk.no, partial = false): Promise<string | undefined> {
  const old = contentOf(dir);
  disk.no = no;
  const said = await build(path.join(dir, 'dist'), after, partial);
  disk.no = () => undefined;
  if (said !== undefined) expect(contentOf(dir)).toEqual(old);
  return said;
}

const or = 'or choose another folder with --out.';
const held = (file: string) =>
  `${file}: "${file}" can’t be replaced: another program has it open, or it may not be changed. ` +
  'Close it, e.g. in your PDF reader, and look at its permissions. Then build again. out/held';

// In a folder that is not there, in one of ours alone, and in one where others have something.
const folders: Record<string, (dir: string) => Promise<unknown>> = {
  none: async () => undefined,
  ours: (dir) => build(path.join(dir, 'dist'), before),
  mixed: async (dir) => [await put(dir, { 'dist/mine': 'mine' }), await build(path.join(dir, 'dist'), before)],
};

for (const [name, begin] of Object.entries(folders)) {
  describe(`folder: ${name}`, () => {
    test('a disk that is full, from any file on', () =>
      withFolder(async (dir) => {
        await begin(dir);
        for (const code of ['ENOSPC', 'EDQUOT']) {
          for (let room = 0; room < 5; room += 1) {
            let left = room;
            const said = await saidBy(dir, (verb) => {
              if (verb === 'write') left -= 1;
              return verb === 'write' && left < 0 ? code : undefined;
            });
            expect(said).toBe(`dist: "dist" can’t be written: the disk is full. Make room there, ${or} out/full`);
          }
        }
      }));

    test('a folder that is read-only', () =>
      withFolder(async (dir) => {
        await begin(dir);
        for (const code of ['EROFS', 'EACCES', 'EPERM']) {
          const what = '"dist" can’t be written: it is read-only, or belongs to somebody else.';
          const said = await saidBy(dir, (verb) => (verb === 'mkdir' ? code : undefined));
          expect(said).toBe(`dist: ${what} Change who may write there, ${or} out/read-only`);
        }
      }));

    test('a path that is too long', () =>
      withFolder(async (dir) => {
        await begin(dir);
        const said = await saidBy(dir, (_verb, one) => (one.endsWith('z.html') ? 'ENAMETOOLONG' : undefined));
        expect(said).toBe(
          'dist: "dist" can’t be written: a path in it is too long for this disk. ' +
            'Choose a folder with a shorter path with --out, or write less in --only. out/long-name',
        );
      }));

    test('anything else that it says', () =>
      withFolder(async (dir) => {
        await begin(dir);
        const said = await saidBy(dir, (verb) => (verb === 'write' ? 'EIO' : undefined));
        expect(said).toBe(`dist: "dist" can’t be written: the disk says EIO. Look at that folder, ${or} out/failed`);
      }));
  });
}

test('what fails for another reason is not tried again', () =>
  withFolder(async (dir) => {
    await folders.ours?.(dir);
    let tries = 0;
    await saidBy(dir, (verb, to) => {
      if (verb !== 'rename' || !to.endsWith('dist.prev')) return undefined;
      tries += 1;
      return 'EIO';
    });
    expect(tries).toBe(1);
  }));

describe('what is held', () => {
  test('a file that is free again after a moment is replaced', () =>
    withFolder(async (dir) => {
      for (const begin of [folders.ours, folders.mixed]) {
        await begin?.(dir);
        for (const code of ['EBUSY', 'EPERM', 'EACCES']) {
          let times = 3;
          disk.no = (verb) => (verb === 'rename' && times-- > 0 ? code : undefined);
          expect(await build(path.join(dir, 'dist'), after)).toBe(undefined);
          expect(contentOf(path.join(dir, 'dist'))).toMatchObject(after);
        }
      }
    }));

  test('a folder that can’t be renamed, as a mount point or with an open file in it: each file is, for itself', () =>
    withFolder(async (dir) => {
      await folders.ours?.(dir);
      for (const code of ['EBUSY', 'EXDEV', 'EPERM']) {
        disk.no = (verb, to) => (verb === 'rename' && to.endsWith('dist.prev') ? code : undefined);
        expect(await build(path.join(dir, 'dist'), after)).toBe(undefined);
        expect(contentOf(dir)).toEqual({
          dist: 'folder',
          'dist/manifest.json': 'manifest',
          'dist/print': 'folder',
          'dist/print/a4.pdf': 'new',
          'dist/site': 'folder',
          'dist/site/index.html': 'new',
          'dist/site/z.html': 'new',
        });
      }
    }));

  test('a file that is open in a reader is named, and all others are as they were', () =>
    withFolder(async (dir) => {
      await folders.mixed?.(dir);
      for (const name of ['dist/print/a4.pdf', 'dist/print/a3.pdf', 'dist/manifest.json']) {
        const isIt = (one: string) => one.endsWith(path.join('.prepdeck/old', path.relative('dist', name)));
        const said = await saidBy(dir, (verb, to) => (verb === 'rename' && isIt(to) ? 'EPERM' : undefined));
        expect(said).toBe(held(name));
      }
    }));

  test('a folder of ours on another disk', () =>
    withFolder(async (dir) => {
      await folders.mixed?.(dir);
      const said = await saidBy(dir, (verb, to) => (verb === 'rename' && to.endsWith('z.html') ? 'EXDEV' : undefined));
      expect(said).toBe(
        `dist: "dist" can’t be written: a folder in it is on another disk. Look at that folder, ${or} out/failed`,
      );
    }));

  test('what can’t be undone for now is undone or done by the next command', () =>
    withFolder(async (dir) => {
      await folders.mixed?.(dir);
      disk.no = (verb, to) =>
        verb === 'rename' && to.endsWith('a4.pdf') && !to.includes('.prepdeck') ? 'EBUSY' : undefined;
      expect(await build(path.join(dir, 'dist'), after)).toBe(held('dist/print/a4.pdf'));
      disk.no = () => undefined;
      expect(await build(path.join(dir, 'dist'), { 'print/x.pdf': 'x' })).toBe(undefined);
      expect(contentOf(path.join(dir, 'dist'))).toEqual({
        'manifest.json': 'manifest',
        mine: 'mine',
        print: 'folder',
        'print/x.pdf': 'x',
      });
    }));
});

test('what is undone leaves empty folders of others, and none of its own', () =>
  withFolder(async (dir) => {
    await folders.mixed?.(dir);
    await put(dir, { 'dist/site/': '' });
    const old = contentOf(dir);
    disk.no = (verb, to) => (verb === 'rename' && to.endsWith('dist/targets/z') ? 'EBUSY' : undefined);
    const nested = { 'site/index.html': '1', 'schema/f/g/x.json': '2', 'targets/z': '3' };
    expect(await build(path.join(dir, 'dist'), nested)).toBe(held('dist/targets/z'));
    expect(contentOf(dir)).toEqual(old);
  }));

test('where the undoing fails too nothing is thrown away: the next command completes it', () =>
  withFolder(async (dir) => {
    await folders.mixed?.(dir);
    disk.no = (verb, to) => (verb === 'rename' && to.endsWith('dist/print/a4.pdf') ? 'EBUSY' : undefined);
    expect(await build(path.join(dir, 'dist'), after)).toBe(held('dist/print/a4.pdf'));
    disk.no = () => undefined;
    expect(await recover(path.join(dir, 'dist'))).toBeUndefined();
    const made = { ...after, mine: 'mine', print: 'folder', site: 'folder', 'manifest.json': 'manifest' };
    expect(contentOf(path.join(dir, 'dist'))).toEqual(made);
  }));

test('a folder around it in which nothing may be made: each file is renamed for itself', () =>
  withFolder(async (dir) => {
    await folders.ours?.(dir);
    for (const code of ['EACCES', 'EPERM', 'EROFS']) {
      disk.no = (verb, one) => (verb === 'mkdir' && one.endsWith('dist.next') ? code : undefined);
      expect(await build(path.join(dir, 'dist'), { ...after, 'print/a4.pdf': code })).toBe(undefined);
      expect(contentOf(path.join(dir, 'dist'))).toMatchObject({ ...after, 'print/a4.pdf': code });
    }
  }));

test('a swap that fails half-way, or before, is undone and said', () =>
  withFolder(async (dir) => {
    for (const begin of [folders.none, folders.ours]) {
      await begin?.(dir);
      for (const name of ['dist', 'dist.prev']) {
        let times = begin === folders.none && name === 'dist.prev' ? 0 : 1;
        const said = await saidBy(dir, (verb, to) =>
          verb === 'rename' && path.basename(to) === name && times-- > 0 ? 'EIO' : undefined,
        );
        if (begin === folders.ours || name === 'dist')
          expect(said).toContain('"dist" can’t be written: the disk says EIO.');
      }
      await rm(path.join(dir, 'dist'), { recursive: true, force: true });
    }
  }));

test('no hard link is needed: exFAT and some network drives have none', () =>
  withFolder(async (dir) => {
    for (const begin of [folders.ours, folders.mixed]) {
      await begin?.(dir);
      for (const code of ['EPERM', 'ENOTSUP', 'EXDEV']) {
        disk.no = (verb) => (verb === 'link' ? code : undefined);
        expect(await build(path.join(dir, 'dist'), after, true)).toBe(undefined);
        expect(contentOf(path.join(dir, 'dist'))).toMatchObject({ ...before, ...after });
      }
    }
  }));

test('names that are one on Windows and macOS, by case or by how an accent is written', () =>
  withFolder(async (dir) => {
    const out = path.join(dir, 'dist');
    const note = 'Rename in the deck what one of them is named after. out/same-name';
    expect(await build(out, { 'site/f/x-ai.html': '1', 'site/f/x-AI.html': '2' })).toBe(
      `dist/site/f/x-AI.html: "dist/site/f/x-AI.html" and "x-ai.html" are one file on Windows and macOS. ${note}`,
    );
    expect(await build(out, { 'print/a4--\u00e9.pdf': '1', 'print/a4--e\u0301.pdf': '2' })).toContain('are one file');
    expect(await build(out, { 'print/a4.pdf': '1', 'print/a4.pdf.txt': '2' })).toBe(undefined);
  }));

describe('what is in the way', () => {
  const inTheWay = (file: string) =>
    `${file}: "${file}" is in the way: prepdeck did not make it, and does not replace it. Move it, ${or} out/in-the-way`;

  test('files and folders of others that have our names', () =>
    withFolder(async (dir) => {
      const things = [
        'manifest.json',
        'print',
        'print/a4.pdf',
        'print/a4.pdf/',
        'site/index.html',
        '.prepdeck',
        '.prepdeck/x',
      ];
      for (const thing of things) {
        const out = path.join(dir, String(things.indexOf(thing)), 'dist');
        await put(out, { [thing]: '{"start_url": "/"}', 'mine/': '' });
        const old = contentOf(out);
        const name = thing.startsWith('.prepdeck') ? 'dist/.prepdeck' : `dist/${thing.replace(/\/$/u, '')}`;
        expect(await build(out, after)).toBe(inTheWay(name));
        expect(contentOf(out)).toEqual(old);
        expect(await readdir(path.dirname(out))).toEqual(['dist']);
      }
    }));

  test('a link in place of one of our folders', () =>
    withFolder(async (dir) => {
      await put(dir, { 'www/': '', 'dist/': '' });
      await symlink('../www', path.join(dir, 'dist/site'));
      expect(await saidBy(dir, () => undefined)).toBe(inTheWay('dist/site'));
    }));

  test('a link in place of one of our files, though it leads to the same', () =>
    withFolder(async (dir) => {
      // The link itself is as long as what it leads to.
      await put(dir, { 'dist/print/abc': 'new' });
      await symlink('abc', path.join(dir, 'dist/print/a4.pdf'));
      expect(await saidBy(dir, () => undefined)).toBe(inTheWay('dist/print/a4.pdf'));
    }));

  test('not what is the same, nor a manifest in which nothing is', () =>
    withFolder(async (dir) => {
      await put(path.join(dir, 'dist'), { 'print/a4.pdf': 'new', 'manifest.json': '{}\n', mine: 'mine' });
      expect(await build(path.join(dir, 'dist'), after)).toBe(undefined);
      expect(contentOf(path.join(dir, 'dist'))).toMatchObject({ ...after, mine: 'mine' });
    }));
});

describe('what another does at the same time', () => {
  /** Does something once, just before something is renamed to a path that ends so. */
  const beforeRename = (end: string, work: () => string | undefined) => {
    let isDone = false;
    disk.no = (verb, to) => {
      if (isDone || verb !== 'rename' || !to.endsWith(end)) return undefined;
      isDone = true;
      return work();
    };
  };
  const puts = (file: string, text: string) => {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };

  test('a build that goes on for longer than it is waited for is said, with its process', () =>
    withFolder(async (dir) => {
      await folders.ours?.(dir);
      expect(takeWorkFolder(path.join(dir, 'dist'))).toBe(true);
      let now = Date.now();
      vi.spyOn(Date, 'now').mockImplementation(() => (now += 1000));
      expect(await saidBy(dir, () => undefined)).toBe(
        `dist: Another build (process ${process.pid}) is writing to "dist". Wait until it is over, and build again. out/busy`,
      );
    }));

  test('one that has made its work folder, and not yet said that it is its own, is not taken for a dead one', () =>
    withFolder(async (dir) => {
      const out = path.join(dir, 'dist');
      await put(dir, { 'dist/.prepdeck/': '' });
      let asked = 0;
      const began = Date.now();
      vi.spyOn(Date, 'now').mockImplementation(() => {
        asked += 1;
        const owner = { host: 'elsewhere', pid: 7, since: 0 };
        if (asked === 3) puts(path.join(out, '.prepdeck/owner.json'), JSON.stringify(owner));
        return began + 100 * asked;
      });
      expect(await recover(out)).toMatchObject({ pid: 7 });
    }));

  test('a folder that another build has made meanwhile is kept, and written into; nothing is left beside it', () =>
    withFolder(async (dir) => {
      // Windows says EPERM.
      for (const code of ['ENOTEMPTY', 'EEXIST', 'EPERM']) {
        await folders.ours?.(dir);
        beforeRename('dist', () => {
          puts(path.join(dir, 'dist/theirs'), 'theirs');
          return code;
        });
        expect(await build(path.join(dir, 'dist'), after)).toBe(undefined);
        expect(contentOf(path.join(dir, 'dist'))).toMatchObject({ ...after, theirs: 'theirs' });
        expect(await readdir(dir)).toEqual(['dist']);
      }
    }));

  test('a file that is put where one of ours goes is not replaced, and all is as it was', () =>
    withFolder(async (dir) => {
      await folders.mixed?.(dir);
      const old = contentOf(dir);
      beforeRename('journal.json', () => puts(path.join(dir, 'dist/site/index.html'), 'theirs') as undefined);
      expect(await build(path.join(dir, 'dist'), after)).toContain('"dist/site/index.html" is in the way');
      expect(contentOf(dir)).toEqual({ ...old, 'dist/site': 'folder', 'dist/site/index.html': 'theirs' });
    }));

  test('a file that is put into the old folder while the two are swapped stays there, where the new one has its name', () =>
    withFolder(async (dir) => {
      await folders.ours?.(dir);
      const theirs = () => puts(path.join(dir, 'dist/site/index.html'), 'theirs') as undefined;
      beforeRename('dist.prev', theirs);
      for (let times = 0; times < 2; times += 1) {
        expect(await build(path.join(dir, 'dist'), after)).toBe(undefined);
        expect(contentOf(path.join(dir, 'dist'))).toMatchObject(after);
        expect(contentOf(path.join(dir, 'dist.prev'))).toEqual({ site: 'folder', 'site/index.html': 'theirs' });
      }
    }));
});

test('our own bug is no trouble with a disk', () => {
  expect(() => troubleOf(new TypeError('x is undefined'), '/dist', '/')).toThrow(TypeError);
  expect(() => troubleOf(Object.assign(new Error('odd'), { code: 'ERR_NO_TEXT' }), '/dist', '/')).toThrow('odd');
});

// Node's own mkdir never came back from this. Only Linux has such a folder.
test.skipIf(!existsSync('/proc/self'))('a place where no folder can be made', () => {
  expect(() => makeFolder('/proc/prepdeck/dist')).toThrow('ENOENT');
});
