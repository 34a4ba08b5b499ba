import type { Words } from '../../layouts/words/words.ts';
import type { Board, Worksheet } from './kit.ts';
import type { BookLook, Element, KitLook, Look } from './looks.ts';
import type { Pages, Shell } from './pages.ts';

/** What `layouts/` gives the engine. */
export interface Looks {
  faces: Readonly<Record<string, Look>>;
  /** How boards and worksheets are drawn. */
  boards?: Readonly<Record<string, KitLook<Board>>> | undefined;
  worksheets?: Readonly<Record<string, KitLook<Worksheet>>> | undefined;
  /** How the guide is drawn. */
  book?: BookLook | undefined;
  elements: Readonly<Record<string, Element>>;
  /** What faces, sheets and the catalog say, in English. */
  words: Words;
  /** The catalog's pages of an organization's own; left out: ours. */
  pages?: Partial<Pages> | undefined;
  /** The frame around them; left out: ours. */
  shell?: Shell | undefined;
}
