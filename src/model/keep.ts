/**
 * Keeps the results of slow, pure work between commands, by everything that they depend on; what is kept is not made again. That of
 * `src/write/cache.ts` is a folder; `keepNothing` makes each result anew.
 */
export type Keep = (key: readonly (string | Uint8Array)[], make: () => Promise<Uint8Array>) => Promise<Uint8Array>;

export const keepNothing: Keep = (_, make) => make();
