import type { Words } from '../../layouts/words/words.ts';
import type { Element, Look } from './looks.ts';
import type { Shell } from './pages.ts';

/** What `layouts/` gives the engine. */
export interface Looks {
  faces: Readonly<Record<string, Look>>;
  elements: Readonly<Record<string, Element>>;
  /** What faces, sheets and the catalog say, in English. */
  words: Words;
  /** Left out: the catalog's own. */
  shell?: Shell | undefined;
}
