import type { ComponentType, ReactNode } from 'react';
import { counted } from '../../layouts/words/words.ts';
import type { Card, Family } from './card.ts';
import type { Deck, Goal } from './deck.ts';
import type { Format } from './faces.ts';
import { type FieldMeta, metaOf } from './fields.ts';
import type { Chapter } from './guide.ts';
import type { Board, Kit, KitKind, Worksheet } from './kit.ts';
import { lookUp } from './look-up.ts';
import type { Element, Look } from './looks.ts';
import type { Picture } from './theme.ts';

/** A picture of one side of a card. */
export interface PagePicture {
  /** Path inside the site's folder, e.g. `pictures/because-you-row.front.png`. */
  path: string;
  /** Pixels. */
  width: number;
  height: number;
}

/** The path of a picture of the deck inside the site's folder. It ends as the format that it was written in: `art/plan.svg.png`. */
export function artPath({ name, format }: Picture): string {
  const ends = format === 'jpg' ? /\.jpe?g$/iu : /\.png$/iu;
  return `art/${ends.test(name) ? name : `${name}.${format}`}`;
}

/** A print file that is part of the site. */
export interface PrintFile {
  /** Path inside the site's folder, e.g. `print/a4.pdf`. */
  path: string;
  bytes: number;
  /** What people call it: `A4, nine cards a sheet`. */
  name: string;
  /** The paper to put into the printer: `A4, 210 × 297 mm`. */
  paper: string;
  /** Sheets of paper, or pages where each page is one face. */
  sheets: number;
  /** The edge on which the paper turns; left out where nothing is printed on the back. */
  flip?: 'long' | 'short' | undefined;
  /** One or two sentences: who it is for, what to set. */
  note: string;
}

/** The guide as a PDF that is part of the site. */
export interface GuideFile {
  /** Path inside the site's folder: `print/guide.pdf`. */
  path: string;
  /** The name of its paper: `A4`. */
  paper: string;
}

/** A board or a worksheet as a PDF that is part of the site. */
export interface KitFile {
  kind: KitKind;
  /** Id of the page. */
  id: string;
  /** Path inside the site's folder: `print/board-gap.pdf`. */
  path: string;
  /** The name of its paper: `A3`. */
  paper: string;
  /** True where it is cut up for that paper. */
  tiled: boolean;
}

/** A value of a facet and the cards that have it. */
export interface FacetValue {
  value: string;
  name: string;
  about: string;
  /** Token name. */
  colour: string;
  cards: readonly Card[];
}

/** A property by which cards are found: suit, family, level … */
export interface Facet {
  key: string;
  name: string;
  values: readonly FacetValue[];
}

/** All data that the pages are drawn from. */
export interface Catalog {
  deck: Deck;
  format: Format;
  /** Face layouts, which say what front-matter keys mean. */
  faces: Readonly<Record<string, Look>>;
  elements: Readonly<Record<string, Element>>;
  /** An organization's own frame around every page; left out for ours. */
  shell?: ShellLook | undefined;
  byId: ReadonlyMap<string, Card>;
  facets: readonly Facet[];
  /** Face key → picture. */
  pictures: ReadonlyMap<string, PagePicture>;
  prints: readonly PrintFile[];
  /** The guide as PDFs. */
  guides: readonly GuideFile[];
  /** Boards and worksheets as PDFs. */
  kitFiles: readonly KitFile[];
  /** Board id → picture. */
  boardPictures: ReadonlyMap<string, PagePicture>;
  /** Card id → cards that name it in their own fields or text. */
  usedBy: ReadonlyMap<string, readonly Card[]>;
  /** Retired ids → the id that took their place, or an empty string. */
  retired: Readonly<Record<string, string>>;
  /** True where hands can be printed in the browser. */
  printable: boolean;
  /** Scripts, data and the style sheet: `app.js` → the name of its file, which changes with its content. */
  files: Readonly<Record<string, string>>;
}

/** The file of a script, of data or of the style sheet, from a page. */
export function fileHref({ files }: Catalog, base: string, name: string): string {
  return base + (lookUp(files, name) ?? name);
}

/** A page's address, title and kind. */
export interface PageHead {
  /** Path inside the site's folder, e.g. `c/detractor.html`. */
  path: string;
  title: string;
  description: string;
  /** Kind of page, by which the client script knows what to start: `grid`, `hand` … */
  kind: string;
  /** A picture for link previews; path inside the site's folder. */
  picture?: string | undefined;
}

/** The props of every page component, besides its own subject. */
export interface PageProps {
  catalog: Catalog;
  /** Relative path from this page to the site's folder: `` or `../`. */
  base: string;
}

/** The props of the frame around a page. */
export interface ShellProps extends PageProps {
  head: PageHead;
  /** The page itself: its `<main>`. */
  children: ReactNode;
}

/** The props of a card's page. */
export interface CardPageProps extends PageProps {
  card: Card;
}

/** The props of the page of one value of a facet. */
export interface ShelfPageProps extends PageProps {
  facet: Facet;
  value: FacetValue;
}

/** The props of a goal's page. */
export interface GoalPageProps extends PageProps {
  goal: Goal;
}

