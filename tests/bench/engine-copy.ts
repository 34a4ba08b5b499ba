import { cp, mkdir, mkdtemp, readdir, rename, symlink } from 'node:fs/promises';
import path from 'node:path';
import { type Running, run, start } from './run.ts';
import type { Measure } from './summary.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** A copy of the engine, frozen while it is measured: nothing that it compiles, keeps or is told to change touches the project. */
export interface Engine {
  /** Its folder, as a checkout has it. */
  home: string;
  /** Runs a command of it, in an empty folder where none is named. */
  prepdeck(args: readonly string[], cwd?: string): Promise<Measure>;
  /** Starts a command that does not end. */
  start(args: readonly string[], cwd: string): Running;
  /** Forgets all that was kept of decks; the compiled engine stays. */
  forget(): Promise<void>;
}

/** What is compiled of the engine alone: all else that lies beside it is kept of decks. */
const COMPILED = /^(engine|scripts)[-.]/u;

/**
 * Copies the engine and compiles it.
 *
 * @param dir an empty folder
 */
export async function copyEngine(dir: string): Promise<Engine> {
  const home = path.join(dir, 'prepdeck');
  for (const name of ['src', 'layouts', 'deck', 'package.json']) {
    await cp(path.join(root, name), path.join(home, name), { recursive: true });
  }
  // The packages themselves are the project's; what is kept beside them is not.
  await mkdir(path.join(home, 'node_modules'));
  for (const name of await readdir(path.join(root, 'node_modules'))) {
    if (!name.startsWith('.'))
      await symlink(path.join(root, 'node_modules', name), path.join(home, 'node_modules', name));
  }
  const bin = path.join(home, 'src/bin.mjs');
  const caches = [path.join(home, 'node_modules/.cache/prepdeck'), path.join(dir, 'cache/prepdeck')];
  const env = { XDG_CACHE_HOME: path.join(dir, 'cache') };
  const engine: Engine = {
    home,
    async prepdeck(args, cwd) {
      const place = cwd ?? (await emptyFolder(dir));
      return await run([bin, ...args], { cwd: place, env });
    },
    start: (args, cwd) => start([bin, ...args], { cwd, env }),
    async forget() {
      for (const cache of caches) {
        const names = await readdir(cache).catch(() => []);
        for (const name of names.filter((one) => !COMPILED.test(one))) {
          await putAside(path.join(cache, name), dir);
        }
      }
    },
  };
  await engine.prepdeck(['--help']);
  return engine;
}

/** A folder such as a project is: what is kept of it lies among its packages. */
export async function emptyFolder(dir: string): Promise<string> {
  const place = await mkdtemp(path.join(dir, 'run-'));
  await mkdir(path.join(place, 'node_modules'));
  return place;
}

/**
 * Moves what is not needed any more out of the way; the bench removes all of it at its end. On ext4 a file takes up to eight times as
 * long to make where others were removed in the last minute: it looks at each of them first (`recently_deleted` in Linux's fs/ext4/ialloc.c).
 *
 * @param dir the bench's folder
 */
export async function putAside(file: string, dir: string): Promise<void> {
  const aside = await mkdtemp(path.join(dir, 'aside-'));
  await rename(file, path.join(aside, path.basename(file)));
}
