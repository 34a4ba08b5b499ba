import path from 'node:path';
import { openMemory } from '../../read/memory.ts';
import { layoutsDir, ownDirs } from '../../read/package.ts';
import { openChain } from './chain.ts';
import { layoutsOf } from './layouts.ts';

/**
 * The `layouts/` folders that draw a deck, the package's own first: of two faces of one name the later is taken.
 * What is wrong with the deck is said where it is loaded.
 *
 * @param deck absolute path of its folder
 */
export async function layoutDirs(deck: string): Promise<[string, ...string[]]> {
  const layers = await openChain(deck, deck, openMemory(), () => undefined);
  return [layoutsDir, ...layoutsOf(layers ?? []).dirs.filter((dir) => dir !== layoutsDir)];
}

/** The folders of a deck and of those that it extends; only its own where one of them can't be found. */
export async function deckDirs(deck: string): Promise<string[]> {
  const layers = await openChain(deck, deck, openMemory(), () => undefined);
  return layers ? layers.map((layer) => layer.folder.dir) : [deck];
}

/**
 * The folders that a build of a deck is made from: those of the deck and of all that it extends, their layouts, and this
 * package's own. Nothing is written into them.
 */
export async function sourceDirs(deck: string): Promise<string[]> {
  const decks = await deckDirs(deck);
  const layouts = decks.map((dir) => path.join(path.dirname(dir), 'layouts'));
  return [...new Set([...decks, ...layouts, ...ownDirs])];
}
