import type { Catalog, PageHead } from './catalog.ts';
import type { DeckInLanguage } from './deck.ts';

/** Relative path from a page to the folder of the catalog in the deck's first language. */
export function firstCatalog(catalog: Catalog, base: string): string {
  return ownPath(catalog) === '' ? base : `${base}../`;
}

/** Relative path from the folder of the first language's catalog to this one's: empty, or `de/`. */
export function ownPath({ deck }: Catalog): string {
  return deck.editions.find((one) => one.lang === deck.lang)?.path ?? '';
}

/** The path of the same page in another edition; that edition's first page where it leaves the card out. */
export function pageIn({ path: folder, without }: DeckInLanguage, { path }: Pick<PageHead, 'path'>): string {
  const isShelf = path.startsWith('f/') && without.length > 0;
  const isGone = without.some((id) => path === `c/${encodeURIComponent(id)}.html`);
  return folder + (isShelf || isGone ? 'index.html' : path);
}
