import type { Mm } from '../model/units.ts';

// The data that the dev server sends to its page, as JSON.

/** A problem as the page shows it. */
export interface ProblemView {
  /** `deck/cards/…/a.mdx:12:3`. */
  at: string;
  severity: 'error' | 'warning';
  rule: string;
  message: string;
  /** Lines that say what was got, what is allowed and what to do; empty ones left out. */
  details: string[];
}

/** A card, a board, a worksheet or a chapter in the list of all. */
export interface ListedItem {
  id: string;
  code: string;
  title: string;
  /** Id of its group; empty where its file can't be read that far. */
  suit: string;
  errors: number;
  warnings: number;
}

/** The deck as a whole. */
export interface Overview {
  /** Grows with every change. */
  revision: number;
  name: string;
  /** Suits, then boards, worksheets and the guide. */
  groups: { id: string; name: string; colour: string }[];
  items: ListedItem[];
  /** Problems that belong to no single item. */
  problems: ProblemView[];
}

/** A picture of an item: a side of a card, a board on its paper, a page of a chapter. */
export interface PictureView {
  /** In its address. */
  name: string;
  label: string;
  /** What it shows, in mm: the trim, its corners, the art around it, and how far text stays from the trim. */
  size: { width: Mm; height: Mm; radius: Mm; bleed: Mm; safe: Mm };
}

/** One card, board, worksheet or chapter. */
export interface ItemView {
  id: string;
  code: string;
  title: string;
  file: string;
  revision: number;
  problems: ProblemView[];
  pictures: PictureView[];
  /** True where the pictures show an earlier text, since the current one can't be drawn. */
  stale: boolean;
}

/** Events of the stream from the server to its page. */
export type DevEvent =
  /** The deck was read again; `saved` is what the file that was saved is about. */
  | { kind: 'changed'; revision: number; ms: number; saved?: ItemView }
  /** The thread starts anew: layouts were saved for the fiftieth time. */
  | { kind: 'restarting' }
  /** The thread can't go on until a file changes. */
  | { kind: 'failed'; message: string };
