import type { Catalog } from './catalog.ts';
import type { Board, Worksheet } from './kit.ts';
import { lookUp } from './look-up.ts';
import type { Picture } from './theme.ts';

/** The file of a script, of data, of the style sheet or of a picture of the deck, from a page. */
export function fileHref({ files }: Catalog, base: string, name: string): string {
  return base + (lookUp(files, name) ?? name);
}

/** The path of a picture of the deck inside the site's folder. It ends as the format that it was written in: `art/plan.svg.png`. */
export function artPath({ name, format }: Picture): string {
  const ends = format === 'jpg' ? /\.jpe?g$/iu : /\.png$/iu;
  const parts = (ends.test(name) ? name : `${name}.${format}`).split('/');
  return `art/${parts.map(asName).join('/')}`;
}

/** Address of the page of a board or a worksheet. */
export function kitHref(base: string, { kind, id }: Pick<Board | Worksheet, 'kind' | 'id'>): string {
  return `${base}${kind === 'board' ? 'boards' : 'sheets'}/${encodeURIComponent(id)}.html`;
}

/** Address of a card's page. */
export function cardHref(base: string, id: string): string {
  return `${base}c/${encodeURIComponent(id)}.html`;
}

/** What addresses of the catalog say beside facets: the words of a search, cards, and what a draw is made from. */
const OTHER_PARAMETERS = ['q', 'cards', 'seed', 'places', 'keep'];
const TAKEN = new RegExp(`^_*(?:${OTHER_PARAMETERS.join('|')})$`);

/** The parameter of an address that holds chosen values of a facet: its key, where that is no other's name. Of two keys it is never one. */
export function parameterOf(key: string): string {
  return TAKEN.test(key) ? `_${key}` : key;
}

/** File name of a facet's page, without folder. */
export function facetFile(key: string, value: string): string {
  // Without hyphens in the key it is clear where the value begins: `group-size` of `a` is not `group` of `size-a`.
  return `${asName(key).replaceAll('-', '_2d_')}-${asName(value)}.html`;
}

/**
 * A text of any characters as a part of a file's name that is its address too: `Größe` is `Gr_f6__df_e`. A file named `Gr%C3%B6…` is not
 * found at that address, since servers and browsers decode it.
 */
function asName(text: string): string {
  return text.replace(/[^A-Za-z0-9.-]/gu, (sign) => `_${sign.codePointAt(0)?.toString(16)}_`);
}

/** Address of a facet's page. */
export function facetHref(base: string, key: string, value: string): string {
  return `${base}f/${facetFile(key, value)}`;
}
