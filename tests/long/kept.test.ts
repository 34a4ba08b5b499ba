import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHANGES, type Changing, changingProject, copyOf, madeIn } from '../fixtures/changing.ts';

// After any changes and with any options, a command makes what it would make elsewhere, where nothing is kept.

const bin = path.resolve(import.meta.dirname, '../../src/bin.mjs');
/** How many builds in a row with changes between them. */
const STEPS = Number(process.env.PREPDECK_STEPS ?? 20);

let dir = '';
let project: Changing;
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'prepdeck-kept-'));
  project = await changingProject(path.join(dir, 'warm'));
  await built(project, []);
});
afterAll(() => rm(dir, { recursive: true }));

type Kind = keyof typeof CHANGES;
const KINDS = Object.keys(CHANGES) as Kind[];

const OPTIONS = [
  ...[[], [], []],
  ['--low-ink'],
  ['--stock', 'a4,letter'],
  ['--stock', 'shop', '--profile', 'gracol'],
  ['--lang', 'de'],
  ['--only', 'suit:scene'],
  ['--no-kit'],
  ['--copies', '2'],
] as const;

/** What a command makes. */
async function built(one: Changing, options: readonly string[]): Promise<Record<string, string>> {
  const said = await new Promise<string>((resolve) => {
    const args = [bin, 'build', '--quiet', ...options];
    const env = { ...process.env, NODE_ENV: 'production' };
    execFile(process.execPath, args, { cwd: one.root, env }, (cause, stdout, stderr) =>
      resolve(`${cause ? stderr : ''}${stdout}`),
    );
  });
  expect(said, options.join(' ')).toBe('');
  return await madeIn(one);
}

/** Builds the project, and a copy of it elsewhere; which files of the copy are other ones. */
async function differences(options: readonly string[]): Promise<string[]> {
  const warm = await built(project, options);
  const elsewhere = await copyOf(project, path.join(dir, 'cold'));
  const cold = await built(elsewhere, options);
  await rm(elsewhere.dir, { recursive: true });
  // What earlier builds made of other cards and on other stocks stays, and is in the manifest.
  const isPart = options.length > 0;
  return Object.keys(cold).filter((name) => cold[name] !== warm[name] && !(isPart && name === 'manifest.json'));
}

test.each(KINDS)('after a change of one %s', async (kind) => {
  const before = await madeIn(project);
  await CHANGES[kind](project, 42);
  expect(await differences([])).toEqual([]);
  expect(await madeIn(project)).not.toEqual(before);
});

test('after any changes, or none, with any options', async () => {
  const change = fc.tuple(fc.constantFrom(...KINDS), fc.integer({ min: 100, max: 999 }));
  const step = fc.tuple(fc.array(change, { maxLength: 2 }), fc.constantFrom(...OPTIONS));
  const [steps = []] = fc.sample(fc.array(step, { minLength: STEPS, maxLength: STEPS }), 1);
  const done: string[] = [];
  for (const [changes, options] of steps) {
    for (const [kind, value] of changes) await CHANGES[kind](project, value);
    done.push(`${JSON.stringify(changes)} ${options.join(' ')}`);
    expect(await differences(options), done.join('\n')).toEqual([]);
  }
});
