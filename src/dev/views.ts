import type { Side } from '../model/card.ts';
import type { Mm } from '../model/units.ts';

// What the dev server tells its page, as JSON.

/** A problem as the page shows it. */
export interface ProblemView {
  /** `deck/cards/…/a.mdx:12:3`. */
  at: string;
  severity: 'error' | 'warning';
  rule: string;
  message: string;
  /** What was got, what is allowed, what to do; empty lines left out. */
  details: string[];
}

/** A card in the list of all cards. */
export interface Entry {
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
  cards: Entry[];
  /** Problems that are no single card's. */
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
  /** True where the pictures are those of an earlier text, for this one can't be drawn. */
  stale: boolean;
}

/** What the event stream says. */
export type DevEvent =
  /** The deck was read again; `saved` is the card whose file was saved. */
  | { kind: 'changed'; revision: number; ms: number; saved?: CardView }
  /** Layouts are code: their thread starts anew. */
  | { kind: 'restarting' }
  /** The thread can't go on until a file changes. */
  | { kind: 'failed'; message: string };
