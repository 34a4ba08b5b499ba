import type { Plugin } from 'esbuild';
import type { Wanted } from './engine.d.mts';

/** Packages that layouts share with the engine → the module that exports the engine's own copy. */
export const SHARED: Readonly<Record<string, string>>;

/** Compiled modules that hold all layouts of some folders of `layouts/`, each with the names of these. */
export const GATHERED: Readonly<Record<string, readonly string[]>>;

/** Files of packages, and what is compiled in their place: a module, or what becomes of the file's text. */
export const LEFT_OUT: readonly (readonly [RegExp, string | ((text: string) => string)])[];

/** How to compile the engine: for this folder, or for the published package, which is moved to where it is installed. */
export function engine(published?: boolean): Wanted;

/** Folders of the engine that our layouts import from. */
export const BELOW: readonly string[];

/** How to compile what is below our layouts, for those that are compiled apart from the engine; `sharing` lets it share what that has. */
export function belowLayouts(sharing: Plugin): Wanted;

/** How to compile our own layouts apart from the engine; `sharing` lets them share what that has, and what is below them. */
export function layoutsApart(sharing: readonly Plugin[]): Wanted;

/** Compiles entries into a folder; the files that they were made from, absolute. Throws esbuild's BuildFailure. */
export function bundle(wanted: Wanted, outdir: string): Promise<string[]>;
