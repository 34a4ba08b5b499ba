import { rmSync } from 'node:fs';
import { access, constants, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { home } from './home.mjs';

/** Where compiled code is kept: with the installed packages, else with the user's own caches (after `npm install -g` as root). */
export async function cacheFolder() {
  const parent = path.dirname(home);
  const modules = path.basename(parent) === 'node_modules' ? parent : path.join(home, 'node_modules');
  const own = process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache');
  for (const dir of [path.join(modules, '.cache/prepdeck'), path.join(own, 'prepdeck')]) {
    if (await isWritable(dir)) return dir;
  }
  // A thread uses the folder of its process, so that each thing is compiled once.
  const temporary = process.env.PREPDECK_TEMPORARY ?? (await temporaryFolder());
  process.env.PREPDECK_TEMPORARY = temporary;
  return temporary;
}

/** A folder for this process alone, removed when it ends. Those of processes that were killed are removed first. */
async function temporaryFolder() {
  for (const name of await readdir(tmpdir())) {
    const [, pid] = /^prepdeck-engine-(\d+)-/u.exec(name) ?? [];
    if (pid && !isRunning(Number(pid))) await rm(path.join(tmpdir(), name), { recursive: true }).catch(() => undefined);
  }
  const dir = await mkdtemp(path.join(tmpdir(), `prepdeck-engine-${process.pid}-`));
  process.once('exit', () => rmSync(dir, { recursive: true, force: true, maxRetries: 3 }));
  return dir;
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    // EPERM means that the process runs as another user.
    return cause.code === 'EPERM';
  }
}

/** Whether a folder can be written to; it is made where there is none. */
async function isWritable(dir) {
  try {
    await mkdir(dir, { recursive: true });
    await access(dir, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
