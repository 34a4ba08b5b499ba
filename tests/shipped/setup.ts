import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Absolute path of what `prepdeck build` made of the shipped deck. */
    dist: string;
    /** Absolute path of the same with `format: tarot`, cards alone. */
    tarot: string;
  }
}

/** Builds the shipped deck once for all tests of this folder, and its cards once more in the other size that they are made for. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = path.resolve(import.meta.dirname, '../..');
  const dir = await mkdtemp(path.join(tmpdir(), 'prepdeck-shipped-'));
  const dist = path.join(dir, 'dist');
  await run(root, ['src/bin.mjs', 'build', '--out', dist, '--quiet']);
  project.provide('dist', dist);
  const deck = path.join(dir, 'deck');
  await cp(path.join(root, 'deck'), deck, { recursive: true });
  const facts = await readFile(path.join(deck, 'deck.yaml'), 'utf8');
  await writeFile(path.join(deck, 'deck.yaml'), facts.replace(/^format: .*$/mu, 'format: tarot'));
  const tarot = path.join(dir, 'tarot');
  const cards = ['--stock', 'shop', '--no-site', '--no-kit'];
  await run(root, ['src/bin.mjs', 'build', '--deck', deck, '--out', tarot, '--quiet', ...cards]);
  project.provide('tarot', tarot);
  return () => rm(dir, { recursive: true, force: true });
}

function run(cwd: string, args: string[]): Promise<void> {
  // What vitest sets for itself would make React and the command behave as in a test.
  const env = { ...process.env, NODE_ENV: 'production' };
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${args.join(' ')} ended with ${code}`))));
  });
}
