import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { init } from '../src/command/init.ts';
import { read } from './press/readers.ts';

// People start a variant of a deck by copying last year's folder: what they change in the copy must be what is printed.

const clone = path.resolve(import.meta.dirname, '..');
let root = '';
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'prepdeck-copy-'));
});
afterAll(() => rm(root, { recursive: true }));

/** A checkout with a small deck. Its packages are links, so that copying it is quick; its cache is its own. */
async function checkout(dir: string): Promise<void> {
  await init({ dir, template: 'blank', date: '2026-11-28' });
  for (const name of ['src', 'layouts', 'package.json']) {
    await cp(path.join(clone, name), path.join(dir, name), { recursive: true });
  }
  await mkdir(path.join(dir, 'node_modules'));
  for (const name of await readdir(path.join(clone, 'node_modules'))) {
    if (name.startsWith('.')) continue;
    await symlink(path.join(clone, 'node_modules', name), path.join(dir, 'node_modules', name));
  }
  await mkdir(path.join(dir, 'acme/deck'), { recursive: true });
  await writeFile(path.join(dir, 'acme/deck/deck.yaml'), 'extends: prepdeck\nname: Acme\nversion: 1.0.0\n');
}

/** What the command says; `within` is the folder in the checkout that it is called in. */
async function run(dir: string, within: string, ...args: string[]): Promise<string> {
  const bin = path.join(dir, 'src/bin.mjs');
  const env = { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', CI: '1' };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [bin, ...args], {
    cwd: path.join(dir, within),
    env,
  });
  return `${stdout}${stderr}`;
}

async function build(dir: string) {
  const said = await run(dir, '.', 'build', '--stock', 'a4', '--only', 'id:friday-list', '--no-site');
  const [page] = await read(new Uint8Array(await readFile(path.join(dir, 'dist/print/a4--id-friday-list.pdf'))));
  return { said, text: page?.text ?? '' };
}

/** Changes the one place below a folder where a text stands, whatever its file is called. */
async function change(dir: string, from: string, to: string): Promise<void> {
  const names = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = names.filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name));
  const texts = await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const));
  const having = texts.filter(([, text]) => text.includes(from));
  expect(having, `${from} in ${dir}`).toHaveLength(1);
  for (const [file, text] of having) await writeFile(file, text.replace(from, to));
}

test('a copy of a checkout runs its own code, looks, stocks and deck, and the original its own', async () => {
  const [original, copy] = [path.join(root, 'original'), path.join(root, 'copy')];
  await checkout(original);
  const before = await build(original);
  expect(before.said).toContain('A4, 9 cards: print at Actual size, on both sides');
  expect(before.text).not.toContain('C O P I E D');

  await cp(original, copy, { recursive: true, preserveTimestamps: true });
  await change(path.join(copy, 'layouts/faces'), '.filter(Boolean).join', ".filter(Boolean).concat('Copied').join");
  await change(path.join(copy, 'layouts/stocks'), 'name: A4, {count} cards\n', 'name: Copied paper\n');
  await change(path.join(copy, 'src'), 'print at Actual size, on both sides', 'copied words');
  await change(path.join(copy, 'deck'), 'title: Friday List', 'title: Copied List');

  const after = await build(copy);
  expect(after.said).toContain('Copied paper: copied words, flip');
  expect(after.text).toContain('C O P I E D');
  expect(await run(copy, 'acme', 'list')).toContain('Copied List');

  expect(await run(original, 'acme', 'list')).toContain('Friday List');
}, 180_000);
