import type { ComponentType } from 'react';
import type { ZodRawShape } from 'zod';
import type { Card, Side } from './card.ts';
import type { Deck } from './deck.ts';
import type { Format } from './faces.ts';
import type { Chapter } from './guide.ts';
import type { Board, Worksheet } from './kit.ts';

/** What a face layout is given. */
export interface FaceProps {
  card: Card;
  deck: Deck;
  format: Format;
}

/** What a card footer of an organization's own is given: `layouts/slots/footer.tsx`, drawn over both sides of every card. */
export interface FooterProps extends FaceProps {
  side: Side;
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
  /** Left out: every card says its gist. */
  gist?: 'optional';
  /** True for a card whose faces print nothing of it but pictures. */
  isWordless?(card: Card): boolean;
  /** The body's sections in order. Absent = any headings (reference cards). */
  sections?: Readonly<Record<string, SectionRule>>;
  /** The least card that it is made for, in mm; left out: it lays itself out for any. */
  least?: { width: number; height: number } | undefined;
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

/** What a text is checked by that uses a tag. In a Section's tree it is an element of that name. */
export interface TagRule {
  /** Its attributes: literal strings only, checked by this schema. */
  attributes: ZodRawShape;
  /** Attributes that hold the id of a card, so that a wrong one is an error. */
  cardIds: readonly string[];
  /** What is wrong with the attributes together, each of them right: a sentence. */
  wrong?(attributes: Readonly<Record<string, string>>): string | undefined;
  /** The words it prints: for budgets, search and the check that nothing is lost. */
  text(attributes: Readonly<Record<string, string>>, context: ElementContext): string;
}

/** A tag that a card may use, e.g. `<Card id="detractor" />`. */
export interface Element extends TagRule {
  Print: ComponentType<ElementProps>;
  Web: ComponentType<ElementProps>;
}

/** What a tag's component is given. */
export interface ElementProps {
  attributes: Readonly<Record<string, string>>;
  context: ElementContext;
}

/** What the layout of a board or a worksheet is given. Its page is as large as the paper; lengths in mm. */
export interface KitProps<Page extends Board | Worksheet = Board | Worksheet> {
  page: Page;
  deck: Deck;
  /** The paper, as it lies. */
  size: Format;
  /** The deck's cards: what a place for a card takes. */
  format: Format;
}

/**
 * A layout of boards or of worksheets: the default export of `layouts/boards/<name>.tsx` or `layouts/worksheets/<name>.tsx`.
 * Code, trusted by name; the page that fills it is content and is not.
 */
export interface KitLook<Page extends Board | Worksheet = Board | Worksheet> {
  /** How many `## Areas` it has room for; left out: any number. */
  areas?: { min: number; max: number };
  /** Front-matter keys of its own: each becomes `page.options[key]`. Every text in them must be printed. */
  options?: ZodRawShape;
  Page: ComponentType<KitProps<Page>>;
}

/** What the layout of a guide is given. */
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
