import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../model/usage.ts';
import { move, put, remove, statOf } from './disk.ts';

/**
 * Writes a file that somebody has named, whole or not at all. One that is there is replaced only if it is one that prepdeck has made.
 *
 * @param isOurs says of what is there whether it is
 * @throws UsageError where something else is there
 */
export async function saveAs(
  file: string,
  bytes: string | Uint8Array,
  isOurs: (before: Buffer) => boolean | Promise<boolean>,
): Promise<void> {
  const place = path.resolve(file);
  const before = statOf(place)?.isDirectory() === false ? await readFile(place) : undefined;
  if (before && before.length > 0 && !(await isOurs(before))) {
    throw new UsageError(`${file} is there already, and prepdeck did not make it: name another file`);
  }
  const draft = `${place}.${process.pid}~`;
  try {
    put(draft, bytes);
    await move(draft, place);
  } catch (cause) {
    await remove(draft);
    throw cause;
  }
}
