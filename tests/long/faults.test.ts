import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { init } from '../../src/command/init.ts';
import { verify } from '../../src/command/verify.ts';

// What goes wrong around a real build: it is killed, its input vanishes, a second one runs, its cache is damaged, the clock jumps, it
// has no memory. Each time the output folder is whole, the message says something, and the next build makes the same bytes.

const root = path.resolve(import.meta.dirname, '../..');
const KILLS = Number(process.env.PREPDECK_KILLS ?? 20);
const PDF = 'print/a4--id-friday-list.pdf';

let dir = '';
let deck = '';
let wanted = '';
/** How long a build takes, in ms. */
let whole = 0;

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'prepdeck-faults-'));
  await init({ dir: path.join(dir, 'mine'), template: 'blank', date: '2026-11-21' });
  deck = path.join(dir, 'mine');
  await ended(begin());
  const began = performance.now();
  expect(await ended(begin())).toMatchObject({ code: 0 });
  whole = performance.now() - began;
  wanted = await made();
});
afterAll(() => rm(dir, { recursive: true, force: true }));

/** Starts a build; options of Node stand before it. */
function begin(...node: string[]): ChildProcess {
  const args = ['build', '--stock', 'a4', '--only', 'id:friday-list', '--no-site', '--quiet'];
  return spawn(process.execPath, [...node, path.join(root, 'src/bin.mjs'), ...args], { cwd: deck });
}

async function ended(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  let said = '';
  child.stderr?.on('data', (text) => {
    said += text;
  });
  const [code] = await once(child, 'close');
  return { code, said };
}

/** The hash of what was made. */
async function made(): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path.join(deck, 'dist', PDF)))
    .digest('hex');
}

/** The output folder is as a build left it, nothing lies beside it, and the next build makes the same. */
async function expectWhole(when: string): Promise<void> {
  expect(await ended(begin()), when).toEqual({ code: 0, said: '' });
  expect(await made(), when).toBe(wanted);
  expect((await verify(path.join(deck, 'dist'))).ok, when).toBe(true);
  expect(
    (await readdir(deck)).filter((name) => /^dist\./u.test(name)),
    when,
  ).toEqual([]);
}

test('killed at random moments', async () => {
  for (let kill = 0; kill < KILLS; kill += 1) {
    const child = begin();
    const ms = Math.random() * whole;
    await wait(ms);
    child.kill('SIGKILL');
    await ended(child);
    await expectWhole(`killed after ${ms} ms`);
  }
});

test('its input vanishes while it is read', async () => {
  const card = path.join(deck, 'deck/cards');
  const aside = path.join(dir, 'aside');
  await cp(card, aside, { recursive: true });
  for (let i = 0; i < 5; i += 1) {
    const child = begin();
    await wait((whole * i) / 5);
    await rm(card, { recursive: true });
    const { code, said } = await ended(child);
    await cp(aside, card, { recursive: true });
    // What was read before is printed; else it is said what is not there.
    if (code !== 0) expect(said).toMatch(/deck\/(cards|deck\.yaml)|friday-list/u);
    expect(said).not.toMatch(/prepdeck failed|\n {4}at /u);
    await expectWhole(`vanished ${i}`);
  }
});

test('two at once', async () => {
  const [one, other] = await Promise.all([ended(begin()), ended(begin())]);
  expect([one, other]).toEqual([
    { code: 0, said: '' },
    { code: 0, said: '' },
  ]);
  await expectWhole('two at once');
});

test('its cache is damaged', async () => {
  const cache = path.join(deck, 'node_modules/.cache/prepdeck');
  const files = (await readdir(cache, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
  for (const file of files) await writeFile(path.join(file.parentPath, file.name), 'damaged');
  await expectWhole('damaged cache');
  await rm(cache, { recursive: true });
  await writeFile(cache, 'a file in its place');
  await expectWhole('no cache');
  await rm(cache);
});

test('the clock jumps', async () => {
  const jump = path.join(dir, 'jump.cjs');
  await writeFile(jump, 'const now = Date.now; Date.now = () => now() + (Math.random() - 0.5) * 6e11;');
  expect(await ended(begin('--require', jump))).toEqual({ code: 0, said: '' });
  await expectWhole('clock');
});

test('it has no memory', async () => {
  const { code } = await ended(begin('--max-old-space-size=24'));
  expect(code).not.toBe(0);
  await expectWhole('memory');
});
