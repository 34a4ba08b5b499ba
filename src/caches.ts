import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from './cache-folder.mjs';
import { type Cache, noCache } from './model/cache.ts';
import { engineVersion, isCompiled } from './read/package.ts';
import { openCache, prune, sweepPreviews } from './write/cache.ts';

/** What a folder holds at most, in bytes: pictures of some twenty editions of a deck of the shipped one's size. */
export const MOST_CACHED = 300_000_000;

/**
 * What was made of a project's decks: drawn documents, pictures, what was said. Nothing is kept while the engine's source runs, in
 * tests: it has no name that changes with the code.
 */
export async function projectCache({ root }: { root: string }): Promise<Cache> {
  return isCompiled ? openCache(await projectFolder(root), await version()) : noCache;
}

/**
 * What the parsed files of decks are kept in by commands: beside the compiled code, so that a deck which many projects extend is parsed
 * once for all of them. Nothing is kept while the engine's source runs.
 */
export async function readingCache(): Promise<Cache> {
  return isCompiled ? openCache(await cacheFolder(), await version()) : noCache;
}

/** Keeps the folders of both caches from growing for ever. */
export async function pruneCaches({ root }: { root: string }): Promise<void> {
  if (!isCompiled) return;
  for (const dir of await cacheFolders(root)) {
    await prune(dir, MOST_CACHED);
    await sweepPreviews(dir, LONGEST_UNUSED_MS);
  }
}

/** A preview that nobody has built anew for so long is removed. */
const LONGEST_UNUSED_MS = 7 * 24 * 60 * 60 * 1000;

/** Where `prepdeck dev` builds the catalog that it shows of a project: beside what else is kept of it. */
export async function previewFolder(root: string): Promise<string> {
  const name = createHash('sha256').update(path.resolve(root)).digest('hex').slice(0, 12);
  return path.join(await projectFolder(root), `dev-${name}`);
}

/** The folders in which something is kept for a project; one where it is the same for both caches. */
export async function cacheFolders(root: string): Promise<string[]> {
  return [...new Set([await projectFolder(root), await cacheFolder()])];
}

/**
 * Where a project keeps what was made of its decks: with its packages, which nobody takes for files of theirs. A folder of cards that
 * has none gets no folder in it from us: what is made of it lies beside the compiled code.
 */
async function projectFolder(root: string): Promise<string> {
  const packages = path.join(root, 'node_modules');
  const hasRoom = await Promise.all([stat(packages), access(packages, constants.W_OK)]).then(
    ([stats]) => stats.isDirectory(),
    () => false,
  );
  return hasRoom ? path.join(packages, '.cache/prepdeck') : await cacheFolder();
}

/** What makes results another's: an older Node can't read what V8's serialization of a newer one wrote. */
async function version(): Promise<string> {
  return `${await engineVersion()} ${process.version}`;
}
