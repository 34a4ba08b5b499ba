import type { Cache, Key } from './cache.ts';

/** By what the pages of a document are known again, where other pages of it have changed. */
export interface PageStamps {
  /** Of the document, whatever stands on its pages. */
  document: string;
  /** Of each page: pages that look the same have the same. */
  pages: readonly string[];
}

/** How things are kept that were made of pages, by the pages' stamps. */
export interface Shelf<Made> {
  cache: Pick<Cache, 'find' | 'keep'>;
  /** What they were made of and how, the pages apart. */
  key: Key;
  pack(made: ReadonlyMap<string, Made>): Uint8Array;
  unpack(packed: Uint8Array): ReadonlyMap<string, Made>;
}

/**
 * What is made of each page of a document, in order: only for those pages that it did not have when this was last asked for.
 *
 * @param make makes it for some pages, by their places in the document
 */
export async function pageByPage<Made>(
  { document, pages }: PageStamps,
  { cache, key, pack, unpack }: Shelf<Made>,
  make: (places: readonly number[]) => Promise<readonly Made[]>,
): Promise<Made[]> {
  const name = [...key, document];
  const found = cache.find(name);
  const kept = new Map(found ? unpack(found) : []);
  const missing = [...pages.keys()].filter((at) => !kept.has(pages[at] ?? ''));
  const made = missing.length > 0 ? await make(missing) : [];
  for (const [at, one] of made.entries()) kept.set(pages[missing[at] ?? 0] ?? '', one);
  const all = pages.map((stamp) => kept.get(stamp) as Made);
  if (missing.length > 0) await cache.keep(name, pack(new Map(pages.map((stamp, at) => [stamp, all[at] as Made]))));
  return all;
}
