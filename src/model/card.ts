import type { Root } from 'hast';
import type { Place } from './problem.ts';

/** The two sides of a card. */
export type Side = 'front' | 'back';

/** A part of a card's body: one `## Heading` and what stands under it. */
export interface Section {
  /** The heading as written, e.g. `How it works`. */
  heading: string;
  /** The content as plain, checked HTML tree (no raw HTML, only allowed elements): safe to hand to another thread. */
  content: Root;
  /** The rendered words, white space folded: what budgets count and search reads. */
  text: string;
  place: Place;
}

/** A picture that a card shows, in its text or by a key of its front matter. */
export interface CardPicture {
  /** Path inside `art/`. */
  name: string;
  /** What it shows, for those who do not see it; empty where nothing is said. */
  alt: string;
  /** Where it is named. */
  place: Place | undefined;
}

/** One card: checked, located, plain data. */
export interface Card {
  /** The file's name without `.mdx`: its identity for ever. */
  id: string;
  suit: string;
  /** Unique in its series (see `seriesOf` in deck/codes.ts); absent on blanks and extras. */
  number?: number | undefined;
  /** Derived and only printed: `REC 32`, `AUD 1`, `RSK 1`; empty on blanks and extras. */
  code: string;
  title: string;
  gist: string;
  /** The gist with its tallies, where it has some. */
  gistAsWritten?: string | undefined;
  /** Name of an SVG in `art/glyphs/`, without `.svg`. */
  glyph?: string | undefined;
  /** Ids of cards that go with this one. */
  related: readonly string[];
  /** What others call it: the catalog's search finds it by these words; they are not printed. */
  also?: readonly string[] | undefined;
  sources: readonly string[];
  copies: number;
  blank: boolean;
  /** What a picture shows, for those who do not see it. */
  alt?: string | undefined;
  /** The name of the face layout that draws it: its own `face:`, else its suit's. */
  face: string;
  /** The suit's own front matter, checked by the face layout's schema. */
  fields: Readonly<Record<string, unknown>>;
  sections: readonly Section[];
  /** Absent where there are none. */
  pictures?: readonly CardPicture[] | undefined;
  /** Path as shown in messages, e.g. `deck/cards/patterns/rec/because-you-row.mdx`. */
  file: string;
  /** Where each front-matter value stands, keyed by dotted path: `title`, `behaviors.2.tell`. */
  places: Readonly<Record<string, Place>>;
  /** Which of the decks that this one is made of it comes from, from 0 for the lowest. */
  layer?: number | undefined;
}

/** A group inside a suit with a code and a colour of its own: pattern families, ingredient kinds, risk groups. */
export interface Family {
  /** Its value in a card's front matter, e.g. `REC`, `audience`. */
  id: string;
  /** What is printed before the number; empty where the suit's own code is used. */
  code: string;
  name: string;
  /** Token name under `colour`. */
  colour: string;
  /** One sentence about it, for the catalog. */
  about: string;
}

/** A kind of card. */
export interface Suit {
  id: string;
  /** Plural, as a heading: `Patterns`. */
  name: string;
  /** Singular: `Pattern`. */
  one: string;
  /** What is printed before the number, unless its family has a code. */
  code: string;
  colour: string;
  /** The face layout: a file in `layouts/faces/`. */
  face: string;
  about: string;
  /** The front-matter key that names the family (`family`, `kind`, `group`); empty for none. */
  familyKey: string;
  families: readonly Family[];
  /** One back for all of its cards: `plain`, or the name of a picture in `art/`. */
  back?: string | undefined;
  /** Ids of cards that come before its others which have as low a number, or none. */
  first?: readonly string[] | undefined;
  /** Which of the decks that this one is made of has it first, from 0 for the lowest. */
  layer?: number | undefined;
}
