import path from 'node:path';
import { type ComponentType, createElement, Fragment } from 'react';
import type { Side } from '../model/card.ts';
import type { ShellLook } from '../model/catalog.ts';
import type { Board, Worksheet } from '../model/kit.ts';
import type { Looks } from '../model/loaded-looks.ts';
import {
  type BookLook,
  type Element,
  type FaceProps,
  FOOTER_BEGINS,
  type FooterProps,
  type KitLook,
  type Look,
} from '../model/looks.ts';
import type { Problem } from '../model/problem.ts';
import { elementFiles, filesIn, type Loading, loaded, modulesOf } from './compile.ts';
import {
  bookOf,
  componentOf,
  elementsOf,
  faceLookOf,
  nameOf,
  pageLookOf,
  shellOf,
  sitePageOf,
  wrong,
} from './default-exports.ts';
import { LayoutError, layoutProblems } from './mistake.ts';

/** What the package's own `elements.tsx` exports. */
interface Shipped extends Pick<Looks, 'elements'> {
  /** A look whose cards may use further elements. */
  printing(look: Look, own: ReadonlyMap<string, Element>): Look;
  /** The same for a board's or a worksheet's. */
  printingPage<Page extends Board | Worksheet>(look: KitLook<Page>, own: ReadonlyMap<string, Element>): KitLook<Page>;
  /** The same for the guide's. */
  printingBook(look: BookLook, own: ReadonlyMap<string, Element>): BookLook;
}

/** A part of every face or page that a `layouts/` folder may replace: a file in its `slots/`, or `guide/book.tsx`. */
interface Slots {
  /** The guide. */
  book?: BookLook | undefined;
  /** Drawn over both sides of every card. */
  footer?: ComponentType<FooterProps> | undefined;
  /** In place of the back of every card. */
  back?: ComponentType<FaceProps> | undefined;
  /** Around every page of the catalog. */
  shell?: ShellLook | undefined;
}

/** What is loaded of `layouts/parts/`. */
interface Parts {
  /** A look's back; for suits with one back for all of their cards, `back:` in suits.yaml, that one. */
  orPlain(Back: ComponentType<FaceProps>): ComponentType<FaceProps>;
}

/**
 * Loads the layouts of faces, boards, worksheets and pages, slots and elements of `layouts/` folders. They are code and are trusted:
 * they run here.
 *
 * @param shipped absolute path of the folder that holds `faces/` and `elements.tsx`
 * @param others folders whose `faces/`, `boards/`, `worksheets/`, `guide/`, `slots/`, `site/` and `elements.tsx` win over those before them
 * @throws LayoutError that says where a layout can't be compiled or loaded, or is none
 */
export async function loadLooks(shipped: string, ...others: readonly string[]): Promise<Looks> {
  return await looksFrom([shipped, ...others]);
}

/** As `loadLooks`, of layouts that may have been saved since the engine was compiled. */
export async function looksFrom(
  [shipped, ...others]: readonly [string, ...string[]],
  loading: Loading = {},
): Promise<Looks> {
  const found: Found = {
    ...{ faces: new Map(), boards: new Map(), worksheets: new Map() },
    ...{ elements: new Map(), slots: {}, pages: new Map() },
  };
  await findLooks(found, shipped, await loaderOf(shipped, loading));
  for (const dir of others) await findOwn(found, dir, loading);
  const { slots, elements: own, pages } = found;
  const modules = await modulesOf(shipped, loading);
  const { elements, printing, printingPage, printingBook } = (await modules('elements.tsx')) as Shipped;
  const { words } = (await modules('words/words.ts')) as Pick<Looks, 'words'>;
  const { orPlain } = (await modules('parts/plain.tsx')) as Parts;
  return {
    faces: named(found.faces, (look) => printing(filled(look, slots, orPlain), own)),
    boards: named(found.boards, (look) => printingPage(look, own)),
    worksheets: named(found.worksheets, (look) => printingPage(look, own)),
    ...(slots.book && { book: printingBook(slots.book, own) }),
    elements: { ...elements, ...Object.fromEntries(own) },
    words,
    ...(pages.size > 0 && { pages: named(pages, (page) => page) }),
    ...(slots.shell && { shell: slots.shell }),
  };
}

/** What `layouts/` folders have, by name: of two of one name that of the later folder. */
interface Found {
  faces: Map<string, Look>;
  boards: Map<string, KitLook<Board>>;
  worksheets: Map<string, KitLook<Worksheet>>;
  elements: Map<string, Element>;
  slots: Slots;
  /** Pages of the catalog. */
  pages: Map<string, unknown>;
}

