import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { blankDeck } from './fixtures/blank.ts';

// What a build does with a deck that it must not print: it says why, in one run, and leaves everything as it was.

const root = path.resolve(import.meta.dirname, '..');
let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'prepdeck-safety-'));
  await blankDeck(dir);
  await mkdir(path.join(dir, 'dist'));
  await writeFile(path.join(dir, 'dist/manifest.json'), '{}');
});
afterEach(() => rm(dir, { recursive: true, force: true }));

function build(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { ...process.env, NO_COLOR: '1', CI: '1', NODE_ENV: 'production' };
  const all = [path.join(root, 'src/bin.mjs'), 'build', '--stock', 'a4', '--no-site', ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, all, { cwd: dir, env }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

async function edit(file: string, from: string | RegExp, to: string): Promise<void> {
  const name = path.join(dir, 'deck/cards', file);
  await writeFile(name, (await readFile(name, 'utf8')).replace(from, to));
}

/** `friday-list.mdx:8`: where a line stands in a card of the copy. */
async function lineOf(file: string, line: string): Promise<string> {
  const lines = (await readFile(path.join(dir, 'deck/cards', file), 'utf8')).split('\n');
  return `${path.basename(file)}:${lines.indexOf(line) + 1}`;
}

test('text that does not fit names the card, the side, the text and how much of it fits, and nothing is written', async () => {
  const long = 'which very long question goes on and on '.repeat(30);
  await edit('habits/friday-list.mdx', '## Try it when\n', `## Try it when\n${long}\n\n`);
  await edit('questions/who-noticed.mdx', 'Find out whether', 'Donaudampfschifffahrtsgesellschaftskapitän '.repeat(9));
  const { code, stderr } = await build('--only', 'id:friday-list,who-noticed');
  expect(stderr).toMatch(
    /friday-list\.mdx:\d+:1 {2}error {2}HAB 2 Friday List, back: the section “Try it when” is \d+ characters too long: \d+, and \d+ fit /u,
  );
  expect(stderr).toMatch(
    /who-noticed\.mdx:\d+:\d+ {2}error {2}ASK 2 Who Noticed\?, front: the gist is \d+ characters too long: \d+, and \d+ fit /u,
  );
  expect(code).toBe(1);
  expect(await readdir(path.join(dir, 'dist'))).toEqual(['manifest.json']);
  expect((await readdir(dir)).sort()).toEqual(['deck', 'dist']);
});

test('front matter that is a program does not run, and all mistakes come in one run, as JSON too', async () => {
  await edit('habits/blank-habit.mdx', /^---\n/u, `---js\nrequire('node:fs').writeFileSync('ran', '');\n`);
  await edit('questions/who-noticed.mdx', 'suit: question', 'suit: qestion');
  await edit('habits/friday-list.mdx', '## Try it when\n', '## Try it when\n{1 + 1}\n\n');
  const { code, stdout } = await build('--json');
  const said = JSON.parse(stdout);
  expect(said).toMatchObject({ ok: false, outputs: [] });
  const files = said.problems.map((one: { file: string; line: number }) => `${path.basename(one.file)}:${one.line}`);
  const wanted = await Promise.all([
    lineOf('questions/who-noticed.mdx', 'suit: qestion'),
    lineOf('habits/friday-list.mdx', '{1 + 1}'),
  ]);
  expect(files).toEqual(expect.arrayContaining(['blank-habit.mdx:1', ...wanted]));
  expect(code).toBe(1);
  expect((await readdir(dir)).sort()).toEqual(['deck', 'dist']);
});

test('the same deck gives the same bytes in another folder and time zone', async () => {
  const only = ['--only', 'suit:habit', '--json'];
  const first = JSON.parse((await build(...only)).stdout);
  process.env.TZ = 'Pacific/Auckland';
  const other = `${dir}-moved`;
  await cp(dir, other, { recursive: true });
  const second = await new Promise<string>((resolve) => {
    const args = [path.join(root, 'src/bin.mjs'), 'build', '--stock', 'a4', '--no-site', ...only, '--out', 'elsewhere'];
    execFile(process.execPath, args, { cwd: other, env: process.env }, (_error, stdout) => resolve(stdout));
  });
  await rm(other, { recursive: true });
  delete process.env.TZ;
  const sums = (said: { outputs: { path: string; sha256: string }[] }) =>
    said.outputs.filter((one) => one.path.startsWith('print/')).map((one) => [one.path, one.sha256]);
  expect(sums(first)).toHaveLength(1);
  expect(sums(JSON.parse(second))).toEqual(sums(first));
});
