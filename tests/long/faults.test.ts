import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
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
  // Then what was drawn is kept there.
  await mkdir(path.join(deck, 'node_modules'));
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

test('two at once, which keep the same things in the same folder', async () => {
  await rm(cache(), { recursive: true });
  const [one, other] = await Promise.all([ended(begin()), ended(begin())]);
  expect([one, other]).toEqual([
    { code: 0, said: '' },
    { code: 0, said: '' },
  ]);
  await expectWhole('two at once');
});

/** Where this project keeps what was drawn. */
const cache = () => path.join(deck, 'node_modules/.cache/prepdeck');

/** Changes each file in the cache; `others` are all of them as they were. */
async function damaged(change: (bytes: Buffer, at: number, others: readonly Buffer[]) => Uint8Array): Promise<void> {
  const files = (await readdir(cache())).map((name) => path.join(cache(), name));
  const all = await Promise.all(files.map((file) => readFile(file)));
  expect(all.length).toBeGreaterThan(3);
  for (const [at, bytes] of all.entries()) await writeFile(files[at] ?? '', change(Buffer.from(bytes), at, all));
}

const DAMAGES: Readonly<Record<string, () => Promise<void>>> = {
  'other bytes': () => damaged(() => Buffer.from('damaged')),
  'no bytes': () => damaged(() => Buffer.alloc(0)),
  'one bit of each file': () =>
    damaged((bytes) => {
      const at = Math.floor(Math.random() * bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(Math.random() * 8));
      return bytes;
    }),
  'the end of each file is missing': () =>
    damaged((bytes) => bytes.subarray(0, Math.floor(Math.random() * bytes.length))),
  'each file is another one': () => damaged((_, at, all) => all[(at + 1) % all.length] ?? Buffer.alloc(0)),
  'it is gone': () => rm(cache(), { recursive: true }),
};

test.each(Object.entries(DAMAGES))('its cache is damaged: %s', async (when, damage) => {
  await expectWhole('before');
  for (let again = 0; again < 3; again += 1) {
    await damage();
    await expectWhole(when);
  }
});

test('a file is in the place of its cache', async () => {
  await rm(cache(), { recursive: true });
  await writeFile(cache(), 'mine');
  await expectWhole('a file');
  expect(await readFile(cache(), 'utf8')).toBe('mine');
  await rm(cache());
});

test.each(['ENOSPC', 'EROFS', 'EACCES'])('nothing can be written into its cache: %s', async (code) => {
  const fault = path.join(dir, 'fault.cjs');
  await writeFile(
    fault,
    `const fs = require('node:fs/promises');
    for (const call of ['writeFile', 'mkdir']) {
      const real = fs[call];
      fs[call] = async (file, ...rest) => {
        if (String(file).startsWith(${JSON.stringify(cache())})) throw Object.assign(new Error('${code}'), { code: '${code}' });
        return await real(file, ...rest);
      };
    }
    require('node:module').syncBuiltinESMExports();`,
  );
  await rm(cache(), { recursive: true, force: true });
  expect(await ended(begin('--require', fault))).toEqual({ code: 0, said: '' });
  expect(await readdir(cache()).catch(() => [])).toEqual([]);
  expect(await made()).toBe(wanted);
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
