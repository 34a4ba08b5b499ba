import path from 'node:path';
import type { Layer } from '../chain/layer.ts';
import type { Applied } from '../chain/stack-types.ts';

/**
 * Whether a translation is of another text than the deck has: a deck above the one that it comes with changes what it translates. Then it
 * is not printed, nor are its sections mistakes of that deck.
 *
 * @param changes those overrides that it does not survive
 */
export function isReplaced(
  translation: { id: string; path: string } | undefined,
  changes: readonly Applied[],
  layers: readonly Pick<Layer, 'folder'>[],
): boolean {
  if (!translation) return false;
  const layerOf = (file: string) => layers.findLastIndex(({ folder }) => file.startsWith(folder.dir + path.sep));
  const own = layerOf(translation.path);
  return changes.some(
    ({ override, merged }) => merged && override.id === translation.id && layerOf(override.path) > own,
  );
}
