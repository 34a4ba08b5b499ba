import type { Deck } from '../../model/deck.ts';
import type { Settings } from '../settings.ts';
import type { Suits } from '../suits.ts';

/** What of a deck is said in its language, beside the cards. */
export interface Wording extends Suits, Pick<Deck, 'words' | 'headings' | 'names'> {
  settings: Settings;
}
