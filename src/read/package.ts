import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const home = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** This package's own folders: where it is installed all of it, in its repository its code. Nothing is written into them. */
export const ownDirs =
  path.basename(path.dirname(home)) === 'node_modules'
    ? [home]
    : ['src', 'layouts', 'deck'].map((dir) => path.join(home, dir));

/** The package's own `layouts/`. */
export const layoutsDir = path.join(home, 'layouts');
/** The deck that comes with the package. */
export const shippedDeck = path.join(home, 'deck');

/** The package's version, from its package.json. */
export async function packageVersion(): Promise<string> {
  const text = await readFile(path.join(home, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
