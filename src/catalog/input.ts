import type { Cache } from '../model/cache.ts';
import type { GuideFile, KitFile, PagePicture, PrintFile } from '../model/catalog.ts';
import type { Deck } from '../model/deck.ts';
import type { Format } from '../model/faces.ts';
import type { Looks } from '../model/loaded-looks.ts';
import type { Stock } from '../model/stock.ts';
import type { SlugFont } from '../pdf/slug-font.ts';

/** The file with each card face once, a page each, from which the browser prints hands. */
export interface FacesFile {
  /** Path inside the site's folder, e.g. `print/faces.pdf`. */
  path: string;
  bytes: number;
  /** Face key → page, from 0. */
  pages: ReadonlyMap<string, number>;
}

/** What the browser needs beyond the faces to print a hand on sheets. */
export interface HandSheets {
  /** Stocks to offer, in order: sheets for the deck's own format, and none that has one face a page. */
  stocks: readonly Stock[];
  /** The font of slugs, with the characters of these stocks. */
  font: SlugFont;
}

/** Files that pages name, and that the caller writes. */
export interface SiteFiles {
  /** Face key → picture. A face without one is shown as a plain card of its colour. */
  pictures: ReadonlyMap<string, PagePicture>;
  prints: readonly PrintFile[];
  /** The guide as PDFs; left out: there is none. */
  guides?: readonly GuideFile[] | undefined;
  /** Boards and worksheets as PDFs; left out: they have none. */
  kitFiles?: readonly KitFile[] | undefined;
  /** Board id → picture; a board without one is shown as its text. */
  boardPictures?: ReadonlyMap<string, PagePicture> | undefined;
  /** Left out: hands cannot be printed in the browser, and the page says what to do instead. */
  faces?: FacesFile | undefined;
}

/** What a site is made from. */
export interface SiteInput extends SiteFiles {
  deck: Deck;
  looks: Looks;
  format: Format;
  /** Left out: as for `faces`. */
  press?: HandSheets | undefined;
  /** Retired card ids → the id that took their place, or an empty string. Their addresses stay. */
  retired?: Readonly<Record<string, string>> | undefined;
  /** Where pages are kept, and what takes long; left out: nothing is kept. */
  cache?: Cache | undefined;
  /** True where no layouts of others write pages: what ours read of the deck is known. */
  isOurs?: boolean | undefined;
}
