import { setTimeout as wait } from 'node:timers/promises';
import type { Problem } from '../model/problem.ts';
import { clear, move, removeEmpty, statOf } from './disk.ts';
import { redo } from './journal.ts';
import { readManifest } from './manifest.ts';
import { troubleOf } from './out-error.ts';
import { checkFolder, linkTarget } from './out-folder.ts';
import { guard } from './source-folders.ts';
import { swapFolders, sweep } from './swap-folders.ts';
import { hasWorkFolder, NOBODY, type Owner, WORK_FOLDER, writerIn } from './work-folder.ts';

/**
 * Cleans up after a killed build: brings back the folder that it had put aside, completes its journal, and removes what it had
 * half-made. Only files that we marked as ours are touched.
 *
 * @param out absolute path of the output folder
 * @returns the process that is writing to it just now; then nothing is touched
 */
export async function recover(out: string): Promise<Owner | undefined> {
  const real = linkTarget(out);
  const { next, previous } = swapFolders(real);
  const dirs = [next, real, previous];
  // The writer is asked for before each step: another build may begin at any time.
  const steps = [
    async () => {
      if (!statOf(real) && isAside(previous)) await move(previous, real);
      else if (hasWorkFolder(previous)) await sweep(previous, real);
      // Killed after the last of it was removed, before the folder itself was.
      else removeEmpty(previous);
    },
    async () => {
      if (hasWorkFolder(real)) await redo(real);
    },
    async () => {
      if (hasWorkFolder(next)) clear(next, WORK_FOLDER);
      else removeEmpty(next);
    },
  ];
  for (const step of steps) {
    const writer = await writerAmong(dirs);
    if (writer) return writer;
    await step();
  }
  return undefined;
}

/** Which process writes to one of the folders. One that has just made a work folder writes its owner file at once, unless it was killed. */
async function writerAmong(dirs: readonly string[]): Promise<Owner | undefined> {
  for (;;) {
    const [writer] = dirs.flatMap((dir) => writerIn(dir) ?? []);
    if (writer?.pid !== NOBODY) return writer;
    await wait(50);
  }
}

/** Whether a folder is an output folder that was put aside under another name. */
function isAside(previous: string): boolean {
  return hasWorkFolder(previous) || readManifest(previous).outputs.length > 0;
}

/** What to check about an output folder before a build begins. */
export interface Ready {
  /** Absolute path of the output folder. */
  out: string;
  /** Absolute paths of folders that a build is made from. */
  sources: readonly string[];
  /** Files are named in messages relative to this folder. */
  root: string;
}

/** Cleans up after a killed build and checks that the folder can be written to; returns what is wrong with it. */
export async function readied({ out, sources, root }: Ready): Promise<Problem | undefined> {
  try {
    const real = linkTarget(out);
    guard(real, { dirs: sources, root });
    await recover(out);
    checkFolder(out, real);
    return undefined;
  } catch (cause) {
    return troubleOf(cause, out, root);
  }
}
