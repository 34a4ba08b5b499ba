import { rename, symlink } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readied } from '../../src/write/recover.ts';
import { build, contentOf, put, withFolder } from './folder.ts';

const project = { 'deck/cards/': '', 'base/deck/': '', 'layouts/': '', 'Other/': '' };

/** What is said of an output folder; undefined where it may be written to. */
async function said(dir: string, out: string): Promise<string | undefined> {
  const sources = ['deck', 'base/deck', 'layouts', 'base/layouts'].map((name) => path.join(dir, name));
  const problem = await readied({ out: path.resolve(dir, out), sources, root: dir });
  return problem && `${problem.file}: ${problem.reason} ${problem.note} ${problem.source}/${problem.ruleId}`;
}

test('a folder that is, holds or lies in sources is refused', () =>
  withFolder(async (dir) => {
    await put(dir, project);
    await symlink('deck', path.join(dir, 'dist'));
    await symlink('deck/cards', path.join(dir, 'inside'));
    const note = 'Name a folder for outputs alone, e.g. --out dist out/sources';
    const lines = {
      deck: `deck: Nothing is written to "deck": it is "deck", a folder of sources. ${note}`,
      dist: `deck: Nothing is written to "deck": it is "deck", a folder of sources. ${note}`,
      'deck/cards': `deck/cards: Nothing is written to "deck/cards": it lies in "deck", a folder of sources. ${note}`,
      'deck/new/dist': `deck/new/dist: Nothing is written to "deck/new/dist": it lies in "deck", a folder of sources. ${note}`,
      'inside/dist': `inside/dist: Nothing is written to "inside/dist": it lies in "deck", a folder of sources. ${note}`,
      base: `base: Nothing is written to "base": it holds "base/deck", a folder of sources. ${note}`,
      '.': `.: Nothing is written to ".": it holds "deck", a folder of sources. ${note}`,
      '..': `..: Nothing is written to "..": it holds "deck", a folder of sources. ${note}`,
      layouts: `layouts: Nothing is written to "layouts": it is "layouts", a folder of sources. ${note}`,
    };
    for (const [out, line] of Object.entries(lines)) expect(await said(dir, out)).toBe(line);
  }));

test('any other folder is not, be it there or not, or named alike', () =>
  withFolder(async (dir) => {
    await put(dir, project);
    await symlink('Other', path.join(dir, 'link'));
    for (const out of ['dist', 'a/b/dist', 'deck-2', 'base/dist', 'Other', 'link', 'link/dist']) {
      expect(await said(dir, out)).toBe(undefined);
    }
  }));

test('a folder of sources is not touched, though a killed build seems to have left it', () =>
  withFolder(async (dir) => {
    await put(dir, project);
    await build(path.join(dir, 'dist'), { 'print/a': '1' });
    await rename(path.join(dir, 'dist'), path.join(dir, 'deck.prev'));
    const before = contentOf(dir);
    expect(await said(dir, 'deck')).toContain('it is "deck"');
    expect(contentOf(dir)).toEqual(before);
  }));

test('a file or a link that leads nowhere is said', () =>
  withFolder(async (dir) => {
    await put(dir, { ...project, file: 'mine' });
    await symlink('gone', path.join(dir, 'link'));
    await symlink('circle', path.join(dir, 'circle'));
    const or = 'or choose another folder with --out.';
    expect(await said(dir, 'file')).toBe(
      `file: "file" is not a folder: nothing can be put into it. Move it, ${or} out/no-folder`,
    );
    expect(await said(dir, 'file/dist')).toBe(
      `file: "file" is not a folder: nothing can be put into it. Move it, ${or} out/no-folder`,
    );
    expect(await said(dir, 'link')).toBe(
      `link: "link" is a link to "${path.join(dir, 'gone')}", and there is no such folder. ` +
        `Make that folder, remove the link, ${or} out/link`,
    );
    expect(await said(dir, 'circle')).toBe(
      `circle: "circle" is a link that leads to itself. Remove it, ${or} out/link`,
    );
  }));
