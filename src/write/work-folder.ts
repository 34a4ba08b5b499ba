import { readdirSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { clear, errorCode, put, statOf, takeFolder } from './disk.ts';

/** The folder for files that are being written, inside the output folder. It exists while a build writes, or after one was killed. */
export const WORK_FOLDER = '.prepdeck';

/** The file in it that says which process writes. It is written first and removed last. */
export const OWNER = 'owner.json';

/** Who writes to a folder. */
export interface Owner {
  host: string;
  pid: number;
  /** When the process began, in ms since 1970: another process may have got its number since. */
  since: number;
}

/** A process number that no process has. */
export const NOBODY = 0;

/** How long a process on another machine, which we can't ask, counts as alive: writing takes seconds. */
const LONGEST_MS = 60_000;
/** The longest time between making the work folder and writing its owner file; a work folder without one that is older was left by a killed process. */
const NAMELESS_MS = 2000;

/** The work folder in a folder. */
export function workFolderIn(dir: string): string {
  return path.join(dir, WORK_FOLDER);
}

/** Makes a folder's work folder, for this process. False where there is one. */
export function takeWorkFolder(dir: string): boolean {
  if (!takeFolder(workFolderIn(dir))) return false;
  try {
    put(path.join(workFolderIn(dir), OWNER), JSON.stringify(self()));
    return true;
  } catch (cause) {
    clear(workFolderIn(dir));
    throw cause;
  }
}

/** Marks a work folder that can't be removed yet as used by no process. */
export function leaveWorkFolder(dir: string): void {
  put(path.join(workFolderIn(dir), OWNER), JSON.stringify({ ...self(), pid: NOBODY }));
}

/** Whether a folder's work folder is ours: it has an owner file, or is empty. Somebody else may have a folder of that name. */
export function hasWorkFolder(dir: string): boolean {
  if (statOf(workFolderIn(dir))?.isDirectory() !== true) return false;
  const names = readdirSync(workFolderIn(dir));
  return names.length === 0 || names.includes(OWNER);
}

/** Which process is writing to a folder just now; undefined where none is, or where it has ended. */
export function writerIn(dir: string): Owner | undefined {
  if (!hasWorkFolder(dir)) return undefined;
  const note = path.join(workFolderIn(dir), OWNER);
  const age = Date.now() - ((statOf(note) ?? statOf(workFolderIn(dir)))?.mtimeMs ?? 0);
  const owner = ownerIn(note);
  if (!owner) return age < NAMELESS_MS ? { host: '', pid: NOBODY, since: 0 } : undefined;
  return isAlive(owner, age) ? owner : undefined;
}

function ownerIn(note: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(note, 'utf8')) as Owner;
  } catch {
    return undefined;
  }
}

function isAlive({ host, pid, since }: Owner, age: number): boolean {
  const here = self();
  if (host !== here.host) return age < LONGEST_MS;
  if (!(pid > NOBODY)) return false;
  if (pid === here.pid) return since === here.since;
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    // It is another user's.
    return errorCode(cause) === 'EPERM';
  }
}

function self(): Owner {
  return { host: hostname(), pid: process.pid, since: Math.round(performance.timeOrigin) };
}
