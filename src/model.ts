import type { Root } from 'hast';
import type { ComponentType } from 'react';
import type { ZodRawShape } from 'zod';
import type { ShellProps } from '../layouts/site/catalog.ts';
import type { Words } from '../layouts/words/words.ts';
import type { Place } from './problem.ts';
import type { Mm } from './units.ts';

// ---------------------------------------------------------------- content

/** The two sides of a card. */
export type Side = 'front' | 'back';

/** A card size as it is cut. Lengths in mm. */
export interface Format {
  id: string;
  name: string;
  width: Mm;
  height: Mm;
  /** Corner radius; 0 for square corners. */
  radius: Mm;
}

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

/** One card: checked, located, plain data. */
export interface Card {
  /** The file's name without `.mdx`: its identity for ever. */
  id: string;
  suit: string;
  /** Unique in its series (see `codeOf` in load); absent on blanks and extras. */
  number?: number | undefined;
  /** Derived and only printed: `REC 32`, `AUD 1`, `RSK 1`; empty on blanks and extras. */
  code: string;
  title: string;
  gist: string;
  /** Name of an SVG in `art/glyphs/`, without `.svg`. */
  glyph?: string | undefined;
  /** Ids of cards that go with this one. */
  related: readonly string[];
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
  /** Which of the decks that this one is made of has it first, from 0 for the lowest. */
  layer?: number | undefined;
}

/** A font file of the deck. */
export interface Font {
  family: string;
  weight: number;
  italic: boolean;
  /** Absolute path. */
  path: string;
  data: Uint8Array;
}

/** The deck's looks, compiled from `tokens.json`. */
export interface Theme {
  /** Token name → `#rrggbb`. */
  colour: Readonly<Record<string, string>>;
  /** `display` and `text` family names. */
  font: { display: string; text: string };
  fonts: readonly Font[];
  /** True where faces are to use little ink: white grounds, dark words. */
  lowInk?: boolean | undefined;
}

/** An SVG glyph: its drawing, ready for both renderers. */
export interface Glyph {
  name: string;
  /** `0 0 24 24`. */
  viewBox: string;
  /** `d` of each path, in order. */
  paths: readonly string[];
}

/** An image of the deck, decoded and checked. */
export interface Picture {
  /** Path inside `deck/art/`, as cards name it. */
  name: string;
  format: 'png' | 'jpg';
  width: number;
  height: number;
  data: Uint8Array;
}

/** A selection of cards that deck.yaml names. */
export interface CardSet {
  /** Queries; a card that matches any of them is in the set. Empty for all cards. */
  only: readonly string[];
  /** Card id → how many of it, in place of the card's own copies; 0 leaves it out. */
  copies: Readonly<Record<string, number>>;
}

/** A deck in one of its languages, for links between its catalogs. */
export interface Edition {
  lang: string;
  /** What the language calls itself: `Deutsch`. */
  name: string;
  /** From the first language's catalog: empty, or `de/`. */
  path: string;
  /** Ids of cards that it leaves out, since they are not translated. */
  without: readonly string[];
}

/** What is done with a card that a language has no translation of. */
export type Missing = 'fall-back' | 'skip' | 'fail';

