import type { Deck } from '../../model/deck.ts';
import type { Settings } from '../settings.ts';
import type { Suits } from '../suits.ts';

/** A word that the `ui.yaml` of a language has not. */
export interface MissingWord {
  /** Where it would stand there: its group, then the keys below that. */
  path: readonly string[];
  /** What is printed in its place. */
  printed: string;
}

/** Everything of a deck in its language except the texts of cards and pages. */
export interface Wording extends Suits, Pick<Deck, 'words' | 'headings' | 'names'> {
  settings: Settings;
  /** None where English words stand for themselves. */
  lacking: readonly MissingWord[];
}
