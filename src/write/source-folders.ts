import { existsSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { OutError, shownIn } from './out-error.ts';
import { nearestExisting } from './out-folder.ts';

/** The folders that an output folder must not touch. */
export interface GuardedFolders {
  /** Absolute paths of folders that a build is made from. */
  dirs: readonly string[];
  /** Messages name folders relative to this one. */
  root: string;
}

/**
 * Refuses an output folder that is, holds or lies in one of the project's sources: a build removes and replaces what is in it.
 * Folders are compared by what they are on the disk: `Deck` is `deck` where case does not count.
 *
 * @param real absolute path of the output folder, links followed
 * @throws OutError
 */
export function guard(real: string, { dirs, root }: GuardedFolders): void {
  const [own, ...around] = existsSync(real) ? identities(real) : ['', ...identities(real)];
  for (const dir of dirs) {
    if (!existsSync(dir)) continue;
    const [it = '', ...above] = identities(dir);
    const how =
      it === own ? 'it is' : around.includes(it) ? 'it lies in' : above.includes(own ?? '') ? 'it holds' : undefined;
    if (how === undefined) continue;
    const say = (shown: string) =>
      `Nothing is written to "${shown}": ${how} "${shownIn(root, dir)}", a folder of sources.`;
    throw new OutError('out/sources', real, say, 'Name a folder for outputs alone, e.g. --out dist');
  }
}

/** The part of a path that exists, and each folder around it, as identities on the disk. */
function identities(one: string): string[] {
  const all: string[] = [];
  let dir = realpathSync(nearestExisting(one));
  for (;;) {
    const { dev, ino } = statSync(dir, { bigint: true });
    all.push(`${dev}:${ino}`);
    if (path.dirname(dir) === dir) return all;
    dir = path.dirname(dir);
  }
}
