import { lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';

/** What files were like at a moment: with other stamps, other files. */
export interface Stamps {
  /** Path, inode, size and dates of each, a line a file. */
  text: string;
  /** When the last of them was changed, in milliseconds since 1970. */
  newest: number;
}

/**
 * The stamps of files, and of all that is in folders. A file that was changed keeps its size and its date where somebody puts them
 * back; its time of change (ctime) nobody can.
 *
 * @param all absolute paths; what is not there is noted as such
 */
export function stampsOf(all: readonly string[]): Stamps {
  const lines: string[] = [];
  let newest = 0;
  const note = (file: string, stats: Stats | undefined) => {
    lines.push(stats ? `${file} ${stats.ino} ${stats.size} ${stats.mtimeMs} ${stats.ctimeMs}` : `${file} is not there`);
    newest = Math.max(newest, stats?.mtimeMs ?? 0, stats?.ctimeMs ?? 0);
  };
  for (const one of all) {
    const stats = statSync(one, { throwIfNoEntry: false });
    note(one, stats);
    if (!stats?.isDirectory()) continue;
    for (const name of readdirSync(one, { recursive: true, encoding: 'utf8' }).sort()) {
      const file = path.join(one, name);
      // The link and the file that it leads to.
      const link = lstatSync(file, { throwIfNoEntry: false });
      note(file, link?.isSymbolicLink() ? statSync(file, { throwIfNoEntry: false }) : link);
      if (link?.isSymbolicLink()) note(file, link);
    }
  }
  return { text: lines.join('\n'), newest };
}
