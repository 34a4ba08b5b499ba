import { createHash } from 'node:crypto';
import type { Sources } from '../build.ts';
import { stampsOfLayouts } from '../layout-stamps.ts';
import { COARSEST_DATE_MS, hashOf, type Stamps, stampsOf } from '../read/stamps.ts';

/** What a command's work was made from, as it was then. */
export interface SourcesThen {
  sources: Sources;
  /** Of all stamps of files and layouts. */
  stamp: string;
  young: Hashes;
}

/** What was in files that were changed so short a time before that they may change again under the same stamp. */
export type Hashes = ReadonlyMap<string, string>;

/**
 * Files as they are before work reads them.
 *
 * @param now in milliseconds since 1970
 */
export function stampsAt(now: number, dirs: readonly string[]): Stamps {
  return stampsOf(dirs, now - COARSEST_DATE_MS);
}

/**
 * Sources as work that is done now has read them; undefined where that can't be told: one was changed meanwhile, or is young and was
 * not looked at before.
 *
 * @param began when the work began, in milliseconds since 1970
 * @param before what was in young files then
 */
export async function sourcesAfter(sources: Sources, began: number, before: Hashes): Promise<SourcesThen | undefined> {
  const stamps = stampsAt(began, sources.dirs);
  const young = hashesOf(stamps);
  const isRead = stamps.newest < began && [...young].every(([file, hash]) => before.get(file) === hash);
  const stamp = isRead ? await stampOf(sources, stamps) : undefined;
  return stamp === undefined ? undefined : { sources, stamp, young };
}

/** Sources that are still as they were, with the files that are young now; undefined where one has changed. */
export async function sourcesStill(
  { sources, stamp, young }: SourcesThen,
  stamps: Stamps,
): Promise<SourcesThen | undefined> {
  if ((await stampOf(sources, stamps)) !== stamp) return undefined;
  if (![...young].every(([file, hash]) => hashOf(file) === hash)) return undefined;
  // As they were compared: read once more, one might be another already.
  const still = stamps.young.map((file) => [file, young.get(file) ?? hashOf(file)] as const);
  return { sources, stamp, young: new Map(still) };
}

/** What is in files that are young. */
export function hashesOf({ young }: Stamps): Hashes {
  return new Map(young.map((file) => [file, hashOf(file)]));
}

/** Changes with each change to the sources; undefined where a layout can't be compiled any more. */
async function stampOf({ layouts }: Sources, { text }: Stamps): Promise<string | undefined> {
  const code = await stampsOfLayouts(layouts).catch(() => undefined);
  return (
    code &&
    createHash('sha256')
      .update([text, ...code].join('\n'))
      .digest('hex')
  );
}
