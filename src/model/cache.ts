/**
 * Results of slow, pure work, kept between commands by everything that they were made from. Where it is gone, damaged or can't be
 * written to, a command only takes longer. That of `src/write/cache.ts` is a folder.
 */
export interface Cache {
  /** The result for a key, made now if it is not there or damaged. */
  get(key: Key, make: () => Promise<Uint8Array>): Promise<Uint8Array>;
  /** The result for a key; undefined where it is not there or damaged. */
  find(key: Key): Uint8Array | undefined;
  /** Keeps a result, where the cache can be written to. */
  keep(key: Key, result: Uint8Array): Promise<void>;
}

/** Everything that a result depends on, as bytes and settings. */
export type Key = readonly (string | Uint8Array)[];

/** Keeps nothing: each result is made anew. */
export const noCache: Cache = {
  get: (_, make) => make(),
  find: () => undefined,
  keep: async () => {},
};