/** The props of a retired card's page. */
export interface RetiredPageProps extends PageProps {
  /** The card's id. */
  id: string;
}

/** The catalog's pages by name, each the default export of `layouts/site/<name>.tsx`: the content of its `<main>`. */
export interface Pages {
  home: ComponentType<PageProps>;
  /** All cards, with search and facets. */
  grid: ComponentType<PageProps>;
  card: ComponentType<CardPageProps>;
  shelf: ComponentType<ShelfPageProps>;
  goal: ComponentType<GoalPageProps>;
  hand: ComponentType<PageProps>;
  draw: ComponentType<PageProps>;
  /** Cards and words into a card of one's own. */
  compose: ComponentType<PageProps>;
  compare: ComponentType<PageProps>;
  workshop: ComponentType<PageProps>;
  print: ComponentType<PageProps>;
  /** For an address that does not exist. */
  missing: ComponentType<PageProps>;
  retired: ComponentType<RetiredPageProps>;
  /** The guide's contents. */
  guide: ComponentType<PageProps>;
  chapter: ComponentType<ChapterPageProps>;
  /** The agendas of the workshop. */
  day: ComponentType<PageProps>;
  /** The workshop, led through step by step. */
  run: ComponentType<PageProps>;
  /** Cards as pictures, for rooms that meet online. */
  remote: ComponentType<PageProps>;
  /** Boards and worksheets. */
  kit: ComponentType<PageProps>;
  board: ComponentType<BoardPageProps>;
  /** A worksheet as a form. */
  sheet: ComponentType<SheetPageProps>;
  /** All that was written on worksheets. */
  record: ComponentType<PageProps>;
}

/** The props of a board's page. */
export interface BoardPageProps extends PageProps {
  board: Board;
}

/** The props of a worksheet's page. */
export interface SheetPageProps extends PageProps {
  sheet: Worksheet;
}

/** Address of the page of a board or a worksheet. */
export function kitHref(base: string, { kind, id }: Pick<Board | Worksheet, 'kind' | 'id'>): string {
  return `${base}${kind === 'board' ? 'boards' : 'sheets'}/${encodeURIComponent(id)}.html`;
}

/** Whether a deck has boards or worksheets. */
export function hasKit({ boards = [], worksheets = [] }: Kit): boolean {
  return boards.length + worksheets.length > 0;
}

/** The props of the page of a chapter of the guide. */
export interface ChapterPageProps extends PageProps {
  chapter: Chapter;
}

/** Address of a card's page. */
export function cardHref(base: string, id: string): string {
  return `${base}c/${encodeURIComponent(id)}.html`;
}

/** File name of a facet's page, without folder. */
export function facetFile(key: string, value: string): string {
  return `${encodeURIComponent(key)}-${encodeURIComponent(value)}.html`;
}

/** Address of a facet's page. */
export function facetHref(base: string, key: string, value: string): string {
  return `${base}f/${facetFile(key, value)}`;
}

/** A front-matter key's name: as the deck has it, else the key with spaces. */
export function keyName(deck: Deck, key: string, suit = ''): string {
  const names: Readonly<Record<string, string>> = deck.words.fields;
  const plain = key.replace(/([A-Z])/g, ' $1').toLowerCase();
  return lookUp(names, `${suit}.${key}`) ?? lookUp(names, key) ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** The metadata of a card's own front-matter keys, in the order of its look's fields. */
export function fieldsOf({ faces }: Catalog, card: Card): Readonly<Record<string, FieldMeta>> {
  const fields = Object.entries(lookUp(faces, card.face)?.fields ?? {});
  return Object.fromEntries(fields.map(([key, type]) => [key, metaOf(type)]));
}

/** The family of a card, where its suit has families and the card names one. */
export function familyOf(card: Card, deck: Deck): Family | undefined {
  const suit = deck.suits.find((one) => one.id === card.suit);
  const value = suit?.familyKey ? lookUp(card.fields, suit.familyKey) : undefined;
  return suit?.families.find((one) => one.id === value);
}

/** The colour token of a card: its family's, else its suit's. */
export function colourTokenOf(deck: Deck, card: Card): string {
  return familyOf(card, deck)?.colour ?? deck.suits.find((one) => one.id === card.suit)?.colour ?? 'ink';
}

/** How a section's heading is shown: in the deck's language. */
export function headingOf(deck: Deck, heading: string): string {
  return lookUp(deck.headings, heading) ?? heading;
}

/** The class that gives a token's colours to an element and its content. */
export function tint(colour: string): string {
  return `tint-${colour.replace(/[^A-Za-z0-9_-]/g, '-')}`;
}

/** `1 card`, `12 cards`. */
export function cardCount({ words }: Deck, count: number): string {
  return counted(count, words.site.oneCard, words.site.manyCards);
}

/** An organization's own frame around every page of the catalog: `layouts/slots/shell.tsx`. */
export interface ShellLook {
  /** Absolute path. */
  file: string;
  Frame: ComponentType<ShellProps>;
  /** Style rules of its own, after those of the catalog; empty for none. */
  rules: string;
}
