import type { Wanted } from './engine.d.mts';

/** What layouts import by name and share with the engine → the module that hands it on. */
export const SHARED: Readonly<Record<string, string>>;

/** The engine as it is wanted compiled; for the published package, which is moved to where it is installed, or for this folder. */
export function engine(published?: boolean): Wanted;

/** Compiles entries into a folder; the files that they were made from, absolute. Throws esbuild's BuildFailure. */
export function bundle(wanted: Wanted, outdir: string): Promise<string[]>;
