import { readFileSync } from 'node:fs';
import path from 'node:path';
import { clear, isHeld, makeFolder, move, put, remove, removeEmpty, statOf } from './disk.ts';
import { MANIFEST } from './manifest.ts';
import { damagedJournal, held, inTheWay } from './out-error.ts';
import { foldersOf, isOwnPath } from './own-paths.ts';
import { leaveWorkFolder, OWNER, workFolderIn } from './work-folder.ts';

// A folder with files of others is never moved as a whole. Each file of ours is renamed by itself: the new one from `new/` in the work
// folder into its place, the one that stood there to `old/`. The journal lists them all, so that after a killed build the next command
// can finish the renames, or undo them.

/** The renames and removals to be done in an output folder; paths inside it. */
export interface Journal {
  /** Files that lie in `new/` and take their places, in this order. */
  place: readonly string[];
  /** Files of an earlier build that go. */
  remove: readonly string[];
  /** Files of `place` and `remove` that were there before. */
  had: readonly string[];
  /** Folders that are made for the files of `place`, the outermost first. */
  made: readonly string[];
}

const JOURNAL = 'journal.json';

/** The folder where new files wait to be put in place. */
export function newIn(out: string): string {
  return path.join(workFolderIn(out), 'new');
}

/**
 * Writes the journal and does what it says. Once it is written, any command that finds it completes it.
 *
 * @throws OutError where something is held or in the way; the folder is as it was then
 */
export async function commit(out: string, { place, remove: gone }: Pick<Journal, 'place' | 'remove'>): Promise<void> {
  checkWay(out, [...place, ...gone]);
  const isFile = (name: string) => statOf(path.join(out, name))?.isDirectory() === false;
  const had = [...place, ...gone].filter(isFile);
  const made = [...new Set(place.flatMap(foldersOf))].filter((dir) => !statOf(path.join(out, dir))).sort();
  const journal: Journal = { place, remove: gone, had, made };
  const draft = path.join(workFolderIn(out), `${JOURNAL}.draft`);
  put(draft, JSON.stringify(journal));
  await move(draft, path.join(workFolderIn(out), JOURNAL));
  await redo(out);
}

/** Completes the journal in a folder, if there is one; undoes all of it where that can't be done. */
export async function redo(out: string): Promise<void> {
  const journal = readJournal(out);
  if (journal) {
    checkWay(out, [...journal.place, ...journal.remove]);
    try {
      await carryOut(out, journal);
    } catch (cause) {
      await undo(out, journal);
      await close(out);
      throw cause;
    }
  }
  await close(out);
}

/** Leaves the work folder of a write that failed, unless a journal on it is still to be carried out. */
export function abandon(out: string): void {
  if (statOf(path.join(workFolderIn(out), JOURNAL))) leaveWorkFolder(out);
  else clear(workFolderIn(out), OWNER);
}

/** Removes the work folder, its journal first: without one, nothing is left to be completed. */
async function close(out: string): Promise<void> {
  await remove(path.join(workFolderIn(out), JOURNAL));
  clear(workFolderIn(out), OWNER);
}

async function carryOut(out: string, { place, remove: gone, had }: Journal): Promise<void> {
  const before = new Set(had);
  for (const name of [...gone, ...place]) {
    const { there, old, fresh } = placesOf(out, name);
    if (before.has(name) && !statOf(old) && statOf(there)) await take(there, old, there);
    if (!statOf(fresh)) continue;
    // Somebody else may have put a file there since.
    if (!before.has(name) && statOf(there)) throw inTheWay(there);
    await take(fresh, there, there);
  }
  // The innermost first; one in which others have something stays.
  for (const dir of [...new Set(gone.flatMap(foldersOf))].sort().reverse()) removeEmpty(path.join(out, dir));
}

async function undo(out: string, { place, remove: gone, made }: Journal): Promise<void> {
  const placed = new Set(place);
  for (const name of [...gone, ...place].reverse()) {
    const { there, old, fresh } = placesOf(out, name);
    if (placed.has(name) && !statOf(fresh) && statOf(there)) await take(there, fresh, there);
    if (statOf(old)) await take(old, there, there);
  }
  for (const dir of [...made].reverse()) removeEmpty(path.join(out, dir));
}

/** Refuses a file or a link in the place of a folder: through a link, files outside the output folder would be replaced. */
function checkWay(out: string, names: readonly string[]): void {
  for (const dir of new Set(names.flatMap(foldersOf))) {
    const stats = statOf(path.join(out, dir));
    if (stats && !stats.isDirectory()) throw inTheWay(path.join(out, dir));
  }
}

/** Renames a file to where there may be no folder yet. */
async function take(from: string, to: string, about: string): Promise<void> {
  makeFolder(path.dirname(to));
  await move(from, to).catch((cause) => {
    throw isHeld(cause) ? held(about) : cause;
  });
}

function placesOf(out: string, name: string) {
  const work = workFolderIn(out);
  return { there: path.join(out, name), old: path.join(work, 'old', name), fresh: path.join(work, 'new', name) };
}

/** A journal that came with a folder from elsewhere may name anything: only files of ours are touched. */
function readJournal(out: string): Journal | undefined {
  const file = path.join(workFolderIn(out), JOURNAL);
  if (!statOf(file)) return undefined;
  const { place, remove: gone, had, made } = journalIn(file);
  const ours = (names: readonly string[]) => names.filter((name) => name === MANIFEST || isOwnPath(name));
  return {
    place: ours(place),
    remove: ours(gone),
    had: ours(had),
    made: made.filter((dir) => isOwnPath(`${dir}/a/a`)),
  };
}

/** @throws OutError for one that is damaged, as by a power cut: nobody knows then which files were to be where */
function journalIn(file: string): Journal {
  try {
    const { place, remove: gone, had, made } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    if (areNames(place) && areNames(gone) && areNames(had) && areNames(made)) return { place, remove: gone, had, made };
  } catch {
    // Cut short, or no file.
  }
  throw damagedJournal(file);
}

function areNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
