import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** This package's folder; the compiled engine's modules ask from `src/` too. */
export const home = path.resolve(fileURLToPath(new URL('..', import.meta.url)));

/** A module's name where it is compiled: all lie in one folder, so that each knows the way to this package. */
export function outOf(name) {
  return name.replace(/\.(tsx?|mjs)$/u, '').replaceAll(/[\\/]/gu, '-');
}

/** Where a module is in a compiled folder, as a URL. */
export function urlOf(dir, name) {
  return pathToFileURL(path.join(dir, `${outOf(name)}.js`)).href;
}
