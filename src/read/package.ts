import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { engineDir } from '../engine.mjs';
import { home } from '../home.mjs';

/** This package's own folders, into which nothing is written: where it is installed, all of it; in its repository, the code. */
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

/** Whether the compiled engine runs. Tests run its sources, which have no name that changes with them. */
export const isCompiled = engineDir !== undefined;

/** A name that changes with the engine's code, so that cached results of an earlier engine are not used. */
export async function engineVersion(): Promise<string> {
  if (engineDir === undefined) return await packageVersion();
  const text = await readFile(path.join(engineDir, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version?: string }).version ?? path.basename(engineDir);
}
