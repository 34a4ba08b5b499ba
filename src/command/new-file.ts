import { mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../model/usage.ts';
import { isKebab } from '../read/ids.ts';

/** @throws UsageError for an id that can't be a file's name; `of` says whose: `a card’s id` */
export function checkNewId(id: string, of: string, example: string): void {
  if (isKebab(id)) return;
  throw new UsageError(`${of} is lower-case words joined by hyphens, e.g. ${example} (got: ${id})`);
}

/** The title that a new file begins with: `because-you-row` → `Because You Row`. */
export function titleFromId(id: string): string {
  return id.replaceAll('-', ' ').replace(/\b\w/gu, (letter) => letter.toUpperCase());
}

/**
 * Writes a file that was not there before.
 *
 * @returns its absolute path
 * @throws UsageError where it is there
 */
export async function writeNew(file: string, text: string): Promise<string> {
  if (await stat(file).catch(() => undefined)) throw new UsageError(`${file} is there already`);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
  return file;
}
