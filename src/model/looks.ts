import type { ComponentType } from 'react';
import type { ZodRawShape } from 'zod';
import type { Card, Side } from './card.ts';
import type { Deck } from './deck.ts';
import type { Format } from './faces.ts';
import type { Chapter } from './guide.ts';
import type { Board, Worksheet } from './kit.ts';

/** The props of a face layout. */
export interface FaceProps {
  card: Card;
  deck: Deck;
  format: Format;
}

/** The props of an organization's own card footer: `layouts/slots/footer.tsx`, drawn over both sides of every card. */
export interface FooterProps extends FaceProps {
  side: Side;
}

/** The id of the empty View before what a footer draws: all that comes after it on a face is the footer's, and none of the card's. */
export const FOOTER_BEGINS = 'slot:footer';

/** Budgets in characters of the texts that every look has. */
export const SHARED_BUDGETS = { title: 26, gist: 55 };

/** The rules for one `## Section` of a body. */
export interface SectionRule {
  /** Characters of rendered text on a poker card. Over it is a warning. */
  budget: number;
  optional?: boolean;
  /** For a list: how many items, and the budget of each. */
  items?: { min: number; max: number; budget: number };
}

/** How a look sets a text of the front matter: what is needed to count its lines. */
export interface RoomText {
  /** Of a line, in font sizes. */
  width: number;
  weight?: 400 | 600;
  italic?: boolean;
  /** For names of cards: the size of the codes beside them, in font sizes of the text. */
  code?: number;
}

/** The lines that a front has for texts of its front matter, by their keys. */
export interface FrontRoom {
  lines: number;
  texts: Readonly<Record<string, RoomText>>;
}

/**
 * A face layout: the default export of `layouts/faces/<name>.tsx`.
 * Layouts are code, trusted by name; the cards that they draw are content, and are not trusted.
 */
export interface Look {
  /** The suit's own front-matter keys. Each becomes `card.fields[key]`. */
  fields: ZodRawShape;
  /** Budgets in characters of front-matter texts, by dotted path with `*` for any index: `behaviors.*.tell`. */
  budgets: Readonly<Record<string, number>>;
  /** Left out: every card must have a gist. */
  gist?: 'optional';
  /** True for a card whose faces print only its pictures. */
  isWordless?(card: Card): boolean;
  /** The body's sections in order. Absent = any headings (reference cards). */
  sections?: Readonly<Record<string, SectionRule>>;
  /** `suit` where its faces print titles of the suit's other cards: they all are printed anew when one of these changes. */
  prints?: 'suit';
  /** Left out: the catalog's composer can hold a card against the budgets alone, and says so. */
  room?(format: Format): FrontRoom;
  /** The smallest card that it is made for, in mm; left out: it lays itself out for any. */
  least?: { width: number; height: number } | undefined;
  Front: ComponentType<FaceProps>;
  Back: ComponentType<FaceProps>;
}

/** The context that an element of `layouts/elements.tsx` gets besides its attributes. */
export interface ElementContext {
  /** Cards by id. */
  cards: ReadonlyMap<string, Pick<Card, 'id' | 'code' | 'title'>>;
  /** Where the site's pages lie relative to the one being written: `` or `../`. */
  base: string;
}

/** The rules for a tag in a text. In a Section's tree the tag is an element of its name. */
export interface TagRule {
  /** Its attributes: literal strings only, checked by this schema. */
  attributes: ZodRawShape;
  /** Attributes that hold the id of a card, so that a wrong one is an error. */
  cardIds: readonly string[];
  /** A sentence that says which attributes contradict each other, where each of them alone is right. */
  wrong?(attributes: Readonly<Record<string, string>>): string | undefined;
  /** The words it prints: for budgets, search and the check that nothing is lost. */
  text(attributes: Readonly<Record<string, string>>, context: ElementContext): string;
}

/** A tag that a card may use, e.g. `<Card id="detractor" />`. */
export interface Element extends TagRule {
  Print: ComponentType<ElementProps>;
  Web: ComponentType<ElementProps>;
}

/** The props of a tag's component. */
export interface ElementProps {
  attributes: Readonly<Record<string, string>>;
  context: ElementContext;
}

/** The props of the layout of a board or a worksheet. Its page is as large as the paper; lengths in mm. */
export interface KitProps<Page extends Board | Worksheet = Board | Worksheet> {
  page: Page;
  deck: Deck;
  /** The paper, as it lies. */
  size: Format;
  /** The format of the deck's cards, and so the size of a place for a card. */
  format: Format;
}

/**
 * A layout of boards or of worksheets: the default export of `layouts/boards/<name>.tsx` or `layouts/worksheets/<name>.tsx`.
 * Layouts are code, trusted by name; the pages that they draw are content, and are not trusted.
 */
export interface KitLook<Page extends Board | Worksheet = Board | Worksheet> {
  /** How many `## Areas` it has room for; left out: any number. */
  areas?: { min: number; max: number };
  /** Front-matter keys of its own: each becomes `page.options[key]`. Every text in them must be printed. */
  options?: ZodRawShape;
  Page: ComponentType<KitProps<Page>>;
}

/** The props of the layout of a guide. */
export interface BookProps {
  deck: Deck;
  chapters: readonly Chapter[];
  /** The paper. */
  size: Format;
}

/**
 * A layout of the guide: the default export of `layouts/guide/book.tsx`. It draws Pages that their content flows over; those of a
 * chapter have `chapter:` and its id as their id. Numbers of pages are written at the right of Views called `field:number`, for the
 * page's own, and `field:start:` with a chapter's id, for its first: three quarters as large as those are high.
 */
export interface BookLook {
  Book: ComponentType<BookProps>;
}
