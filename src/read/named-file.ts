import { readdirSync } from 'node:fs';
import path from 'node:path';
import { noneIfAbsent } from '../model/absent.ts';
import { error } from '../model/problem.ts';
import { type Folder, type Report, readInside } from './files.ts';

/**
 * Reads a file that an author names, from the highest folder that has it. Whether `A` and `a`, or
 * two encodings of an accent, are one name depends on the disk; so the name is looked up in the folder's list: a file that one
 * system finds, every system finds.
 *
 * @param name path inside the deck, with forward slashes, characters composed (NFC)
 * @param folders of the deck and those that it extends, the highest first
 * @param limit in bytes
 * @returns undefined after reporting why there is none
 */
export async function readNamed(
  name: string,
  folders: readonly Folder[],
  report: Report,
  limit: number,
): Promise<Buffer | undefined> {
  const [top] = folders;
  if (!top) throw new Error('a deck without a folder');
  for (const folder of folders) {
    const found = onDisk(folder.dir, name, composed);
    if (found !== undefined) return await readInside(path.join(folder.dir, found), folder, report, limit);
  }
  for (const folder of folders) {
    const found = onDisk(folder.dir, name, folded);
    if (found === undefined) continue;
    const file = folder.show(path.join(folder.dir, name));
    const message = `"${file}" is named "${folder.show(path.join(folder.dir, found))}" there.`;
    return void report(error({ file, rule: 'file/other-case', message }));
  }
  return await readInside(path.join(top.dir, name), top, report, limit);
}

/** A path as the disk spells it, its parts compared by `as`; undefined where there is none. */
function onDisk(dir: string, name: string, as: (part: string) => string): string | undefined {
  let found = '';
  for (const part of name.split('/')) {
    const names = namesIn(path.join(dir, found));
    const own = names.includes(part) ? part : names.find((one) => as(one) === as(part));
    if (own === undefined) return undefined;
    found = path.posix.join(found, own);
  }
  return found;
}

function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch (cause) {
    return noneIfAbsent(cause);
  }
}

/** A name with composed accents (NFC): macOS may list `é` as `e` and an accent. */
function composed(part: string): string {
  return part.normalize('NFC');
}

function folded(part: string): string {
  return composed(part).toLowerCase();
}
