import path from 'node:path';
import { MOST_CACHED } from '../caches.ts';
import { type Held, heldIn, prune, sweepPreviews } from '../write/cache.ts';

/** A folder in which something is kept. */
export interface CacheFolder extends Held {
  /** Absolute path. */
  dir: string;
}

/** How much is kept in each of some folders. */
export async function keptIn(dirs: readonly string[]): Promise<CacheFolder[]> {
  return await Promise.all(dirs.map(async (dir) => ({ dir, ...(await heldIn(dir)) })));
}

/** Removes what is kept in some folders: the next command makes it again. What can't be removed stays. Returns what was removed. */
export async function clearedIn(dirs: readonly string[]): Promise<CacheFolder[]> {
  for (const dir of dirs) await sweepPreviews(dir, -1);
  return await Promise.all(dirs.map(async (dir) => ({ dir, ...(await prune(dir, -1)) })));
}

/** A line a folder: its path as seen from `root`, and how much it holds; or held, once it is cleared. */
export function cacheText(folders: readonly CacheFolder[], root: string, isCleared: boolean): string {
  const lines = folders.map(({ dir, entries, bytes }) => {
    const inside = path.relative(root, dir);
    const name = inside.startsWith('..') || path.isAbsolute(inside) ? dir : inside;
    const amount = `${megabytes(bytes)} in ${entries} ${entries === 1 ? 'file' : 'files'}`;
    return `${name}  ${isCleared ? `${amount} removed` : `${amount}, ${megabytes(MOST_CACHED)} at most`}\n`;
  });
  return lines.join('');
}

/** `0.4 MB`, `34 MB`. */
function megabytes(bytes: number): string {
  const amount = bytes / 1_000_000;
  return `${amount > 0 && amount < 10 ? amount.toFixed(1) : amount.toFixed(0)} MB`;
}
