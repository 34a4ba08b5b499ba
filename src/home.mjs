import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** This package's folder. In the compiled engine `import.meta.url` points into `src/` too. */
export const home = path.resolve(fileURLToPath(new URL('..', import.meta.url)));

/** The name of a compiled module. All lie in one folder, so that the way from each to this package is the same. */
export function outOf(name) {
  return name.replace(/\.(tsx?|mjs)$/u, '').replaceAll(/[\\/]/gu, '-');
}

/** The URL of a module in a compiled folder. */
export function urlOf(dir, name) {
  return pathToFileURL(path.join(dir, `${outOf(name)}.js`)).href;
}
