import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { engineDir } from '../engine.mjs';
import { home } from '../home.mjs';

export { home };

/** This package's own folders: where it is installed all of it, in its repository its code. Nothing is written into them. */
export const ownDirs =
  path.basename(path.dirname(home)) === 'node_modules'
    ? [home]
    : ['src', 'layouts', 'deck'].map((dir) => path.join(home, dir));

/** The package's own `layouts/`. */
export const layoutsDir = path.join(home, 'layouts');
/** The deck that comes with the package. */
export const shippedDeck = path.join(home, 'deck');

/** The templates of `prepdeck init`. */
export const templatesDir = path.join(home, 'src/templates');

/** The package's version, from its package.json. */
export async function packageVersion(): Promise<string> {
  const text = await readFile(path.join(home, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** What runs: another name for each change to the engine, so that nothing is kept that an earlier one made. */
export async function engineVersion(): Promise<string> {
  if (engineDir === undefined) return await packageVersion();
  const text = await readFile(path.join(engineDir, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version?: string }).version ?? path.basename(engineDir);
}
