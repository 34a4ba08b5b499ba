import path from 'node:path';
import { isOursAlone } from './alone.ts';
import { deskIn, hasDesk, OWNER, takeDesk } from './desk.ts';
import { clear, codeOf, entriesIn, isHeld, makeFolder, move, remove, removeEmpty, statOf } from './disk.ts';
import { MANIFEST, readManifest } from './manifest.ts';

// A folder that is ours alone is replaced as a whole: the new one is made beside it, and two renames swap them.

/** The folders beside an output folder: the one that is being made, and the one that was there before. */
export function beside(out: string): { next: string; previous: string } {
  return { next: `${out}.next`, previous: `${out}.prev` };
}

/** Takes the folder beside the output folder, where that may be replaced as a whole. False where it may not: others' things are in the way. */
export function takeNext(out: string): boolean {
  const { next, previous } = beside(out);
  if (statOf(next) || statOf(previous)) return false;
  try {
    makeFolder(next);
    const isOurs = !statOf(out) || isOursAlone(out, next);
    if (isOurs && takeDesk(next)) return true;
    removeEmpty(next);
    return false;
  } catch (cause) {
    removeEmpty(next);
    // The folder around it is somebody else's.
    if (isHeld(cause) || codeOf(cause) === 'EROFS') return false;
    throw cause;
  }
}

/**
 * Puts the folder that was made beside the output folder in its place. False where the system does not rename it: it is a mount
 * point, or on Windows a file in it is open. It is as it was then.
 */
export async function swap(out: string): Promise<boolean> {
  const { next, previous } = beside(out);
  if (statOf(out)) {
    // A command that finds the folder under its other name must know that it may be removed.
    if (!takeDesk(out)) return false;
    try {
      await move(out, previous);
    } catch (cause) {
      clear(deskIn(out), OWNER);
      if (isHeld(cause) || codeOf(cause) === 'EXDEV') return false;
      throw cause;
    }
  }
  try {
    await move(next, out);
  } catch (cause) {
    if (statOf(previous) && !statOf(out)) {
      await move(previous, out);
      clear(deskIn(out), OWNER);
    }
    // Another build has made it meanwhile.
    if (codeOf(cause) === 'ENOTEMPTY' || codeOf(cause) === 'EEXIST') return false;
    throw cause;
  }
  // What is held for now, e.g. open in a reader, goes with the next command.
  if (statOf(previous)) await sweep(previous, out).catch(() => undefined);
  clear(deskIn(out), OWNER);
  return true;
}

/**
 * Removes the folder that was there before. What our manifest does not list is taken over: others may have written it while
 * the folders were swapped.
 */
export async function sweep(previous: string, out: string): Promise<void> {
  const listed = new Set(readManifest(previous).outputs.map((output) => output.path));
  const isDesk = (name: string) => path.join(previous, name).startsWith(deskIn(previous));
  const entries = entriesIn(previous).filter(({ path: name }) => name !== MANIFEST && !isDesk(name));
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
  if (hasDesk(previous)) clear(deskIn(previous), OWNER);
  removeEmpty(previous);
}
