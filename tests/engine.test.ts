import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compiled } from '../src/engine.mjs';
import { put } from './fixtures/files.ts';

let root = '';
let cache = '';
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'prepdeck-'));
  cache = path.join(root, 'cache');
  await mkdir(cache);
  await write('parts/one.ts', "import { word } from '../word.ts';\nexport const said = ['one', word].join(' ');\n");
  await write('word.ts', "export const word: string = 'first';\n");
});
afterEach(async () => {
  await rm(root, { recursive: true });
});

const write = (name: string, text: string) => put(path.join(root, name), text);

/** Compiles every file of `parts/`. */
async function compile(as = 'test', from = root): Promise<string> {
  const names = await readdir(path.join(from, 'parts'));
  const entries = names.map((name) => `parts/${name}`);
  const kept = path.join(from, 'cache');
  return await compiled({ name: as, root: from, entries, dirs: [path.join(from, 'parts')] }, kept);
}

/** The file that says what a folder was made from. */
async function noteIn(folder: string): Promise<string> {
  const [note = ''] = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  return path.join(folder, note);
}

async function said(dir: string, name: string): Promise<string> {
  const { said } = (await import(pathToFileURL(path.join(dir, `parts-${name}.js`)).href)) as { said: string };
  return said;
}

test('what was compiled is kept until a file that it was made from changes', async () => {
  const first = await compile();
  expect(await said(first, 'one')).toBe('one first');
  expect(await compile()).toBe(first);

  await write('word.ts', "export const word: string = 'other';\n");
  const second = await compile();
  expect(second).not.toBe(first);
  expect(await said(second, 'one')).toBe('one other');
});

test('a copy has its own, also where it took along what was compiled for the original', async () => {
  const first = await compile();
  const copy = path.join(root, 'copy');
  for (const name of ['parts', 'word.ts', 'cache']) {
    await cp(path.join(root, name), path.join(copy, name), { recursive: true, preserveTimestamps: true });
  }
  await writeFile(path.join(copy, 'word.ts'), "export const word: string = 'copied';\n");
  expect(await said(await compile('test', copy), 'one')).toBe('one copied');
  expect(await compile()).toBe(first);
});

test('a new file is compiled with the others', async () => {
  await compile();
  await write('parts/two.ts', "export const said = 'two';\n");
  expect(await said(await compile(), 'two')).toBe('two');
});

test.each([
  ['a note that was cut off', async () => await writeFile(await noteIn(cache), '{"dir":')],
  ['a note of an earlier version', async () => await writeFile(await noteIn(cache), '{"dir":"x","files":[]}')],
  ['a folder that was removed', async (dir: string) => await rm(dir, { recursive: true })],
  ['a module that was changed', async (dir: string) => await damage(dir, (code) => code.replace('first', 'wrong'))],
  ['a module that was cut short', async (dir: string) => await damage(dir, () => '')],
  ['a module that is gone', async (dir: string) => await rm(path.join(dir, 'parts-one.js'))],
])('compiles again after %s', async (_, change) => {
  const first = await compile();
  await change(first);
  const again = await compile();
  expect(await said(again, 'one')).toBe('one first');
  expect((await readdir(cache)).sort()).toEqual([path.basename(again), path.basename(await noteIn(cache))].sort());
});

async function damage(dir: string, change: (code: string) => string): Promise<void> {
  const file = path.join(dir, 'parts-one.js');
  await writeFile(file, change(await readFile(file, 'utf8')));
}

test('what can’t be compiled is said with its place, and leaves nothing behind', async () => {
  await write('word.ts', 'export const word = ;\n');
  await expect(compile()).rejects.toMatchObject({
    errors: [{ text: 'Unexpected ";"', location: { file: 'word.ts', line: 1, column: 20 } }],
  });
  expect(await readdir(cache)).toEqual([]);
});

test('two that compile the same at once both get it', async () => {
  const [one, other] = await Promise.all([compile(), compile()]);
  expect(one).toBe(other);
  expect((await readdir(cache)).sort()).toEqual([path.basename(one), path.basename(await noteIn(cache))].sort());
  expect(await said(one, 'one')).toBe('one first');
});

/** As if it had been made, or last used, that long ago. */
async function age(days: number): Promise<void> {
  const then = new Date(Date.now() - days * 24 * 60 * 60 * 1000);
  for (const name of await readdir(cache)) await utimes(path.join(cache, name), then, then);
}

test('what nobody has used for a week goes when something else is compiled', async () => {
  await compile('engine-old');
  await mkdir(path.join(cache, 'scripts.halfmade'));
  await writeFile(path.join(cache, 'not-ours'), '');
  await age(8);
  const fresh = await compile('layouts-new');
  const note = path.basename(await noteIn(cache));
  expect((await readdir(cache)).sort()).toEqual([note, path.basename(fresh), 'not-ours'].sort());
});

test('what is in use stays, however long ago it was compiled', async () => {
  const engine = await compile('engine-old');
  await age(8);
  expect(await compile('engine-old')).toBe(engine);
  await compile('layouts-new');
  expect(await said(engine, 'one')).toBe('one first');
  expect(await compile('engine-old')).toBe(engine);
});

test('where nothing can be kept, what a process compiled for itself goes with it, and with the next what a killed one left', async () => {
  const home = path.resolve(import.meta.dirname, '..');
  const copy = path.join(root, 'copy');
  for (const name of ['src', 'layouts', 'package.json']) {
    await cp(path.join(home, name), path.join(copy, name), { recursive: true });
  }
  await mkdir(path.join(copy, 'node_modules'));
  for (const name of await readdir(path.join(home, 'node_modules'))) {
    if (name.startsWith('.')) continue;
    await symlink(path.join(home, 'node_modules', name), path.join(copy, 'node_modules', name), 'junction');
  }
  // Files stand where the two folders for what is kept would be.
  await write('copy/node_modules/.cache', '');
  const temporary = path.join(root, 'temporary');
  await mkdir(path.join(temporary, `prepdeck-engine-${2 ** 30}-killed`), { recursive: true });
  await mkdir(path.join(temporary, `prepdeck-engine-${process.pid}-running`));
  const folders = { XDG_CACHE_HOME: path.join(copy, 'package.json'), TMPDIR: temporary, TEMP: temporary };
  const env = { ...process.env, ...folders, NODE_ENV: 'production' };
  const { stdout } = await promisify(execFile)(process.execPath, [path.join(copy, 'src/bin.mjs'), '--version'], {
    env,
  });
  expect(stdout).toMatch(/^\d+\.\d+\.\d+/u);
  expect(await readdir(temporary)).toEqual([`prepdeck-engine-${process.pid}-running`]);
});
