import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Output } from '../src/model.ts';
import { readManifest, recover, write } from '../src/output.ts';

let dir: string;
let out: string;
const deck = { name: 'A deck', version: '1.0.0', cards: 2 };

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'prepdeck-output-'));
  out = path.join(dir, 'dist');
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const file = (name: string, text: string): Output => ({ path: name, bytes: new TextEncoder().encode(text) });
const read = (name: string) => readFile(path.join(out, name), 'utf8');

test('writes files and a manifest with their sizes and checksums', async () => {
  const manifest = await write({ out, outputs: [file('print/a4.pdf', 'abc')], deck, partial: false });
  expect(await read('print/a4.pdf')).toBe('abc');
  expect(manifest.outputs).toEqual([
    { path: 'print/a4.pdf', bytes: 3, sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' },
  ]);
  expect(JSON.parse(await read('manifest.json'))).toEqual({ ...deck, outputs: manifest.outputs });
});

test('leaves no other folder beside the output', async () => {
  await write({ out, outputs: [file('a', '1')], deck, partial: false });
  await write({ out, outputs: [file('a', '2')], deck, partial: false });
  expect(await readdir(dir)).toEqual(['dist']);
});

test('a full build drops what an earlier one made and keeps files that are not ours', async () => {
  await write({ out, outputs: [file('print/a4.pdf', '1'), file('print/a3.pdf', '1')], deck, partial: false });
  await writeFile(path.join(out, '.gitignore'), '*');
  await writeFile(path.join(out, 'print/notes.txt'), 'mine');
  await write({ out, outputs: [file('print/a4.pdf', '2')], deck, partial: false });
  expect((await readdir(path.join(out, 'print'))).sort()).toEqual(['a4.pdf', 'notes.txt']);
  expect(await read('.gitignore')).toBe('*');
  expect(await read('print/a4.pdf')).toBe('2');
});

test('a partial build keeps earlier outputs, on disk and in the manifest', async () => {
  await write({ out, outputs: [file('print/a4.pdf', '1')], deck, partial: false });
  await write({ out, outputs: [file('print/a3.pdf', '2')], deck, partial: true });
  expect((await readManifest(out)).outputs.map((output) => output.path)).toEqual(['print/a3.pdf', 'print/a4.pdf']);
  expect(await read('print/a4.pdf')).toBe('1');
});

test('killed between the two renames, the next command brings the folder back', async () => {
  await write({ out, outputs: [file('a', '1')], deck, partial: false });
  await rename(out, `${out}.prev`);
  await mkdir(`${out}.next`);
  await recover(out);
  expect(await read('a')).toBe('1');
  expect(await readdir(dir)).toEqual(['dist']);
});

test('killed after the second rename, the new folder stays', async () => {
  await write({ out, outputs: [file('a', 'new')], deck, partial: false });
  await mkdir(`${out}.prev`);
  await writeFile(path.join(`${out}.prev`, 'a'), 'old');
  await recover(out);
  expect(await read('a')).toBe('new');
  expect(await readdir(dir)).toEqual(['dist']);
});

test('a write that fails leaves the folder as it was', async () => {
  await write({ out, outputs: [file('a', '1')], deck, partial: false });
  const impossible = [file('b', '2'), file('b/c', '3')];
  await expect(write({ out, outputs: impossible, deck, partial: false })).rejects.toThrow();
  expect(await read('a')).toBe('1');
  await recover(out);
  expect(await readdir(dir)).toEqual(['dist']);
});
