import path from 'node:path';
import type { LayeredSource } from '../cards/card-file.ts';
import type { Layer } from '../chain/layer.ts';
import { valueAtKey } from '../chain/merge.ts';
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
  return translation !== undefined && changesAbove(translation, changes, layers).length > 0;
}

/** Those overrides of what a translation translates that decks above the one that it comes with have. */
export function changesAbove(
  { id, path: file }: { id: string; path: string },
  changes: readonly Applied[],
  layers: readonly Pick<Layer, 'folder'>[],
): Applied[] {
  const layerOf = (one: string) => layers.findLastIndex(({ folder }) => one.startsWith(folder.dir + path.sep));
  const own = layerOf(file);
  return changes.filter(({ override, merged }) => merged && override.id === id && layerOf(override.path) > own);
}

/** The texts of a card that an override changes: keys of front matter, and headings of sections behind `## `. */
export function textsChanged({ below, merged }: Applied, keys: readonly string[]): string[] {
  const textsOf = (card: LayeredSource | undefined) =>
    new Map([
      ...keys.map((key) => [key, JSON.stringify(valueAtKey(card?.front, key))] as const),
      ...(card?.parts ?? []).map(({ heading, text }) => [`## ${heading}`, text.trim()] as const),
    ]);
  const [before, after] = [textsOf(below), textsOf(merged)];
  return [...after].flatMap(([name, text]) => (before.get(name) === text ? [] : [name]));
}
