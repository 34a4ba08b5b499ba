import type { BuildOptions, Plugin } from 'esbuild';

/** What is compiled; see engine.mjs. */
export interface Wanted {
  name: string;
  root: string;
  entries: readonly { in: string; out: string }[];
  dirs: readonly string[];
  plugins?: readonly Plugin[];
  how?: BuildOptions;
  settings?: string;
}

/** What to import a layout from, as a URL; see engine.mjs. */
export function runnable(file: string): Promise<string>;

/** Where code is kept that is compiled for the running engine; see engine.mjs. */
export function besideEngine(): Promise<string>;

/** A folder of modules that were compiled now or before; see engine.mjs. */
export function compiled(cache: string, wanted: Wanted): Promise<string>;
