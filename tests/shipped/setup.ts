import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Absolute path of what `prepdeck build` made of the shipped deck. */
    dist: string;
  }
}

/** Builds the shipped deck once for all tests of this folder. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = path.resolve(import.meta.dirname, '../..');
  const dir = await mkdtemp(path.join(tmpdir(), 'prepdeck-shipped-'));
  const dist = path.join(dir, 'dist');
  await run(root, ['src/bin.mjs', 'build', '--out', dist, '--quiet']);
  project.provide('dist', dist);
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
