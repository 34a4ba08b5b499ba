import { readFileSync } from 'node:fs';
import path from 'node:path';
import { statOf } from './disk.ts';
import { isManifestOurs, MANIFEST, readManifest } from './manifest.ts';
import { inTheWay } from './out-error.ts';

/**
 * Checks that no file of others is replaced: a file in the place of an output must be in our manifest, or have the same bytes.
 *
 * @param out absolute path of the output folder
 * @param fresh absolute path of the folder in which the new files wait
 * @throws OutError
 */
export function checkFree(out: string, fresh: string, names: readonly string[]): void {
  const listed = new Set(readManifest(out).outputs.map((output) => output.path));
  for (const name of names) {
    const there = path.join(out, name);
    const stats = statOf(there);
    if (!stats) continue;
    const isOurs = name === MANIFEST ? isManifestOurs(out) : listed.has(name);
    if (stats.isDirectory() || !(isOurs || isSame(there, path.join(fresh, name)))) throw inTheWay(there);
  }
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [statOf(one), statOf(other)];
  return a?.isFile() === true && a.size === b?.size && readFileSync(one).equals(readFileSync(other));
}