type Load = (one: string) => Promise<unknown>;

/** The looks of cards, boards, worksheets and the guide in a folder. */
async function findLooks(found: Found, dir: string, load: Load): Promise<void> {
  // All folders are listed before the first file is loaded: a rejection while nobody waits for it yet would end the process.
  const [faces, boards] = [await filesIn(dir, 'faces'), await filesIn(dir, 'boards')];
  const [worksheets, books] = [await filesIn(dir, 'worksheets'), await filesIn(dir, 'guide')];
  await allOf([
    ...faces.map(async (one) => {
      const file = path.join(dir, one);
      found.faces.set(nameOf(file), faceLookOf(await load(one), file));
    }),
    ...boards.map(async (one) => {
      const file = path.join(dir, one);
      found.boards.set(nameOf(file), pageLookOf<Board>(await load(one), 'boards', file));
    }),
    ...worksheets.map(async (one) => {
      const file = path.join(dir, one);
      found.worksheets.set(nameOf(file), pageLookOf<Worksheet>(await load(one), 'worksheets', file));
    }),
    ...books.map(async (one) => {
      found.slots.book = bookOf(await load(one), path.join(dir, one));
    }),
  ]);
}

/** Everything in an organization's own folder. */
async function findOwn(found: Found, dir: string, loading: Loading): Promise<void> {
  const load = await loaderOf(dir, loading);
  const [slots, pages] = [await filesIn(dir, 'slots'), await filesIn(dir, 'site')];
  await allOf([
    findLooks(found, dir, load),
    ...slots.map(async (one) => await fill(found.slots, path.join(dir, one), await load(one))),
    ...pages.map(async (one) => {
      found.pages.set(...sitePageOf(await load(one), path.join(dir, one)));
    }),
  ]);
  for (const one of await elementFiles(dir)) {
    for (const [name, element] of elementsOf(await load(one), path.join(dir, one))) found.elements.set(name, element);
  }
}

async function loaderOf(dir: string, loading: Loading): Promise<Load> {
  const modules = await modulesOf(dir, loading);
  return async (one) => await loaded(modules, one, dir);
}

/**
 * Entries sorted by name: dist/schema lists them, and the order in which files finish loading differs from run to run.
 */
function named<One, Other>(found: ReadonlyMap<string, One>, made: (one: One) => Other): Record<string, Other> {
  const ordered = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(ordered.map(([name, one]) => [name, made(one)]));
}

/**
 * As `loadLooks`, but mistakes in layouts are returned as problems, and then there are no looks.
 *
 * @param layouts absolute paths of `layouts/` folders, that of the package first
 * @param root files are named relative to this folder
 */
export async function openLooks(
  layouts: readonly [string, ...string[]],
  root: string,
): Promise<{ looks?: Looks; problems: Problem[] }> {
  try {
    return { looks: await loadLooks(...layouts), problems: [] };
  } catch (cause) {
    return { problems: layoutProblems(cause, root) };
  }
}

/** Waits for all. Throws one LayoutError with the mistakes of all layouts, not of the first alone. */
async function allOf(loading: readonly Promise<void>[]): Promise<void> {
  const results = await Promise.allSettled(loading);
  const causes: unknown[] = results.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  const mistakes = causes.flatMap((cause) => {
    if (!(cause instanceof LayoutError)) throw cause;
    return cause.mistakes;
  });
  if (mistakes.length > 0) throw new LayoutError(mistakes);
}

async function fill(slots: Slots, file: string, layout: unknown): Promise<void> {
  const name = nameOf(file);
  if (name === 'footer') slots.footer = componentOf(layout, file);
  else if (name === 'back') slots.back = componentOf(layout, file);
  else if (name === 'shell') slots.shell = await shellOf(layout, file);
  else throw wrong(file, `There is no slot "${name}": there are footer, back and shell.`);
}

/** A look with an organization's footer over both sides, and its back, where it has these. */
function filled(look: Look, { footer, back }: Slots, orPlain: Parts['orPlain']): Look {
  const { Front, Back } = { Front: look.Front, Back: back ?? orPlain(look.Back) };
  if (!footer) return { ...look, Back };
  // It takes no room and paints nothing. `VIEW` is what react-pdf calls its View.
  const begins = createElement('VIEW', { id: FOOTER_BEGINS, style: { position: 'absolute', width: 0, height: 0 } });
  const over = (Face: ComponentType<FaceProps>, side: Side) => (props: FaceProps) =>
    createElement(Fragment, null, createElement(Face, props), begins, createElement(footer, { ...props, side }));
  return { ...look, Front: over(Front, 'front'), Back: over(Back, 'back') };
}
