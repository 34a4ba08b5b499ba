import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build as bundle } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readManifest } from '../../src/write/manifest.ts';
import { recover } from '../../src/write/recover.ts';
import { contentOf, put } from './folder.ts';

// Processes that are killed in earnest, at any moment. A few of each kind; `PREPDECK_KILLS=200` for more.

const KILLS = Number(process.env.PREPDECK_KILLS ?? 6);
let dir = '';
let program = '';

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'prepdeck-kills-'));
  program = path.join(dir, 'endless.mjs');
  const entryPoints = [path.join(import.meta.dirname, 'endless.ts')];
  const banner = { js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);` };
  await bundle({ entryPoints, outfile: program, bundle: true, platform: 'node', format: 'esm', banner });
});
afterAll(() => rm(dir, { recursive: true, force: true }));

/** Starts a process that builds; it has built once when it is given. */
async function started(out: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [program, out], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

const theirs = { CNAME: 'theirs', 'print/notes.txt': 'theirs', 'site/c/mine.html': 'theirs' };

for (const [name, others] of Object.entries({ alone: {}, 'with things of others': theirs })) {
  test(`a folder ${name} is whole after each kill`, async () => {
    const out = path.join(dir, name, 'dist');
    await put(out, others);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const child = await started(out);
      const ms = Math.random() * 30;
      await wait(ms);
      child.kill('SIGKILL');
      await once(child, 'exit');
      expect(await recover(out), `killed after ${ms} ms`).toBe(undefined);
      const { outputs, version } = readManifest(out);
      expect(outputs).toHaveLength(22);
      const all = await Promise.all(outputs.map((one) => readFile(path.join(out, one.path), 'utf8')));
      expect([...new Set(all)], `killed after ${ms} ms`).toEqual([version.padEnd(2000)]);
      const folders = { print: 'folder', site: 'folder', 'site/c': 'folder' };
      const listed = Object.fromEntries(outputs.map((one) => [one.path, version.padEnd(2000)]));
      const whole = { dist: 'folder', ...inDist({ ...folders, ...others, ...listed, 'manifest.json': 'manifest' }) };
      expect(contentOf(path.dirname(out)), `killed after ${ms} ms`).toEqual(whole);
    }
  });
}

function inDist(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [`dist/${name}`, text]));
}
