import type { Section } from './card.ts';
import type { Face, Format } from './faces.ts';
import { type Orientation, pageSize } from './paper.ts';
import type { Place } from './problem.ts';

// What people play on and write down beside the cards: boards and worksheets, each a file of MDX.

/** Which kind of page; its folder in the deck is its plural. */
export type KitKind = 'board' | 'worksheet';

/** A column of a table that is filled in. */
export interface Column {
  id: string;
  label: string;
  kind: 'line' | 'tick' | 'vote' | 'card' | 'date';
  /** Its share of the table's width. */
  width: number;
}

/** A row of a table that is filled in; an empty one has its number as its id, and no label. */
export interface Row {
  id: string;
  label: string;
}

/** What is filled in, by the kind of a field. */
type FieldContent =
  /** One line of writing. */
  | { kind: 'line' }
  /** Several lines of writing; 0 for a box without lines. */
  | { kind: 'box'; lines: number }
  | { kind: 'tick' }
  /** One number from `from` to `to`; `low` and `high` say what the ends mean. */
  | { kind: 'scale'; from: number; to: number; low: string; high: string }
  /** How many voted for it. */
  | { kind: 'vote' }
  /** Round places for so many stickers. */
  | { kind: 'dots'; count: number }
  /** A card: laid down where there is room, or its code. `of` is a query for those that fit; empty for any. */
  | { kind: 'card'; of: string }
  | { kind: 'table'; columns: readonly Column[]; rows: readonly Row[] };

/** A thing on a page that people fill in. Its id is permanent: what was written is kept by it. */
export type Field = FieldContent & {
  id: string;
  label: string;
  /** What helps to fill it in; empty for none. */
  hint: string;
  /** The heading that it stands under. */
  section: string;
  /** Where its tag stands. */
  place: Place;
};

/** What every page of the kit has. */
interface KitPage {
  /** The file's name without `.mdx`: its identity for ever among pages of its kind. */
  id: string;
  title: string;
  /** One sentence: what to do with it. */
  lead: string;
  /** Token name. */
  colour: string;
  /** The id of the card that it is used with; empty for none. */
  card: string;
  /** The layout that draws it: a file in `layouts/boards/` or `layouts/worksheets/`. */
  look: string;
  orientation: Orientation;
  /** The look's own front matter, checked by its schema. */
  options: Readonly<Record<string, unknown>>;
  /** Each a `## Heading` and what stands under it. Of a tag of a field the tree has an element of its name. */
  sections: readonly Section[];
  /** In reading order. */
  fields: readonly Field[];
  /** Path as shown in messages. */
  file: string;
  /** Where each front-matter value stands. */
  places: Readonly<Record<string, Place>>;
  /** Which of the decks that this one is made of it comes from, from 0 for the lowest. */
  layer: number;
}

/** A poster that cards, stickers and notes are laid on. */
export interface Board extends KitPage {
  kind: 'board';
  /** The id of its paper. */
  size: string;
}

/** A page that is filled in. */
export interface Worksheet extends KitPage {
  kind: 'worksheet';
}

/** Papers that each worksheet is made for. */
export const SHEET_PAPERS = ['a4', 'letter'] as const;

/** A page of the kit on a paper. */
export interface PaperPage {
  page: Board | Worksheet;
  size: Format;
}

/** The pages of the kit on each of their papers. */
export function paperPages({ boards = [], worksheets = [] }: Kit): PaperPage[] {
  return [
    ...boards.map((page) => ({ page, size: pageSize(page.size, page.orientation) })),
    ...SHEET_PAPERS.flatMap((paper) => worksheets.map((page) => ({ page, size: pageSize(paper, page.orientation) }))),
  ];
}

/** What a deck has beside its cards. */
export interface Kit {
  boards?: readonly Board[] | undefined;
  worksheets?: readonly Worksheet[] | undefined;
}

/** A page of the kit as a face to draw: `board:gap:a3-landscape`, which no card has as its id. */
export function kitFace({ page, size }: PaperPage): Face {
  return { card: `${page.kind}:${page.id}:${size.id}`, side: 'front' };
}

/** The names of what is filled in on a page, in reading order: of a table each of its cells, `barriers.1.owner`. */
export function blanksOf(field: Field): { name: string; label: string; kind: Field['kind'] | Column['kind'] }[] {
  const { id, label, kind } = field;
  if (kind !== 'table') return [{ name: id, label, kind }];
  return field.rows.flatMap((row) =>
    field.columns.map((column) => ({
      name: [id, row.id, column.id].join('.'),
      label: [label, row.label || row.id, column.label].filter(Boolean).join(', '),
      kind: column.kind,
    })),
  );
}