/** A deck, loaded and checked. Plain data: it can be handed to a worker as it is. */
export interface Deck {
  /** Absolute path of its folder. */
  dir: string;
  name: string;
  version: string;
  /** ISO date; every date in a PDF. */
  date: string;
  lang: string;
  /** Further languages that a plain `build` makes. */
  languages: readonly string[];
  missing: Missing;
  /** All words that are no card's, in the deck's language. */
  words: Words;
  /** Headings of sections, as cards and looks name them → as they are printed. One that is not here is printed as it is. */
  headings: Readonly<Record<string, string>>;
  /** Names of stocks and card formats in the deck's language, by id. One that is not here has its own. */
  names: Readonly<Record<string, string>>;
  /** Ids of cards that are not in this language: printed as they are, or left out, as `missing` says. */
  untranslated: readonly string[];
  /** The deck in each of its languages, this one too; empty where it has one. */
  editions: readonly Edition[];
  /** Id of a card format. */
  format: string;
  /** Stocks and services that a plain `build` makes. */
  prints: readonly string[];
  /** What the cards are for, to follow their number: `for a workshop on …`. Shown by the catalog. */
  tagline: string;
  /** Two or three sentences about the deck, for the catalog's first page. */
  about: string;
  /** One line of credit, printed where a face has room for it. */
  credit: string;
  /** Where the catalog will live; ends in `/`; empty if unknown. */
  url: string;
  qr: boolean;
  /** Selections to print, by name. */
  sets?: Readonly<Record<string, CardSet>> | undefined;
  /** How far the printer's backs are moved right and down, as its calibration sheet says. */
  backOffset?: { x: Mm; y: Mm } | undefined;
  /** A press profile for stocks that name none: an id of `layouts/press/profiles.yaml`, or a file in the deck. */
  press?: string | undefined;
  /** Closed lists of values and their names, by front-matter key: `systems`, `class`, `market`. */
  lists: Readonly<Record<string, Readonly<Record<string, string>>>>;
  suits: readonly Suit[];
  /** In print order: suit, then number, then id; blanks last in their suit. */
  cards: readonly Card[];
  theme: Theme;
  glyphs: Readonly<Record<string, Glyph>>;
  pictures: Readonly<Record<string, Picture>>;
  /** Retired ids → the id of the card that took their place, or an empty string. Their addresses stay. */
  retired?: Readonly<Record<string, string>> | undefined;
  /** Cards of the decks that this one extends which it leaves out. */
  hidden?: readonly string[] | undefined;
  /** The name of the picture that is the organization's logo: on the cover, in the catalog. */
  logo?: string | undefined;
  /** What a deck that extends others adds: its own layer, and what the codes of its own cards begin with. */
  own?: { layer: number; prefix: string } | undefined;
  /** Its deck.yaml, as shown. */
  file?: string | undefined;
}

// ---------------------------------------------------------------- looks

/** What a face layout is given. */
export interface FaceProps {
  card: Card;
  deck: Deck;
  format: Format;
}

/** The rules for one `## Section` of a body. */
export interface SectionRule {
  /** Characters of rendered text on a poker card. Over it is a warning. */
  budget: number;
  optional?: boolean;
  /** For a list: how many items, and the budget of each. */
  items?: { min: number; max: number; budget: number };
}

/**
 * A face layout: the default export of `layouts/faces/<name>.tsx`.
 * Code, trusted by name; the card that fills it is content and is not.
 */
export interface Look {
  /** The suit's own front-matter keys. Each becomes `card.fields[key]`. */
  fields: ZodRawShape;
  /** Budgets in characters of front-matter texts, by dotted path with `*` for any index: `behaviors.*.tell`. */
  budgets: Readonly<Record<string, number>>;
  /** The body's sections in order. Absent = any headings (reference cards). */
  sections?: Readonly<Record<string, SectionRule>>;
  Front: ComponentType<FaceProps>;
  Back: ComponentType<FaceProps>;
}

/** What an element of `layouts/elements.tsx` is given besides its attributes. */
export interface ElementContext {
  /** Cards by id. */
  cards: ReadonlyMap<string, Pick<Card, 'id' | 'code' | 'title'>>;
  /** Where the site's pages lie relative to the one being written: `` or `../`. */
  base: string;
}

/** A tag that a card may use, e.g. `<Card id="detractor" />`. In a Section's tree it is an element of that name. */
export interface Element {
  /** Its attributes: literal strings only, checked by this schema. */
  attributes: ZodRawShape;
  /** Attributes that hold the id of a card, so that a wrong one is an error. */
  cardIds: readonly string[];
  /** The words it prints: for budgets, search and the check that nothing is lost. */
  text(attributes: Readonly<Record<string, string>>, context: ElementContext): string;
  Print: ComponentType<ElementProps>;
  Web: ComponentType<ElementProps>;
}

