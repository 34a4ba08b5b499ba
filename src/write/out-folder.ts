import { readlinkSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { removeEmpty, statOf } from './disk.ts';
import { ELSEWHERE, OutError } from './out-error.ts';

/** The longest chain of links that is followed: Linux' own limit. */
const MOST_LINKS = 40;

/**
 * The folder that is written to: where the output folder is a link, the one that it leads to, whether that exists or not. Only the folder
 * itself is renamed, so links on the way to it do not matter.
 *
 * @throws OutError for links in a circle
 */
export function linkTarget(out: string): string {
  let one = out;
  for (let i = 0; i < MOST_LINKS; i += 1) {
    if (!statOf(one)?.isSymbolicLink()) return one;
    one = path.resolve(realpathSync(path.dirname(one)), readlinkSync(one));
  }
  throw new OutError(
    'out/link',
    out,
    (shown) => `"${shown}" is a link that leads to itself.`,
    `Remove it, or ${ELSEWHERE}`,
  );
}

/**
 * Checks that the output folder exists or can be made.
 *
 * @throws OutError where a file is in the way, or a link leads nowhere
 */
export function checkFolder(out: string, real: string): void {
  if (out !== real && !statOf(real)) {
    const say = (shown: string) => `"${shown}" is a link to "${real}", and there is no such folder.`;
    throw new OutError('out/link', out, say, `Make that folder, remove the link, or ${ELSEWHERE}`);
  }
  const file = nearestExisting(real);
  if (statOf(realpathSync(file))?.isDirectory()) return;
  const say = (shown: string) => `"${shown}" is not a folder: nothing can be put into it.`;
  throw new OutError('out/no-folder', file, say, `Move it, or ${ELSEWHERE}`);
}

/** The path itself where it exists, else the nearest folder above it that does. */
export function nearestExisting(one: string): string {
  return statOf(one) || path.dirname(one) === one ? one : nearestExisting(path.dirname(one));
}

/** Removes empty folders from `dir` up to `above`, which stays. */
export function removeUpTo(dir: string, above: string): void {
  if (dir.length > above.length && removeEmpty(dir)) removeUpTo(path.dirname(dir), above);
}
