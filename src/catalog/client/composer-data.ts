import type { FrontRoom } from '../../model/looks.ts';

/** A card that fills a place of a composed card. */
export interface ComposerPart {
  id: string;
  code: string;
  title: string;
  /** What it says in a sentence. */
  clause: string;
}

/** A field of the composed card that names others. */
export interface ComposerSlot {
  /** The key of the front matter, also in sentences and addresses. */
  key: string;
  name: string;
  /** How many cards it takes. */
  most: number;
  isList: boolean;
  cards: readonly ComposerPart[];
}

/** A text that is written. */
export interface ComposerText {
  key: string;
  name: string;
  /** Characters that the card holds; 0 for no limit. */
  most: number;
  /** Where it stands in the front matter; empty for one that only sections have. */
  path: readonly string[];
}

/** A section of the composed card. */
export interface ComposerSection {
  /** Of what is written in it, in sentences and addresses. */
  key: string;
  /** As the look names it, in files. */
  heading: string;
  /** As readers see it. */
  name: string;
  /** What it says, with slots and texts in `{braces}`. */
  sentence: string;
  /** Characters that the card holds; 0 for no limit. */
  most: number;
}

/** How wide letters are in the deck's fonts, in thousandths of the font's size. */
export interface ComposerWidths {
  letters: string;
  regular: readonly number[];
  strong: readonly number[];
  italic: readonly number[];
  /** Of a letter of a usual text: budgets count such. */
  usual: number;
}

/** What `composer.js` holds: the form, and what becomes of it. */
export interface ComposerData {
  /** The language that the deck is in here. */
  lang: string;
  /** The suit that is made, and what one card of it is called. */
  suit: string;
  one: string;
  /** The first number that no card of the suit has. */
  number: number;
  slots: readonly ComposerSlot[];
  texts: readonly ComposerText[];
  sections: readonly ComposerSection[];
  widths: ComposerWidths;
  /** The lines of the front; left out where its look does not say. */
  room?: FrontRoom | undefined;
}
