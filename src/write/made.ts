import type { Stats } from 'node:fs';
import path from 'node:path';
import { COARSEST_DATE_MS, hashOf, stampIn } from '../read/stamps.ts';
import { statOf } from './disk.ts';
import { MANIFEST, readManifest, type Written } from './manifest.ts';

/** An output folder as it was when all of its files were found to be those that were written. */
export interface Made {
  /** The manifest itself, as a line of a manifest. */
  manifest: Written;
  /** The stamps of the manifest and the files that it lists, in its order; empty for a file that is to be read the next time. */
  stamps: readonly string[];
}

/** An output folder to which outputs were just written; undefined where its manifest says something else. */
export function madeNow(out: string, outputs: readonly Written[]): Made | undefined {
  const file = path.join(out, MANIFEST);
  if (JSON.stringify(readManifest(out).outputs) !== JSON.stringify(outputs)) return undefined;
  const manifest = { path: MANIFEST, bytes: statOf(file)?.size ?? 0, sha256: hashOf(file) };
  // Files of this moment are too young to be told from later ones: they are read the next time.
  return { manifest, stamps: [] };
}

/**
 * An output folder whose files are still those that were written; undefined where one has other bytes, or is gone. Only a file whose
 * stamp is another than the last time is read. One so young that it may change again under the same stamp is read the next time too.
 *
 * @param out absolute path of the output folder
 */
export function madeStill(out: string, outputs: readonly Written[], { manifest, stamps }: Made): Made | undefined {
  const settled = Date.now() - COARSEST_DATE_MS;
  const now: string[] = [];
  for (const [at, written] of [manifest, ...outputs].entries()) {
    const file = path.join(out, written.path);
    const stats = statOf(file);
    if (!stats) return undefined;
    const stamp = Math.max(stats.mtimeMs, stats.ctimeMs) < settled ? stampIn(stats) : '';
    if ((stamp === '' || stamp !== stamps[at]) && !hasBytes(file, stats, written)) return undefined;
    now.push(stamp);
  }
  return { manifest, stamps: now };
}

/** Whether a file has the bytes that were written. */
export function isAsWritten(file: string, written: Written): boolean {
  const stats = statOf(file);
  return stats !== undefined && hasBytes(file, stats, written);
}

function hasBytes(file: string, stats: Stats, { bytes, sha256 }: Written): boolean {
  return stats.isFile() && stats.size === bytes && hashOf(file) === sha256;
}
