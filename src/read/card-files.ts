import { type Dirent, readdirSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { noneIfAbsent } from '../model/absent.ts';
import { error, type Problem } from '../model/problem.ts';
import { type Folder, isInside, leadsOutside, type Report } from './files.ts';

/** Every `.mdx` file under a folder of the deck, in the order of their paths; folders in it that are named are passed over. */
export async function listFiles(
  folder: Folder,
  under: string,
  report: Report,
  passed: readonly string[] = [],
): Promise<string[]> {
  const found: string[] = [];
  await walk(path.join(folder.dir, under), folder, found, report);
  const apart = passed.map((name) => path.join(folder.dir, under, name) + path.sep);
  return found.filter((one) => !apart.some((start) => one.startsWith(start)));
}

/** Endings of cards elsewhere; `.mdx.txt` is what Windows' Notepad makes of a name, and Windows does not show. */
const MISNAMED = /\.(?:mdx?|markdown|mdx\.txt)$/iu;

async function walk(dir: string, folder: Folder, found: string[], report: Report): Promise<void> {
  const entries = entriesIn(dir);
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const one = path.join(dir, entry.name);
    // `._card.mdx` is what macOS leaves on a USB stick, not a card.
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) await walk(one, folder, found, report);
    else if (entry.name.endsWith('.mdx')) found.push(one);
    else if (entry.isSymbolicLink()) await refuseLink(one, folder, report);
    else if (MISNAMED.test(entry.name)) report(misnamed(folder.show(one)));
  }
}

/** What is in a folder; nothing where it is not there. Read at once: to ask a thread for each of twenty folders takes longer. */
function entriesIn(dir: string): Dirent[] {
  try {
    return readdirSync(dir, { withFileTypes: true });
  } catch (cause) {
    return noneIfAbsent(cause);
  }
}

async function refuseLink(one: string, folder: Folder, report: Report): Promise<void> {
  const file = folder.show(one);
  const real = await realpath(one).catch(() => undefined);
  if (real !== undefined && !isInside(real, folder.real)) report(leadsOutside(file));
  else report(error({ file, rule: 'file/link', message: `"${file}" is a symbolic link, and is not read.` }));
}

function misnamed(file: string): Problem {
  return error({
    file,
    rule: 'card/extension',
    message: `"${file}" is not read: a card's file name ends in ".mdx".`,
    note: 'Rename it.',
  });
}
