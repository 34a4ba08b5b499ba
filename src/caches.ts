import path from 'node:path';
import { cacheFolder } from './cache-folder.mjs';
import { type Cache, noCache } from './model/cache.ts';
import { engineVersion, isCompiled } from './read/package.ts';
import { openCache, prune } from './write/cache.ts';

/** Pictures of some twenty editions of a deck of the shipped one's size, in bytes. */
const MOST_CACHED = 300_000_000;

/** Where a project keeps what was made of its decks: drawn documents, pictures, what was said. */
export async function projectCache({ root }: { root: string }): Promise<Cache> {
  return openCache(folderIn(root), await version());
}

/** Keeps a project's cache from growing for ever. */
export async function pruneProject({ root }: { root: string }): Promise<void> {
  await prune(folderIn(root), MOST_CACHED);
}

/**
 * Where commands keep the parsed files of decks: beside the compiled code, so that a deck which many projects extend is parsed once for
 * all of them. Nothing is kept while the engine's source runs, in tests: it has no name that changes with the code.
 */
export async function readingCache(): Promise<Cache> {
  return isCompiled ? openCache(await cacheFolder(), await version()) : noCache;
}

/** What makes results another's: an older Node can't read what V8's serialization of a newer one wrote. */
async function version(): Promise<string> {
  return `${await engineVersion()} ${process.version}`;
}

function folderIn(root: string): string {
  return path.join(root, 'node_modules/.cache/prepdeck');
}