export interface ElementProps {
  attributes: Readonly<Record<string, string>>;
  context: ElementContext;
}

/** An organization's own frame around every page of the catalog: `layouts/slots/shell.tsx`. */
export interface Shell {
  /** Absolute path. */
  file: string;
  Frame: ComponentType<ShellProps>;
  /** Style rules of its own, after those of the catalog; empty for none. */
  rules: string;
}

/** What `layouts/` gives the engine. */
export interface Looks {
  faces: Readonly<Record<string, Look>>;
  elements: Readonly<Record<string, Element>>;
  /** What faces, sheets and the catalog say, in English. */
  words: Words;
  /** Left out: the catalog's own. */
  shell?: Shell | undefined;
}

// ---------------------------------------------------------------- outputs

/** A file to be written: path inside `dist/`, with forward slashes. */
export interface Output {
  path: string;
  bytes: Uint8Array;
}

// ---------------------------------------------------------------- faces

/** How much art is drawn beyond the trim on every side of a face. */
export const FACE_BLEED: Mm = 4;

/** One side of one card. Its key is `<id>.front` or `<id>.back`. */
export interface Face {
  card: string;
  side: Side;
}

/** The key of a face. */
export function faceKey(face: Face): string {
  return `${face.card}.${face.side}`;
}

/** Faces drawn once: PDF documents whose pages are trim + FACE_BLEED on every side. */
export interface DrawnFaces {
  format: Format;
  documents: readonly Uint8Array[];
  /** Face key → which document, which page (from 0). */
  pages: ReadonlyMap<string, { document: number; page: number }>;
}

// ---------------------------------------------------------------- sheets

/** A turn clockwise in degrees, as seen by somebody who looks at that side of the paper. */
export type Turn = 0 | 90 | 180 | 270;

/** A rectangle in mm from the top left corner, y downwards. */
export interface Rect {
  x: Mm;
  y: Mm;
  width: Mm;
  height: Mm;
}

/** Lengths on the four sides of a rectangle, in mm. */
export interface Edges {
  top: Mm;
  right: Mm;
  bottom: Mm;
  left: Mm;
}

/** A face on a sheet. x, y, width and height are its trim as it lies on the sheet, after the turn. */
export interface Placed extends Rect {
  face: Face;
  turn: Turn;
  /** How much art shows beyond each edge of the trim, as it lies on the sheet. */
  bleed: Edges;
}

/** A straight line in mm. */
export interface Line {
  x1: Mm;
  y1: Mm;
  x2: Mm;
  y2: Mm;
}

/** One printed side of one sheet of paper. */
export interface Sheet {
  /** The stock's id. */
  stock: string;
  width: Mm;
  height: Mm;
  side: Side;
  /** From 1; front and back of a sheet have the same number. */
  number: number;
  of: number;
  placed: readonly Placed[];
}

// ---------------------------------------------------------------- stocks

/** The edge of the paper about which it is turned to print its back, as printer dialogs name it. */
export type Flip = 'long' | 'short';

/** `crop`: short marks at the corners; `edge`: lines across all of the waste; `none`. */
export type Marks = 'crop' | 'edge' | 'none';

/** The place of one card on a sheet: its trim as it lies there, after the turn. */
export interface Slot extends Rect {
  turn: Turn;
}

/** The band in which a sheet's line of text and its ruler stand. */
export interface SlugBand extends Rect {
  /** 0 reads from left to right, 270 reads upwards, 90 downwards. */
  turn: Turn;
}

