import type { Root } from 'hast';
import type { Section } from './card.ts';
import type { Face, Format } from './faces.ts';
import type { Place } from './problem.ts';

/** A chapter of the guide for those who hold the workshop: a file of `deck/guide/`. */
export interface Chapter {
  /** The file's name without `.mdx`: its identity for ever, and its address in the catalog. */
  id: string;
  title: string;
  /** One sentence below the title; empty for none. */
  lead: string;
  /** The part of the guide that it belongs to; empty for none. */
  part: string;
  /** Chapters are sorted by it. */
  order: number;
  /** The id of the card that it is about; empty for none. A chapter about a card begins on a left-hand page. */
  card: string;
  /** Token name; empty for the card's, or ink. */
  colour: string;
  /** The sources of its facts. */
  sources: readonly string[];
  /** Each is a `## Heading` with the text under it. */
  sections: readonly Section[];
  /** Path as shown in messages. */
  file: string;
  /** Where each front-matter value stands. */
  places: Readonly<Record<string, Place>>;
}

/** A link inside the guide: the address of a chapter in a tree, which print and catalog resolve in their own ways. */
export const CHAPTER_LINK = '#chapter:';

/** The chapter that a link of a tree leads to; undefined for any other link. */
export function chapterOf(href: unknown): string | undefined {
  return typeof href === 'string' && href.startsWith(CHAPTER_LINK) ? href.slice(CHAPTER_LINK.length) : undefined;
}

/** A chapter on a paper as a face to draw. No card can have its id, `guide:a4-portrait:why`. All faces of a guide are one document. */
export function chapterFace({ id }: Pick<Chapter, 'id'>, size: Format): Face {
  return { card: `guide:${size.id}:${id}`, side: 'front' };
}

/** The paper of a face that is a chapter: the id of its size; undefined for any other face. */
export function paperOfChapter({ card }: Face): string | undefined {
  return /^guide:([^:]+):/.exec(card)?.[1];
}

/** Address of a chapter's page in the catalog. */
export function chapterHref(base: string, id: string): string {
  return `${base}guide/${encodeURIComponent(id)}.html`;
}

/** The workshop's agenda for so many days, as tables. */
export interface AgendaPage {
  days: number;
  content: Root;
}
