import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

// All operations on the disk. They run one after the other: threads that write into a folder at once wait for each other, and take three
// times as long.

/** Pauses before each further try at a held file, in ms: on Windows a virus scanner holds a new file for some hundred. */
const PATIENCE_MS = [20, 50, 100, 200, 400];
/** Codes of a system's errors for a file that another program, e.g. a PDF reader, has open. */
const HELD = new Set(['EBUSY', 'EPERM', 'EACCES']);

/** Codes for a file that is not there, or in whose folder's place a file stands. */
const GONE = new Set(['ENOENT', 'ENOTDIR']);

/** The code of a system's error, e.g. `ENOSPC`; undefined for any other. */
export function errorCode(cause: unknown): string | undefined {
  const { code } = cause as { code?: unknown };
  return cause instanceof Error && typeof code === 'string' ? code : undefined;
}

/** Whether an error says that a file is open in another program or may not be touched. */
export function isHeld(cause: unknown): boolean {
  return HELD.has(errorCode(cause) ?? '');
}

/** The file, folder or link at a path, links not followed; undefined where there is none, or a file stands where a folder should. */
export function statOf(file: string): Stats | undefined {
  try {
    return lstatSync(file, { throwIfNoEntry: false });
  } catch (cause) {
    if (errorCode(cause) === 'ENOTDIR') return undefined;
    throw cause;
  }
}

/** Renames a file or folder; tries again for a little while where another program has it open. */
export async function move(from: string, to: string): Promise<void> {
  await patiently(() => renameSync(from, to));
}

/** Removes a file; one that is not there is no error. */
export async function remove(file: string): Promise<void> {
  await patiently(() => {
    try {
      unlinkSync(file);
    } catch (cause) {
      // To ask first would take as long as to remove it.
      if (!GONE.has(errorCode(cause) ?? '')) throw cause;
    }
  });
}

/** Writes a file, and the folders that it lies in. */
export function put(file: string, bytes: string | Uint8Array): void {
  makeFolder(path.dirname(file));
  putIn(file, bytes);
}

/** Writes a file into a folder that is there. */
export function putIn(file: string, bytes: string | Uint8Array): void {
  writeFileSync(file, bytes);
}

/** Gives a file a second name. False where that can't be: a file system that has no such links, a file of another user. */
export function link(file: string, name: string): boolean {
  try {
    linkSync(file, name);
    return true;
  } catch {
    return false;
  }
}

/** Sets a file's mode, as it is in `Stats`. */
export function setMode(file: string, mode: number): void {
  chmodSync(file, mode & 0o7777);
}

/** Makes a folder and those around it. Node's own way tries for ever where a disk says of a folder that is there that it is not, as `/proc` does. */
export function makeFolder(dir: string): void {
  if (statOf(dir)) {
    // Fine, or a file, or a link that leads nowhere.
    mkdirSync(dir, { recursive: true });
    return;
  }
  makeFolder(path.dirname(dir));
  takeFolder(dir);
}

/** Makes one folder. False where something is there already: of several processes that try, one gets true. */
export function takeFolder(dir: string): boolean {
  try {
    mkdirSync(dir);
    return true;
  } catch (cause) {
    if (errorCode(cause) === 'EEXIST') return false;
    throw cause;
  }
}

/** Removes a folder if nothing is in it. */
export function removeEmpty(dir: string): boolean {
  try {
    rmdirSync(dir);
    return true;
  } catch {
    return false;
  }
}

/** Removes a folder and all that is in it; `last` at the end, so that a process killed meanwhile leaves that file. */
export function clear(dir: string, last = ''): void {
  if (!statOf(dir)) return;
  const names = readdirSync(dir).filter((name) => name !== last);
  for (const name of last ? [...names, last] : names) {
    rmSync(path.join(dir, name), { recursive: true, force: true, maxRetries: 5 });
  }
  rmdirSync(dir);
}

/** A file, link or folder below a folder. */
export interface DiskEntry {
  /** Path inside the folder, with forward slashes. */
  path: string;
  isFolder: boolean;
}

/** All that is below a folder: folders before what is in them, links not followed, sorted. */
export function entriesIn(dir: string, under = ''): DiskEntry[] {
  const entries = readdirSync(path.join(dir, under), { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const one = { path: under + entry.name, isFolder: entry.isDirectory() };
    return one.isFolder ? [one, ...entriesIn(dir, `${one.path}/`)] : [one];
  });
}

async function patiently(work: () => void): Promise<void> {
  for (const ms of PATIENCE_MS) {
    try {
      return work();
    } catch (cause) {
      if (!isHeld(cause)) throw cause;
      await wait(ms);
    }
  }
  work();
}