/** A sheet of paper and what goes where on it: a file of `layouts/sheets/`. Lengths in mm, seen from the front. */
export interface Stock {
  /** The file's name without `.yaml`. */
  id: string;
  name: string;
  /** Id of a card format. */
  format: string;
  /** True where a deck of another format is laid out anew in this one; left out, such a deck is refused. */
  redraws?: boolean | undefined;
  /** As it lies before you: landscape where the width is the longer one. */
  paper: { width: Mm; height: Mm };
  /** True where a page is one face (trim and bleed, nothing else); its PDF has TrimBox and BleedBox. */
  page: boolean;
  /** The margin at which a printer stops printing. */
  printable: Mm;
  /** In the order in which they are filled. With a fold: the fronts; backs are their mirror about the fold. */
  slots: readonly Slot[];
  /** How much art shows beyond the trim, where no neighbour is nearer than twice that. */
  bleed: Mm;
  marks: Marks;
  flip: Flip;
  order: 'front-first' | 'back-first';
  /** A sheet printed on one side and folded: the line `x = at` (vertical) or `y = at` (horizontal). */
  fold?: { axis: 'vertical' | 'horizontal'; at: Mm } | undefined;
  /** What is done to backs: moved right and down, turned clockwise about the sheet's center (degrees), more bleed. */
  back: { x: Mm; y: Mm; rotation: number; bleed: Mm };
  slug?: SlugBand | undefined;
  /** Marks by which a cutting plotter finds the sheet: an L of two arms at two corners, a square at the third. */
  registration?: { inset: Mm; length: Mm; thickness: Mm; square: Mm } | undefined;
  /** A PDF for a press, in inks. Absent where it stays RGB. */
  press?: StockPress | undefined;
  /** Pictures in place of a PDF, for a service that takes those. */
  pictures?: StockPictures | undefined;
}

/** A tuck box: a file of `layouts/box/`. Lengths in mm. */
export interface BoxStock {
  /** The file's name without `.yaml`. */
  id: string;
  name: string;
  /** Id of a card format. */
  format: string;
  /** Over how many boxes the deck is spread. */
  parts: number;
  /** Thickness of one card. */
  caliper: Mm;
  /** Thickness of the box's own board. */
  board: Mm;
  /** How much wider, higher and deeper than its cards. */
  clearance: Mm;
  /** In inks, for a press; its cut and fold lines stay spot colors. */
  press?: StockPress | undefined;
}

/** What a print shop or service asks of a press PDF. */
export interface StockPress {
  conformance: 'PDF/X-4' | 'PDF/X-1a:2003';
  /** An id of `layouts/press/profiles.yaml`, where the service names one. */
  profile?: string | undefined;
  /** Most ink in percent, where it is less than the profile's. */
  inkLimit?: number | undefined;
}

/** Pictures that a service takes: PNG, RGB, no transparency. Sizes in pixels, bleed included. */
export interface StockPictures {
  width: number;
  height: number;
  /** Written into the files; what `width` and `height` come to. */
  dpi: number;
  /** True where `--dpi` may choose another resolution. */
  anyDpi: boolean;
  /** One picture holds this many faces; a virtual table cuts it up. The last cell shows in place of hidden cards. */
  sheet?: { columns: number; rows: number } | undefined;
  /** Most cards in one order, copies included. */
  mostCards?: number | undefined;
  /** Largest file that the service takes. */
  mostBytes?: number | undefined;
}

/** What is printed on a sheet beside its faces, for whoever cuts, folds and sorts it. */
export interface SheetMarks {
  /** Cut marks. */
  cuts: readonly Line[];
  /** Where to fold, drawn dashed. */
  folds: readonly Line[];
  /** Black rectangles for a cutting plotter. */
  registration: readonly Rect[];
  /** Plain hairlines: a ruler, a scale. */
  lines: readonly Line[];
  labels: readonly Label[];
}

/** A line of small print. */
export interface Label {
  text: string;
  /** Where its baseline starts, or has its middle. */
  x: Mm;
  y: Mm;
  anchor: 'start' | 'middle';
  turn: Turn;
  /** Type size in points, at most. */
  points: number;
  /** A longer text is set smaller. */
  room?: Mm | undefined;
}

/** A sheet with its marks: all that is printed. */
export interface MarkedSheet extends Sheet {
  marks: SheetMarks;
}
