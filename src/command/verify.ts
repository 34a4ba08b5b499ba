import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { UsageError } from '../model/usage.ts';
import { entriesIn, statOf } from '../write/disk.ts';
import { isAsWritten } from '../write/made.ts';
import { MANIFEST } from '../write/manifest.ts';
import { isOwnPath } from '../write/own-paths.ts';

/** How an output folder stands to its manifest. All paths are inside the folder, with forward slashes, sorted. */
export interface Verified {
  /** True where every file is as it was written, and none was added. */
  ok: boolean;
  /** Name and version of the deck, as the manifest has them. */
  name: string;
  version: string;
  /** How many files the manifest lists. */
  files: number;
  missing: readonly string[];
  /** Files with other bytes than a build wrote; also what is no file. */
  changed: readonly string[];
  /** Files in the folders of a build that the manifest does not list. What lies beside those folders is somebody's own. */
  extra: readonly string[];
}

const MANIFEST_FILE = z.object({
  name: z.string(),
  version: z.string(),
  outputs: z.array(
    z.object({
      path: z.string().refine(isOwnPath),
      bytes: z.int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/u),
    }),
  ),
});

/**
 * Compares a folder with the manifest that its build wrote; changes nothing in it.
 *
 * @param dir absolute path of the output folder
 * @throws UsageError where there is no such manifest in it
 */
export async function verify(dir: string): Promise<Verified> {
  const { name, version, outputs } = manifestIn(dir);
  const listed = new Set(outputs.map((one) => one.path));
  const missing = outputs.filter((one) => !statOf(path.join(dir, one.path))).map((one) => one.path);
  const changed: string[] = [];
  for (const one of outputs) {
    if (!missing.includes(one.path) && !isAsWritten(path.join(dir, one.path), one)) changed.push(one.path);
  }
  const files = entriesIn(dir).flatMap((entry) => (entry.isFolder ? [] : [entry.path]));
  const extra = files.filter((file) => isOwnPath(file) && !listed.has(file));
  const ok = missing.length + changed.length + extra.length === 0;
  return { ok, name, version, files: outputs.length, missing, changed, extra };
}

/** What `prepdeck verify` prints. */
export function verifiedText({ ok, name, version, files, missing, changed, extra }: Verified, shown: string): string {
  const deck = `${name} ${version}`;
  if (ok) return `${shown}: all ${files} files are as they were built of ${deck}.\n`;
  const lines = [
    ...missing.map((file) => `${file}: missing`),
    ...changed.map((file) => `${file}: not what was built`),
    ...extra.map((file) => `${file}: no build has put it there`),
  ];
  const sum = `${missing.length} missing, ${changed.length} changed, ${extra.length} added; ${deck} has ${files} files.`;
  return `${[...lines, `${shown}: ${sum} Do not print these: make them again, with npx prepdeck build.`].join('\n')}\n`;
}

function manifestIn(dir: string): z.output<typeof MANIFEST_FILE> {
  const file = path.join(dir, MANIFEST);
  if (!statOf(file))
    throw new UsageError(
      `there is no ${MANIFEST} in ${dir}, which a build writes. Run npx prepdeck build, or name the folder that one wrote: npx prepdeck verify DIR`,
    );
  try {
    return MANIFEST_FILE.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new UsageError(
      `${file} is damaged, or no build wrote it: the files can't be checked. Make them again: npx prepdeck build`,
    );
  }
}
