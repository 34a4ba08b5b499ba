import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ComponentType } from 'react';
import type { ShellLook } from '../model/catalog.ts';
import type { Board, Worksheet } from '../model/kit.ts';
import type { BookLook, Element, KitLook, Look } from '../model/looks.ts';
import { LayoutError } from './mistake.ts';
import { PAGES } from './page-layouts.ts';

// The default exports of layouts, each checked for what its kind must have. They throw a LayoutError that names the file.

/** A layout's name: its file's, without the ending. */
export function nameOf(file: string): string {
  return path.basename(file).replace(/\.tsx?$/u, '');
}

/** The layout of a board or a worksheet. */
export function pageLookOf<Page extends Board | Worksheet>(layout: unknown, kind: string, file: string): KitLook<Page> {
  const parts: Partial<KitLook<Page>> = typeof layout === 'object' && layout !== null ? layout : {};
  if (typeof parts.Page === 'function') return parts as KitLook<Page>;
  throw wrong(file, `This is no layout of ${kind}: its default export must have a component Page.`);
}

/** A page of the catalog: its name and its component. */
export function sitePageOf(layout: unknown, file: string): [name: string, page: unknown] {
  const name = nameOf(file);
  if (!PAGES.some((one) => one === name))
    throw wrong(file, `There is no page "${name}": there are ${PAGES.join(', ')}.`);
  if (typeof layout !== 'function') throw wrong(file, 'This is no page: its default export must be a component.');
  return [name, layout];
}

/** The layout of the guide. */
export function bookOf(layout: unknown, file: string): BookLook {
  if (nameOf(file) !== 'book') throw wrong(file, 'The guide has one layout, guide/book.tsx: this file is not used.');
  const parts: Partial<BookLook> = typeof layout === 'object' && layout !== null ? layout : {};
  if (typeof parts.Book === 'function') return parts as BookLook;
  throw wrong(file, 'This is no layout of the guide: its default export must have a component Book.');
}

/** The layout of a face. */
export function faceLookOf(layout: unknown, file: string): Look {
  const parts: Partial<Look> = typeof layout === 'object' && layout !== null ? layout : {};
  if (!parts.fields || !parts.budgets || !parts.Front || !parts.Back) {
    throw wrong(file, 'This is no face layout: its default export must have fields, budgets, Front and Back.');
  }
  return parts as Look;
}

/** An organization's own tags by name. One that has the name of a tag of ours replaces it. */
export function elementsOf(layout: unknown, file: string): [string, Element][] {
  const entries = Object.entries(typeof layout === 'object' && layout !== null ? layout : {});
  const isWhole = ([name, one]: [string, Partial<Element> | undefined]) =>
    /^[A-Z][A-Za-z0-9]*$/u.test(name) && one?.attributes && one.cardIds && one.text && one.Print && one.Web;
  if (entries.length > 0 && entries.every(isWhole)) return entries;
  const message =
    'These are no elements: the default export must have a tag by each name, with attributes, cardIds, text, Print and Web.';
  throw wrong(file, message);
}

/** A slot's component. */
export function componentOf<Props>(layout: unknown, file: string): ComponentType<Props> {
  if (typeof layout !== 'function') throw wrong(file, 'This is no slot: its default export must be a component.');
  return layout as ComponentType<Props>;
}

/** The error that a layout is not what its folder and name say. */
export function wrong(file: string, message: string): LayoutError {
  return new LayoutError([{ message, file, line: 1, column: 1 }]);
}

/** A shell with the style rules that stand beside it in `shell.css`, if there are any. */
export async function shellOf(layout: unknown, file: string): Promise<ShellLook> {
  const rules = await readFile(file.replace(/tsx?$/u, 'css'), 'utf8').catch(() => '');
  return { file, Frame: componentOf(layout, file), rules };
}
