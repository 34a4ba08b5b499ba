import type { Side } from '../model/card.ts';
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

/** A card in the list of all cards. */
export interface ListedCard {
  id: string;
  code: string;
  title: string;
  /** Id of its suit; empty where its file can't be read that far. */
  suit: string;
  errors: number;
  warnings: number;
}

/** The deck as a whole. */
export interface Overview {
  /** Grows with every change. */
  revision: number;
  name: string;
  suits: { id: string; name: string; colour: string }[];
  cards: ListedCard[];
  /** Problems that belong to no single card. */
  problems: ProblemView[];
  /** What the pictures show, in mm: the trim, its corners, the art around it, and how far text stays from the trim. */
  size: { width: Mm; height: Mm; radius: Mm; bleed: Mm; safe: Mm };
}

/** One card. */
export interface CardView {
  id: string;
  code: string;
  title: string;
  file: string;
  revision: number;
  problems: ProblemView[];
  /** The sides that can be shown. */
  sides: Side[];
  /** True where the pictures show an earlier text, since the current one can't be drawn. */
  stale: boolean;
}

/** Events of the stream from the server to its page. */
export type DevEvent =
  /** The deck was read again; `saved` is the card whose file was saved. */
  | { kind: 'changed'; revision: number; ms: number; saved?: CardView }
  /** A layout was saved: it is code, so its thread starts anew. */
  | { kind: 'restarting' }
  /** The thread can't go on until a file changes. */
  | { kind: 'failed'; message: string };
