import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { SiteLooks } from '../looks/page-layouts.ts';
import type { Cache } from '../model/cache.ts';
import type { Catalog } from '../model/catalog.ts';
import { knownAt, knownBy } from '../model/noting.ts';
import type { Output } from '../model/output.ts';
import { type Page, pagesOf, written } from './pages.tsx';
import { tracedCatalog, valuesIn } from './trace.ts';

/** A page as it was written, and from what. */
interface KeptPage {
  /** A hash of its head and subject. */
  about: string;
  /** What of the catalog it was written from: places in `values`. */
  read: readonly number[];
  html: Uint8Array;
}

/** The pages of a catalog. */
interface KeptPages {
  /** All that any of them was written from, with the hashes of its values. */
  values: readonly (readonly [path: string, hash: string])[];
  /** By their paths. */
  pages: ReadonlyMap<string, KeptPage>;
}

const NONE: KeptPages = { values: [], pages: new Map() };

/**
 * Every page of the site, as HTML; only those are written of which something that they show has changed. For our own layouts alone: those
 * of others may keep what they read from one page to the next.
 */
export async function pagesOnce(catalog: Catalog, looks: SiteLooks, cache: Cache): Promise<Output[]> {
  const names = namesOf(catalog);
  // Each page names scripts and data by what is in them, which changes with any card: such names are put in at the end.
  const lasting = { ...catalog, files: names.lasting };
  const { deck } = catalog;
  const key = ['pages', JSON.stringify([deck.name, deck.lang, deck.url])];
  const found = cache.find(key);
  const before = found ? (deserialize(found) as KeptPages) : NONE;
  const hashOf = knownAt(valuesIn(lasting), sha256);
  const traced = tracedCatalog(lasting);
  const known = findKnown(before, hashOf);
  const pages = pagesOf(traced.catalog, looks).map((page) => {
    const about = knownBy([page.head, page.subject], sha256);
    const kept = known(page.head.path, about);
    if (kept) return { path: page.head.path, about, ...kept };
    const read = traced.begin();
    const html = Buffer.from(written(traced.catalog, page, looks));
    return { path: page.head.path, about, read: [...read], html };
  });
  await cache.keep(key, serialize(entryOf(pages, hashOf)));
  return pages.map(({ path, html }) => ({ path: `site/${path}`, bytes: names.putInto(html) }));
}

/** A page, and the paths of what it was written from. */
interface WrittenPage extends Omit<KeptPage, 'read'> {
  path: string;
  read: readonly string[];
}

/** Finds a page that would be written from the same as before. */
function findKnown({ values, pages }: KeptPages, hashOf: (path: string) => string) {
  const isSame = values.map(([path, hash]) => hashOf(path) === hash);
  return (path: string, about: string): Pick<WrittenPage, 'read' | 'html'> | undefined => {
    const page = pages.get(path);
    if (page?.about !== about || !page.read.every((at) => isSame[at])) return undefined;
    return { html: page.html, read: page.read.flatMap((at) => values[at]?.[0] ?? []) };
  };
}

function entryOf(pages: readonly WrittenPage[], hashOf: (path: string) => string): KeptPages {
  const places = new Map<string, number>();
  const placeOf = (path: string) => {
    const place = places.get(path) ?? places.size;
    places.set(path, place);
    return place;
  };
  const kept = pages.map(({ path, read, about, html }) => [path, { about, read: read.map(placeOf), html }] as const);
  return { pages: new Map(kept), values: [...places.keys()].map((path) => [path, hashOf(path)] as const) };
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Of the part of a file's name that changes with what is in it: see `hashedName`. */
const CHANGING = /\.([0-9a-f]{10})(\.[a-z0-9]+)$/u;

/** Names of files that stay as long as there is such a file, and how the true ones are put in their places. */
function namesOf({ files }: Catalog): { lasting: Catalog['files']; putInto(html: Uint8Array): Uint8Array } {
  const truth = new Map<string, string>();
  const lasting = Object.entries(files).map(([plain, name]) => {
    const [, now, ending = ''] = CHANGING.exec(name) ?? [];
    if (now === undefined) return [plain, name] as const;
    // Of a length that no other name has, and no text has by chance.
    const stays = sha256(`the file ${plain}`).slice(0, 32);
    truth.set(stays, now);
    return [plain, name.replace(CHANGING, `.${stays}${ending}`)] as const;
  });
  return {
    lasting: Object.fromEntries(lasting),
    putInto: (html) =>
      Buffer.from(
        Buffer.from(html.buffer, html.byteOffset, html.length)
          .toString()
          .replace(/[0-9a-f]{32}/gu, (one) => truth.get(one) ?? one),
      ),
  };
}

/** Every page of the site, as HTML, each written now. */
export function pagesNow(catalog: Catalog, looks: SiteLooks): Output[] {
  return pagesOf(catalog, looks).map((page: Page) => ({
    path: `site/${page.head.path}`,
    bytes: Buffer.from(written(catalog, page, looks)),
  }));
}
