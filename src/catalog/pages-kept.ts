import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { SiteLooks } from '../looks/page-layouts.ts';
import type { Cache, Key } from '../model/cache.ts';
import type { Catalog } from '../model/catalog.ts';
import { knownAt, knownBy } from '../model/noting.ts';
import type { Output } from '../model/output.ts';
import { type Page, pagesOf, written } from './pages.tsx';
import { tracedCatalog, valuesIn } from './trace.ts';

/** A page as it is kept. */
interface KeptPage {
  /** A hash of its head and subject. */
  about: string;
  /** What of the catalog it was written from: places in `values`. */
  read: readonly number[];
  html: Uint8Array;
}

/** Pages of a catalog as they are kept. */
interface KeptPages {
  /** All that any of them was written from, with the hashes of its values. */
  values: readonly (readonly [path: string, hash: string])[];
  /** By their paths. */
  pages: ReadonlyMap<string, KeptPage>;
}

const NONE: KeptPages = { values: [], pages: new Map() };

/** A page as it was written, and the paths of what it was written from. */
interface WrittenPage extends Omit<KeptPage, 'read'> {
  path: string;
  read: readonly string[];
}

/** Finds a page that would be written from the same as before. */
type Known = (path: string, about: string) => WrittenPage | undefined;

/** Gives what the value at a path of the catalog is known by. */
type Hasher = (path: string) => string;

/** Parts of a catalog that are known only when all files are made. Few pages show any of them. */
export type LateParts = Pick<Catalog, 'prints' | 'guides' | 'kitFiles' | 'boardPictures'>;

/** How it is noted that a page read any of these. */
const LATE = new Set(['prints', 'guides', 'kitFiles', 'boardPictures', '*'].map((part) => JSON.stringify([part])));

/**
 * Writes and keeps the pages of the site, as HTML, that show nothing of what is still being made; the function that it returns does so
 * with the others, and gives all. Only those are written of which something that they show has changed. For our own layouts alone: those
 * of others may keep what they read from one page to the next.
 *
 * @param early its files have their lasting names, in pages too: each page names scripts and data, which change with any card
 */
export function pagesAhead(early: Catalog, looks: SiteLooks, cache: Cache): (late: LateParts) => Promise<Output[]> {
  const { name, lang, url } = early.deck;
  const shelf = (part: string) => shelfFor(cache, ['pages', part, JSON.stringify([name, lang, url])]);
  const [first, rest] = [shelf('first'), shelf('rest')] as const;
  const earlyHash = knownAt(valuesIn(early), sha256);
  // What had to wait the last time is not written in vain.
  const begun = pagesFrom(early, looks, first.known(earlyHash), rest.paths);
  const ahead = new Map(
    begun.filter(({ read }) => !read.some((path) => LATE.has(path))).map((page) => [page.path, page]),
  );
  const kept = first.keep([...ahead.values()], earlyHash);
  // Each by its name: a caller may have all of a catalog, in which files have their own names.
  return async ({ prints, guides, kitFiles, boardPictures }) => {
    const whole = { ...early, prints, guides, kitFiles, boardPictures };
    const lateHash = knownAt(valuesIn(whole), sha256);
    const hashOf: Hasher = (path) => (LATE.has(path) ? lateHash : earlyHash)(path);
    const known = rest.known(hashOf);
    const pages = pagesFrom(whole, looks, (path, about) => {
      const page = ahead.get(path);
      return page?.about === about ? page : known(path, about);
    });
    await rest.keep(
      pages.filter((page) => ahead.get(page.path) !== page),
      hashOf,
    );
    await kept;
    return pages.map(({ path, html }) => ({ path: `site/${path}`, bytes: html }));
  };
}

/** All pages of a catalog but some; those that are not known are written. */
function pagesFrom(catalog: Catalog, looks: SiteLooks, known: Known, without?: ReadonlySet<string>): WrittenPage[] {
  const traced = tracedCatalog(catalog);
  const pages = pagesOf(traced.catalog, looks).filter(({ head }) => !without?.has(head.path));
  return pages.map((page) => {
    const { path } = page.head;
    const about = knownBy([page.head, page.subject], sha256);
    const kept = known(path, about);
    if (kept) return kept;
    const read = traced.begin();
    const html = Buffer.from(written(traced.catalog, page, looks));
    return { path, about, read: [...read], html };
  });
}

/** How pages are kept that are all written at the same time. */
interface Shelf {
  /** Of the pages that were kept the last time. */
  paths: ReadonlySet<string>;
  known(hashOf: Hasher): Known;
  keep(pages: readonly WrittenPage[], hashOf: Hasher): Promise<void>;
}

function shelfFor(cache: Cache, key: Key): Shelf {
  const found = cache.find(key);
  const { values, pages } = found ? (deserialize(found) as KeptPages) : NONE;
  return {
    paths: new Set(pages.keys()),
    known(hashOf) {
      const isSame = values.map(([path, hash]) => hashOf(path) === hash);
      return (path, about) => {
        const page = pages.get(path);
        if (page?.about !== about || !page.read.every((at) => isSame[at])) return undefined;
        return { path, about, read: page.read.flatMap((at) => values[at]?.[0] ?? []), html: page.html };
      };
    },
    keep: (written, hashOf) => cache.keep(key, serialize(entryOf(written, hashOf))),
  };
}

function entryOf(pages: readonly WrittenPage[], hashOf: Hasher): KeptPages {
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
