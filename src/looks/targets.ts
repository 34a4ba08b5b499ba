import path from 'node:path';
import type { OwnTarget } from '../model/own-target.ts';
import { filesIn, loaded, modulesOf } from './compile.ts';
import { nameOf, wrong } from './default-exports.ts';

/** An output of an organization's own. */
export interface LoadedTarget {
  /** The file's name without its ending: of two of one name the later folder's is taken. */
  name: string;
  /** Absolute path. */
  file: string;
  make: OwnTarget;
}

/**
 * Loads the outputs that `layouts/` folders have of their own, in the order of their names.
 *
 * @param layouts absolute paths, the lowest first
 * @throws LayoutError for a file that can't be loaded, or is no output
 */
export async function loadTargets(layouts: readonly string[]): Promise<LoadedTarget[]> {
  const found = new Map<string, LoadedTarget>();
  for (const dir of layouts) {
    const files = await filesIn(dir, 'targets');
    if (files.length === 0) continue;
    const modules = await modulesOf(dir);
    for (const one of files) {
      const [name, file] = [nameOf(one), path.join(dir, one)];
      const make = await loaded(modules, one, dir);
      if (typeof make !== 'function') {
        throw wrong(file, 'This is no output: its default export must be a function that returns files.');
      }
      found.set(name, { name, file, make: make as OwnTarget });
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
