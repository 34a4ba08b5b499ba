import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openChain } from './load/chain.ts';
import { layoutsOf } from './load/layouts.ts';
import { openMemory } from './load/memory.ts';

const home = path.resolve(fileURLToPath(new URL('..', import.meta.url)));

/** The package's own `layouts/`. */
export const layoutsDir = path.join(home, 'layouts');
/** The deck that comes with the package. */
export const shippedDeck = path.join(home, 'deck');

/** The package's version, from its package.json. */
export async function packageVersion(): Promise<string> {
  const text = await readFile(path.join(home, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

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

/**
 * The folders that a build of a deck is made from: those of the deck and of all that it extends, their layouts, and this
 * package's own. Nothing is written into them.
 */
export async function sourceDirs(deck: string): Promise<string[]> {
  const own = path.basename(path.dirname(home)) === 'node_modules' ? [home] : [layoutsDir, path.join(home, 'src')];
  const decks = await deckDirs(deck);
  const layouts = decks.map((dir) => path.join(path.dirname(dir), 'layouts'));
  return [...new Set([...decks, ...layouts, shippedDeck, ...own])];
}

/** The folders of a deck and of those that it extends; only its own where one of them can't be found. */
export async function deckDirs(deck: string): Promise<string[]> {
  const layers = await openChain(deck, deck, openMemory(), () => undefined);
  return layers ? layers.map((layer) => layer.folder.dir) : [deck];
}
