import type { Deck } from '../../model/deck.ts';
import type { ComposerAsked } from '../cards/composer.ts';
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
  /** Texts of day.yaml → what they are in this language. */
  dayWords: Readonly<Record<string, string>>;
  /** None where English words stand for themselves. */
  lacking: readonly MissingWord[];
}

/** What a `ui.yaml` is read against. */
export interface UiContext {
  /** The words that it replaces, and that stay where it has none. */
  wording: Wording;
  /** The words that should be in the file; what is missing of them is a warning. */
  wanted: readonly MissingWord[];
  /** What the composer asks for, where the deck has one. */
  asked: ComposerAsked | undefined;
  /** The texts of day.yaml. */
  day: readonly string[];
  /** The deck's own file, as it is shown: what lower decks have may be of what is not in this one. */
  ownFile: string;
}
