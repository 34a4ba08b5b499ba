import type { ToolWords } from '../../layouts/words/words.ts';
import type { Card, Suit } from './card.ts';
import type { Workshop } from './day.ts';
import type { Format } from './faces.ts';
import type { Facets } from './facets.ts';
import type { AgendaPage, Chapter } from './guide.ts';
import type { Kit } from './kit.ts';
import type { Word } from './plurals.ts';
import type { WorkshopRun } from './run.ts';
import type { Glyph, Picture, Theme } from './theme.ts';
import type { Point } from './units.ts';

/** A selection of cards that deck.yaml names. */
interface CardSet {
  /** Queries; a card that matches any of them is in the set. Empty for all cards. */
  only: readonly string[];
  /** Card id → how many of it, in place of the card's own copies; 0 leaves it out. */
  copies: Readonly<Record<string, number>>;
  /** Card id → how many of it each team needs. */
  perTeam?: Readonly<Record<string, number>> | undefined;
  /** How many teams it is for; left out: one. */
  teams?: number | undefined;
}

/** The catalog's composer: it makes a card of a suit from cards that fill places in its sentences, and a few words. */
export interface Compose {
  /** The suit of the composed card. */
  makes: string;
  /** The suit whose families may fill slots, e.g. one of ingredients. */
  parts?: string | undefined;
  /** For each field of the composed card that names others: the suit, or the family of `parts`, whose cards fit. */
  slots: Readonly<Record<string, string>>;
  /** Section → its sentence, with slots and words to be written in `{braces}`. Sections without one are written. */
  sentences: Readonly<Record<string, string>>;
  /** What slots and texts are called in the form, by key. One that is not here is called as on the card's page. */
  names: Readonly<Record<string, string>>;
  /** The page's title, its description, what it says on top, and where scripts do not run; left out: said for any deck. */
  title?: string | undefined;
  about?: string | undefined;
  lead?: string | undefined;
  without?: string | undefined;
}

/** A goal that readers come to the catalog with: a hand of cards, and why each is in it. */
export interface Goal {
  title: string;
  about: string;
  /** Card id → one line why. */
  cards: Readonly<Record<string, string>>;
}

/** The suits of a workshop's phases and activities; an activity names its phase. */
interface WorkshopSuits {
  phases: string;
  activities: string;
}

/** A deck in one of its languages, for links between its catalogs. */
export interface DeckInLanguage {
  lang: string;
  /** The language's own name: `Deutsch`. */
  name: string;
  /** Its catalog's folder, inside the first language's catalog: empty, or `de/`. */
  path: string;
  /** Ids of cards that it leaves out, since they are not translated. */
  without: readonly string[];
}

/** How a card without a translation is treated: printed as it is, left out, or an error. */
type MissingTranslation = 'fall-back' | 'skip' | 'fail';

/** How far a printer's backs are moved, along the paper's own axes (see `shiftOnPage`). */
export interface BackOffset extends Point {
  /** Offsets by stock id, for stocks that take another way through the printer. */
  for?: Readonly<Record<string, Point>> | undefined;
}

/** A deck, loaded and checked. Plain data: it can be handed to a worker as it is. */
export interface Deck extends Kit {
  /** Absolute path of its folder. */
  dir: string;
  name: string;
  version: string;
  /** ISO date; every date in a PDF. */
  date: string;
  lang: string;
  /** Further languages that a plain `build` makes. */
  languages: readonly string[];
  missing: MissingTranslation;
  /** All printed words that come from no card, in the deck's language. */
  words: ToolWords;
  /** Headings of sections, as cards and looks name them → as they are printed. One that is not here is printed as it is. */
  headings: Readonly<Record<string, string>>;
  /** Names of stocks and card formats in the deck's language, by id, with forms for how many cards there are. One that is not here has its own. */
  names: Readonly<Record<string, Word>>;
  /** Ids of cards without a translation: printed as they are, or left out, as `missing` says. */
  untranslated: readonly string[];
  /** The same of boards, worksheets and chapters, each with its kind: `board:gap`. Left out in the deck's first language. */
  untranslatedPages?: readonly string[];
  /** The deck in each of its languages, this one too; empty where it has one. */
  editions: readonly DeckInLanguage[];
  /** Id of a card format. */
  format: string;
  /** A size that deck.yaml gives itself, in place of an id. */
  ownFormat?: Omit<Format, 'id'> | undefined;
  /** Stocks and services that a plain `build` makes. */
  prints: readonly string[];
  /** The cards' purpose, written so that it can follow their number: `for a workshop on …`. Shown by the catalog. */
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
  /** Left out: the catalog has no composer. */
  compose?: Compose | undefined;
  /** Suits, or families of the composer's parts, that are drawn by default; limits apply to the first suit. Left out: all. */
  draw?: readonly string[] | undefined;
  /** Suits whose first cards are shown on the catalog's first page. Left out: the deck's first five. */
  fan?: readonly string[] | undefined;
  /** Left out: the catalog's first page shows no workshop. */
  workshop?: WorkshopSuits | undefined;
  /** The goals that readers come to the catalog with, by id, in the order of the home page. */
  goals?: Readonly<Record<string, Goal>> | undefined;
  /** The workshop that is held with the cards, where day.yaml has one. */
  day?: Workshop | undefined;
  /** The chapters of the guide in their order; absent where there are none. */
  guide?: readonly Chapter[] | undefined;
  /** The workshop's agendas, where there is a workshop. */
  agendas?: readonly AgendaPage[] | undefined;
  /** The workshop as the catalog leads through it, where there is one. */
  run?: WorkshopRun | undefined;
  /** How far backs are moved to meet their fronts, as the printer's calibration sheet says. */
  backOffset?: BackOffset | undefined;
  /** A press profile for stocks that name none: an id of `layouts/press/profiles.yaml`, or a file in the deck. */
  press?: string | undefined;
  /** Closed lists of values and their names, by front-matter key: `systems`, `class`, `market`. */
  lists: Readonly<Record<string, Readonly<Record<string, string>>>>;
  suits: readonly Suit[];
  /** The properties by which its cards are found. */
  facets: Facets;
  /** In print order: suit, then number, then id; blanks last in their suit. */
  cards: readonly Card[];
  theme: Theme;
  glyphs: Readonly<Record<string, Glyph>>;
  pictures: Readonly<Record<string, Picture>>;
  /** Retired ids → the id of the card that took their place, or an empty string. Their addresses stay. */
  retired?: Readonly<Record<string, string>> | undefined;
  /** Ids of cards that the decks below have and this deck leaves out. */
  hidden?: readonly string[] | undefined;
  /** The name of the picture that is the organization's logo: on the cover, in the catalog. */
  logo?: string | undefined;
  /** For a deck that extends others: the number of its own layer, and the beginning of its own cards' codes. */
  own?: { layer: number; prefix: string } | undefined;
  /** Its deck.yaml, as shown. */
  file?: string | undefined;
}
