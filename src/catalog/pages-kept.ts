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

/** Parts of a catalog that are known only when all files are made. Few pages show any of them. */
export type LateParts = Pick<Catalog, 'prints' | 'guides' | 'kitFiles' | 'boardPictures'>;

/** How it is noted that a page read any of these. */
const LATE = new Set(['prints', 'guides', 'kitFiles', 'boardPictures', '*'].map((part) => JSON.stringify([part])));

/**
 * Writes the pages of the site, as HTML, that show nothing of what is still being made; the function that it returns writes the others
 * and gives all. Only those are written of which something that they show has changed. For our own layouts alone: those of others may
 * keep what they read from one page to the next.
 *
 * @param early its files have their lasting names, in pages too: each page names scripts and data, which change with any card
 */
export function pagesAhead(early: Catalog, looks: SiteLooks, cache: Cache): (late: LateParts) => Promise<Output[]> {
  const { name, lang, url } = early.deck;
  const key = ['pages', JSON.stringify([name, lang, url])];
  const found = cache.find(key);
  const before = found ? (deserialize(found) as KeptPages) : NONE;
  const earlyHash = knownAt(valuesIn(early), sha256);
  // What is known but for what is late is not written in vain.
  const perhaps = findKnown(before, (path, hash) => LATE.has(path) || earlyHash(path) === hash);
  const settled = pagesFrom(early, looks, perhaps).filter(({ read }) => !read.some((path) => LATE.has(path)));
  const ahead = new Map(settled.map((page) => [page.path, page]));
  // Each by its name: a caller may have all of a catalog, in which files have their own names.
  return async ({ prints, guides, kitFiles, boardPictures }) => {
    const whole = { ...early, prints, guides, kitFiles, boardPictures };
    const lateHash = knownAt(valuesIn(whole), sha256);
    const hashOf = (path: string) => (LATE.has(path) ? lateHash : earlyHash)(path);
    const known = findKnown(before, (path, hash) => hashOf(path) === hash);
    const pages = pagesFrom(whole, looks, (path, about) => {
      const page = ahead.get(path);
      return page?.about === about ? page : known(path, about);
    });
    await cache.keep(key, serialize(entryOf(pages, hashOf)));
    return pages.map(({ path, html }) => ({ path: `site/${path}`, bytes: html }));
  };
}

/** A page, and the paths of what it was written from. */
interface WrittenPage extends Omit<KeptPage, 'read'> {
  path: string;
  read: readonly string[];
}

/** Finds a page that would be written from the same as before. */
type Known = (path: string, about: string) => Pick<WrittenPage, 'read' | 'html'> | undefined;

/** All pages of a catalog; those that are not known are written. */
function pagesFrom(catalog: Catalog, looks: SiteLooks, known: Known): WrittenPage[] {
  const traced = tracedCatalog(catalog);
  return pagesOf(traced.catalog, looks).map((page) => {
    const { path } = page.head;
    const about = knownBy([page.head, page.subject], sha256);
    const kept = known(path, about);
    if (kept) return { path, about, read: kept.read, html: kept.html };
    const read = traced.begin();
    const html = Buffer.from(written(traced.catalog, page, looks));
    return { path, about, read: [...read], html };
  });
}

function findKnown({ values, pages }: KeptPages, isValue: (path: string, hash: string) => boolean): Known {
  const isSame = values.map(([path, hash]) => isValue(path, hash));
  return (path, about) => {
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

/** Every page of the site, as HTML, each written now. */
export function pagesNow(catalog: Catalog, looks: SiteLooks): Output[] {
  return pagesOf(catalog, looks).map((page: Page) => ({
    path: `site/${page.head.path}`,
    bytes: Buffer.from(written(catalog, page, looks)),
  }));
}
