import path from 'node:path';
import { clear, entriesIn, errorCode, isHeld, makeFolder, move, remove, removeEmpty, statOf } from './disk.ts';
import { MANIFEST, readManifest } from './manifest.ts';
import { isOursAlone } from './only-ours.ts';
import { hasWorkFolder, OWNER, takeWorkFolder, WORK_FOLDER, workFolderIn } from './work-folder.ts';

// A folder that is ours alone is replaced as a whole: the new one is made beside it, and two renames swap them.

/** The folders beside an output folder: the one that is being made, and the one that was there before. */
export function swapFolders(out: string): { next: string; previous: string } {
  return { next: `${out}.next`, previous: `${out}.prev` };
}

/** Makes the folder beside the output folder, if that may be replaced as a whole. False if not: others have files in it. */
export function makeNext(out: string): boolean {
  const { next, previous } = swapFolders(out);
  if (statOf(next) || statOf(previous)) return false;
  try {
    makeFolder(next);
    const isOurs = !statOf(out) || isOursAlone(out, next);
    if (isOurs && takeWorkFolder(next)) return true;
    removeEmpty(next);
    return false;
  } catch (cause) {
    removeEmpty(next);
    // We may not write to the folder around the output folder.
    if (isHeld(cause) || errorCode(cause) === 'EROFS') return false;
    throw cause;
  }
}

/**
 * Puts the new folder, made beside the output folder, in its place. False where the system can't rename the old one, e.g. a mount
 * point, or on Windows a folder with an open file: then it is as it was.
 */
export async function swap(out: string): Promise<boolean> {
  const { next, previous } = swapFolders(out);
  if (statOf(out)) {
    // Marks the old folder with a work folder: a command that finds it under its other name then knows that it may be removed.
    if (!takeWorkFolder(out)) return false;
    try {
      await move(out, previous);
    } catch (cause) {
      clear(workFolderIn(out), OWNER);
      if (isHeld(cause) || errorCode(cause) === 'EXDEV') return false;
      throw cause;
    }
  }
  try {
    await move(next, out);
  } catch (cause) {
    // Another build has made the output folder meanwhile. The old one would look as if this process still wrote to it.
    if (statOf(out)) {
      await sweepIfThere(previous, out);
      return false;
    }
    if (statOf(previous)) {
      await move(previous, out);
      clear(workFolderIn(out), OWNER);
    }
    throw cause;
  }
  await sweepIfThere(previous, out);
  clear(workFolderIn(out), OWNER);
  return true;
}

/** Removes the old folder. A file in it that is held, e.g. open in a PDF reader, is removed by the next command. */
async function sweepIfThere(previous: string, out: string): Promise<void> {
  if (statOf(previous)) await sweep(previous, out).catch(() => undefined);
}

/**
 * Removes the old folder. Files that our manifest does not list are moved to the new one: others may have written them while the
 * folders were swapped.
 */
export async function sweep(previous: string, out: string): Promise<void> {
  const listed = new Set(readManifest(previous).outputs.map((output) => output.path));
  const isWorkFolder = (name: string) => name.split('/')[0] === WORK_FOLDER;
  const entries = entriesIn(previous).filter(({ path: name }) => name !== MANIFEST && !isWorkFolder(name));
  for (const { path: name, isFolder } of entries) {
    const [from, to] = [path.join(previous, name), path.join(out, name)];
    if (isFolder) continue;
    if (listed.has(name)) await remove(from);
    else if (!statOf(to)) {
      makeFolder(path.dirname(to));
      await move(from, to);
    }
  }
  const folders = entries.filter(({ isFolder }) => isFolder).reverse();
  for (const { path: name } of folders) removeEmpty(path.join(previous, name));
  await remove(path.join(previous, MANIFEST));
  if (hasWorkFolder(previous)) clear(workFolderIn(previous), OWNER);
  removeEmpty(previous);
}
