import type { ToolWords } from '../../layouts/words/words.ts';
import type { ShellLook } from './catalog.ts';
import type { Board, Worksheet } from './kit.ts';
import type { BookLook, Element, KitLook, Look } from './looks.ts';
import type { Pages } from './pages.ts';

/** Everything that the engine takes from `layouts/`. */
export interface Looks {
  faces: Readonly<Record<string, Look>>;
  /** How boards and worksheets are drawn. */
  boards?: Readonly<Record<string, KitLook<Board>>> | undefined;
  worksheets?: Readonly<Record<string, KitLook<Worksheet>>> | undefined;
  /** How the guide is drawn. */
  book?: BookLook | undefined;
  elements: Readonly<Record<string, Element>>;
  /** The words of faces, sheets and the catalog, in English. */
  words: ToolWords;
  /** An organization's own pages of the catalog; left out: ours. */
  pages?: Partial<Pages> | undefined;
  /** An organization's own frame around the catalog's pages; left out: ours. */
  shell?: ShellLook | undefined;
}
