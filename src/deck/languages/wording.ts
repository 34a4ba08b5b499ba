import type { Deck } from '../../model/deck.ts';
import type { Settings } from '../settings.ts';
import type { Suits } from '../suits.ts';

/** Everything of a deck in its language except the texts of cards and pages. */
export interface Wording extends Suits, Pick<Deck, 'words' | 'headings' | 'names'> {
  settings: Settings;
}
