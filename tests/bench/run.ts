import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import type { Measure } from './summary.ts';

const used = path.join(import.meta.dirname, 'used.mjs');

/** Where a program of Node's runs, and with which further environment. */
export interface Where {
  cwd: string;
  env?: Readonly<Record<string, string>>;
}

/** A program that was started, and what it took when it has ended. */
export interface Running {
  child: ChildProcess;
  ended: Promise<Measure>;
}

/**
 * Starts a script with Node.
 *
 * @param args the script and its arguments
 */
export function start(args: readonly string[], { cwd, env = {} }: Where): Running {
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', used, ...args], {
    cwd,
    // Not what an engine in tests would take for a developer's.
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const said = { out: '', used: '' };
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => (said.out += data));
  child.stdio[3]?.on('data', (data: Buffer) => (said.used += data));
  const ended = new Promise<Measure>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const seconds = (performance.now() - started) / 1000;
      if (code === 0) resolve({ seconds, ...(JSON.parse(said.used) as Omit<Measure, 'seconds'>) });
      else reject(new Error(`${args.slice(1).join(' ')} ended with ${code}:\n${said.out}`));
    });
  });
  return { child, ended };
}

/** Runs a script with Node to its end. */
export async function run(args: readonly string[], where: Where): Promise<Measure> {
  return await start(args, where).ended;
}
