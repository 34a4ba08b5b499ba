import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type ComponentType, createElement, Fragment } from 'react';
import type { Side } from '../model/card.ts';
import type { ShellLook } from '../model/catalog.ts';
import type { Board, Worksheet } from '../model/kit.ts';
import type { Looks } from '../model/loaded-looks.ts';
import type { BookLook, Element, FaceProps, FooterProps, KitLook, Look } from '../model/looks.ts';
import type { Problem } from '../model/problem.ts';
import { elementFiles, filesIn, loaded, modulesOf } from './compile.ts';
import { LayoutError, layoutProblems } from './mistake.ts';
import { PAGES } from './page-layouts.ts';

/** What `elements.tsx` of the package gives. */
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

/** What is loaded of `layouts/parts/`: what is ours of every look. */
interface Parts {
  /** A look's back, but for suits that have one back for all of their cards. */
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
  const found: Found = {
    ...{ faces: new Map(), boards: new Map(), worksheets: new Map() },
    ...{ elements: new Map(), slots: {}, pages: new Map() },
  };
  await findLooks(found, shipped, await loaderOf(shipped));
  for (const dir of others) await findOwn(found, dir);
  const { slots, elements: own, pages } = found;
  const urlOf = await modulesOf(shipped);
  const { elements, printing, printingPage, printingBook }: Shipped = await import(urlOf('elements.tsx'));
  const { words }: Pick<Looks, 'words'> = await import(urlOf('words/words.ts'));
  const { orPlain }: Parts = await import(urlOf('parts/plain.tsx'));
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
  // All are listed before the first is loaded: one that fails while another folder is read would end the process.
  const [faces, boards] = [await filesIn(dir, 'faces'), await filesIn(dir, 'boards')];
  const [worksheets, books] = [await filesIn(dir, 'worksheets'), await filesIn(dir, 'guide')];
  await allOf([
    ...faces.map(async (one) => {
      const file = path.join(dir, one);
      found.faces.set(nameOf(file), lookOf(await load(one), file));
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

/** All that a folder of an organization's own may have. */
async function findOwn(found: Found, dir: string): Promise<void> {
  const load = await loaderOf(dir);
  const [slots, pages] = [await filesIn(dir, 'slots'), await filesIn(dir, 'site')];
  await allOf([
    findLooks(found, dir, load),
    ...slots.map(async (one) => await fill(found.slots, path.join(dir, one), await load(one))),
    ...pages.map(async (one) => addSitePage(found.pages, path.join(dir, one), await load(one))),
  ]);
  for (const one of await elementFiles(dir)) {
    for (const [name, element] of elementsOf(await load(one), path.join(dir, one))) found.elements.set(name, element);
  }
}

async function loaderOf(dir: string): Promise<Load> {
  const urlOf = await modulesOf(dir);
  return async (one) => await loaded(urlOf(one), dir);
}

/**
 * Entries in the order of their names, not as they were loaded: dist/schema lists them, and the order of files that load side by
 * side differs from run to run.
 */
function named<One, Other>(found: ReadonlyMap<string, One>, made: (one: One) => Other): Record<string, Other> {
  const ordered = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(ordered.map(([name, one]) => [name, made(one)]));
}

/**
 * As `loadLooks`, with what is wrong as problems; there are no looks then.
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

/** A layout's name: its file's, without the ending. */
function nameOf(file: string): string {
  return path.basename(file).replace(/\.tsx?$/u, '');
}

/** Waits for all, and says what is wrong with each layout, not with the first alone. */
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
  else throw wrong(file, 'There is no such slot: there are footer, back and shell.');
}

function pageLookOf<Page extends Board | Worksheet>(layout: unknown, kind: string, file: string): KitLook<Page> {
  const parts: Partial<KitLook<Page>> = typeof layout === 'object' && layout !== null ? layout : {};
  if (typeof parts.Page === 'function') return parts as KitLook<Page>;
  throw wrong(file, `This is no layout of ${kind}: its default export has a component Page.`);
}

function addSitePage(pages: Map<string, unknown>, file: string, layout: unknown): void {
  const name = nameOf(file);
  if (!PAGES.some((one) => one === name)) throw wrong(file, `There is no such page: there are ${PAGES.join(', ')}.`);
  if (typeof layout !== 'function') throw wrong(file, 'This is no page: its default export is a component.');
  pages.set(name, layout);
}

function bookOf(layout: unknown, file: string): BookLook {
  if (nameOf(file) !== 'book') throw wrong(file, 'There is one layout of the guide: guide/book.tsx.');
  const parts: Partial<BookLook> = typeof layout === 'object' && layout !== null ? layout : {};
  if (typeof parts.Book === 'function') return parts as BookLook;
  throw wrong(file, 'This is no layout of the guide: its default export has a component Book.');
}

function lookOf(layout: unknown, file: string): Look {
  const parts: Partial<Look> = typeof layout === 'object' && layout !== null ? layout : {};
  if (!parts.fields || !parts.budgets || !parts.Front || !parts.Back) {
    throw wrong(file, 'This is no face layout: its default export has fields, budgets, Front and Back.');
  }
  return parts as Look;
}

/** The tags of an organization's own by name; a name of ours takes the place of ours. */
function elementsOf(layout: unknown, file: string): [string, Element][] {
  const entries = Object.entries(typeof layout === 'object' && layout !== null ? layout : {});
  const isWhole = ([name, one]: [string, Partial<Element> | undefined]) =>
    /^[A-Z][A-Za-z0-9]*$/u.test(name) && one?.attributes && one.cardIds && one.text && one.Print && one.Web;
  if (entries.length > 0 && entries.every(isWhole)) return entries;
  const message = 'These are no elements: the default export has, by name, attributes, cardIds, text, Print and Web.';
  throw wrong(file, message);
}

function componentOf<Props>(layout: unknown, file: string): ComponentType<Props> {
  if (typeof layout !== 'function') throw wrong(file, 'This is no slot: its default export is a component.');
  return layout as ComponentType<Props>;
}

function wrong(file: string, message: string): LayoutError {
  return new LayoutError([{ message, file, line: 1, column: 1 }]);
}

/** A shell with the style rules that stand beside it in `shell.css`, if there are any. */
async function shellOf(layout: unknown, file: string): Promise<ShellLook> {
  const rules = await readFile(file.replace(/tsx?$/u, 'css'), 'utf8').catch(() => '');
  return { file, Frame: componentOf(layout, file), rules };
}

/** A look with the slots in their places. */
function filled(look: Look, { footer, back }: Slots, orPlain: Parts['orPlain']): Look {
  const { Front, Back } = { Front: look.Front, Back: back ?? orPlain(look.Back) };
  if (!footer) return { ...look, Back };
  const over = (Face: ComponentType<FaceProps>, side: Side) => (props: FaceProps) =>
    createElement(Fragment, null, createElement(Face, props), createElement(footer, { ...props, side }));
  return { ...look, Front: over(Front, 'front'), Back: over(Back, 'back') };
}
