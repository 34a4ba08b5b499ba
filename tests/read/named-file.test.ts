import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openFolder } from '../../src/read/files.ts';
import { readNamed } from '../../src/read/named-file.ts';
import { put, withFolder } from '../write/folder.ts';

/** What is read of a name from two decks, the first above the other, or what is said. */
async function read(root: string, name: string): Promise<string> {
  const said: string[] = [];
  const folders = [];
  for (const dir of ['own', 'base']) {
    const folder = await openFolder(path.join(root, dir), root, () => undefined);
    if (folder) folders.push(folder);
  }
  const bytes = await readNamed(name, folders, (problem) => said.push(`${problem.file}: ${problem.reason}`), 100);
  return bytes?.toString('utf8') ?? said.join('\n');
}

test('a file is found by its name, in the highest deck that has it', () =>
  withFolder(async (dir) => {
    await put(dir, { 'own/art/a.png': 'own', 'base/art/a.png': 'base', 'base/art/b/b.png': 'base' });
    expect(await read(dir, 'art/a.png')).toBe('own');
    expect(await read(dir, 'art/b/b.png')).toBe('base');
    expect(await read(dir, 'art/c.png')).toBe('own/art/c.png: "own/art/c.png" is missing.');
    expect(await read(dir, 'art/b')).toBe('base/art/b: "base/art/b" is not a file.');
  }));

test('accents that are characters of their own in a name on the disk, as from macOS, are the same', () =>
  withFolder(async (dir) => {
    const decomposed = 'art/cafe\u0301/e\u0301.png';
    await put(dir, { [`own/${decomposed}`]: 'own', 'base/art/café/é.png': 'base' });
    expect(await read(dir, 'art/café/é.png')).toBe('own');
  }));

test('a name with other capital letters is said on every system: only some find the file', () =>
  withFolder(async (dir) => {
    await put(dir, { 'own/art/': '', 'base/art/People/Faces.PNG': 'base' });
    expect(await read(dir, 'art/people/faces.png')).toBe(
      'base/art/people/faces.png: "base/art/people/faces.png" is named "base/art/People/Faces.PNG" there.',
    );
    expect(readdirSync(path.join(dir, 'own/art'))).toEqual([]);
  }));
