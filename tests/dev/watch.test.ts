import { closeSync, openSync, writeSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Watch, watchFiles } from '../../src/dev/watch.ts';

let dir: string;
let watch: Watch;
let told: string[];

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'prepdeck-watch-'));
  // A folder and a file in it of one name.
  await mkdir(at('cards/a.mdx'), { recursive: true });
  for (const name of ['cards/one.mdx', 'cards/a.mdx/a.mdx']) await writeFile(at(name), '1');
  told = [];
  watch = await watchFiles({
    dirs: [dir],
    onChange: async (files) => void told.push(...files.map((file) => path.relative(dir, file)).sort()),
    onError: (cause) => expect.fail(cause.message),
  });
});

afterEach(async () => {
  await watch.close();
  await rm(dir, { recursive: true });
});

function at(name: string): string {
  return path.join(dir, name);
}

/** Saves as editors do that put a new file in the old one's place. */
async function replace(name: string, text: string): Promise<void> {
  await writeFile(at(`${name}~`), text);
  await rename(at(`${name}~`), at(name));
}

test('a file that is written, replaced, made or removed is told of, and nothing that editors leave beside it', async () => {
  await writeFile(at('cards/one.mdx'), '2');
  await expect.poll(() => new Set(told)).toEqual(new Set(['cards/one.mdx']));
  told = [];
  await replace('cards/one.mdx', '3');
  await expect.poll(() => new Set(told)).toEqual(new Set(['cards/one.mdx']));
  told = [];
  await writeFile(at('cards/.one.mdx.swp'), 'x');
  await writeFile(at('cards/a.mdx/a.mdx'), '2');
  await writeFile(at('cards/two.mdx'), '1');
  await rm(at('cards/one.mdx'));
  await expect.poll(() => new Set(told)).toEqual(new Set(['cards/a.mdx/a.mdx', 'cards/two.mdx', 'cards/one.mdx']));
});

test('what is saved while another folder is made or goes is told of: the watcher begins anew then', async () => {
  await watch.close();
  watch = await watchFiles({
    dirs: [at('cards'), at('layouts')],
    onChange: async (files) => void told.push(...files.map((file) => path.relative(dir, file))),
    onError: (cause) => expect.fail(cause.message),
  });
  await mkdir(at('layouts'));
  // For twice as long as it takes to see that.
  const names = Array.from({ length: 160 }, (_, number) => `cards/${number}.mdx`);
  for (const name of names) {
    await writeFile(at(name), '1');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await expect.poll(() => names.filter((name) => !told.includes(name)), { timeout: 3000 }).toEqual([]);
});

test('a file that the disk refuses, as a link to itself, does not end the watch', async () => {
  const refused: string[] = [];
  await watch.close();
  watch = await watchFiles({
    dirs: [dir],
    onChange: async (files) => void told.push(...files.map((file) => path.relative(dir, file))),
    onError: (cause) => void refused.push(cause.message.replace(/:.*/u, '')),
  });
  await symlink('loop.mdx', at('cards/loop.mdx'));
  await writeFile(at('cards/two.mdx'), '1');
  await expect.poll(() => told).toContain('cards/two.mdx');
  told = [];
  await rm(at('cards/one.mdx'));
  await symlink('one.mdx', at('cards/one.mdx'));
  await expect.poll(() => told).toContain('cards/one.mdx');
  expect(new Set(refused)).toEqual(new Set(['ELOOP']));
});

test('of two saves that follow at once the second is not missed', async () => {
  await replace('cards/one.mdx', '2');
  await expect.poll(() => told.length).toBeGreaterThan(0);
  told = [];
  await replace('cards/one.mdx', '3');
  await replace('cards/one.mdx', '4');
  await expect.poll(() => told.length).toBeGreaterThan(0);
});

test('a file that is emptied before it is written is told of once, with its text', async () => {
  const texts: string[] = [];
  await watch.close();
  watch = await watchFiles({
    dirs: [dir],
    onChange: async () => void texts.push(await readFile(at('cards/one.mdx'), 'utf8')),
    onError: (cause) => expect.fail(cause.message),
  });
  // At once, so that a busy machine can't put more time between the two.
  const file = openSync(at('cards/one.mdx'), 'w');
  await new Promise((resolve) => setTimeout(resolve, 12));
  writeSync(file, '2');
  closeSync(file);
  await expect.poll(() => texts).toEqual(['2']);
});
