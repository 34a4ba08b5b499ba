import type { Loaded } from '../deck/deck.ts';
import type { Deck } from '../model/deck.ts';
import type { Looks } from '../model/loaded-looks.ts';
import type { Supplies } from './supplies.ts';

/** A deck without errors in one language, and everything it can be drawn with and printed on. */
export interface Project extends Supplies {
  deck: Deck;
  /** The language's folder in the output folder; empty for the deck's first language. */
  folder: string;
  /** What the deck was made from, layer by layer. */
  loaded: Loaded;
  looks: Looks;
  /** Absolute paths of `layouts/` folders, that of the package first. */
  layouts: readonly [string, ...string[]];
}
