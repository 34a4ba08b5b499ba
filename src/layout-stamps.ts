import { compiledLayouts, isOurs } from './looks/compile.ts';
import { stampsOf } from './read/stamps.ts';

/**
 * For each `layouts/` folder of others what changes with their code, with what that imports, and with any file that lies beside it.
 *
 * @throws LayoutError where one of their layouts can't be compiled
 */
export async function stampsOfLayouts(layouts: readonly string[]): Promise<string[]> {
  const others = layouts.filter((dir) => !isOurs(dir));
  return await Promise.all(others.map(async (dir) => `${await compiledLayouts(dir)}\n${stampsOf([dir]).text}`));
}
