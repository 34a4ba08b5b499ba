import type { Root } from 'hast';
import type { Place } from './problem.ts';

/** The two sides of a card. */
export type Side = 'front' | 'back';

/** A part of a card's body: one `## Heading` and the text under it. */
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
  /** Its description, for people who do not see it; empty where the author gives none. */
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
  /** Made from prefix and number, for print only: `REC 32`, `AUD 1`, `RSK 1`; empty on blanks and extras. */
  code: string;
  title: string;
  gist: string;
  /** The gist with its tally tags not yet counted, where it has some. */
  gistAsWritten?: string | undefined;
  /** Name of an SVG in `art/glyphs/`, without `.svg`. */
  glyph?: string | undefined;
  /** Ids of cards that go with this one. */
  related: readonly string[];
  /** Its other names: the catalog's search finds it by them; they are not printed. */
  also?: readonly string[] | undefined;
  /** When to choose it over cards like it: goes on after “Choose it when”. The catalog says it; it is not printed. */
  choose?: string | undefined;
  sources: readonly string[];
  copies: number;
  blank: boolean;
  /** The description of its picture, for people who do not see it. */
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
  /** The layer that it comes from: 0 is the lowest deck of the chain that this deck extends. */
  layer?: number | undefined;
}

/** A group inside a suit with a code and a colour of its own: pattern families, ingredient kinds, risk groups. */
export interface Family {
  /** Its value in a card's front matter, e.g. `REC`, `audience`. */
  id: string;
  /** Printed before the number, e.g. `REC`; empty where the suit's own code is used. */
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
  /** Further forms beside numbers, of a language that has them. */
  zero?: string | undefined;
  two?: string | undefined;
  few?: string | undefined;
  many?: string | undefined;
  /** The language of its names, whose rules choose among them: the deck's first one where they are not translated. */
  lang?: string | undefined;
  /** Printed before the number, unless the card's family has a code. */
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
  /** Ids of cards that come first among cards with the same number, or with none. */
  first?: readonly string[] | undefined;
  /** The lowest layer that has it: 0 is the lowest deck of the chain that this deck extends. */
  layer?: number | undefined;
}
