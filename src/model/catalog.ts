import type { ComponentType, ReactNode } from 'react';
import type { Card } from './card.ts';
import type { Deck } from './deck.ts';
import type { Format } from './faces.ts';
import type { KitKind } from './kit.ts';
import type { Element, Look } from './looks.ts';

/** A picture of one side of a card. */
export interface PagePicture {
  /** Path inside the site's folder, e.g. `pictures/because-you-row.front.png`. */
  path: string;
  /** Pixels. */
  width: number;
  height: number;
}

/** A print file that is part of the site. */
export interface PrintFile {
  /** Path inside the site's folder, with what tells its versions apart: `print/a4.pdf?3f2a1b4c5d`. */
  path: string;
  bytes: number;
  /** What people call it: `A4, nine cards a sheet`. */
  name: string;
  /** The paper to put into the printer: `A4, 210 × 297 mm`. */
  paper: string;
  /** Sheets of paper, or pages where each page is one face. */
  sheets: number;
  /** True where each page is one face. */
  isByFace: boolean;
  /** The edge on which the paper turns; left out where nothing is printed on the back. */
  flip?: 'long' | 'short' | undefined;
  /** One or two sentences: who it is for, what to set. */
  note: string;
}

/** The guide as a PDF that is part of the site. */
export interface GuideFile {
  /** As of a print file: `print/guide.pdf?3f2a1b4c5d`. */
  path: string;
  /** The name of its paper: `A4`. */
  paper: string;
}

/** A board or a worksheet as a PDF that is part of the site. */
export interface KitFile {
  kind: KitKind;
  /** Id of the page. */
  id: string;
  /** As of a print file: `print/board-gap.pdf?3f2a1b4c5d`. */
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
  /** Scripts, data, the style sheet and the deck's own pictures: `app.js` → the name of its file, which changes with its content. */
  files: Readonly<Record<string, string>>;
  /** The script that stands in the page for addresses that are not there: it finds the catalog's folder. */
  findRoot: string;
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

/** An organization's own frame around every page of the catalog: `layouts/slots/shell.tsx`. */
export interface ShellLook {
  /** Absolute path. */
  file: string;
  Frame: ComponentType<ShellProps>;
  /** Style rules of its own, after those of the catalog; empty for none. */
  rules: string;
}
