import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { deckDirs } from '../deck/chain/folders.ts';

const home = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

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
 * The folders that a build of a deck is made from: those of the deck and of all that it extends, their layouts, and this
 * package's own. Nothing is written into them.
 */
export async function sourceDirs(deck: string): Promise<string[]> {
  const own = path.basename(path.dirname(home)) === 'node_modules' ? [home] : [layoutsDir, path.join(home, 'src')];
  const decks = await deckDirs(deck);
  const layouts = decks.map((dir) => path.join(path.dirname(dir), 'layouts'));
  return [...new Set([...decks, ...layouts, shippedDeck, ...own])];
}
