import type { Section } from './card.ts';
import type { Face, Format } from './faces.ts';
import { largerPaper, type Orientation, pageSize } from './paper.ts';
import type { Place } from './problem.ts';

// The kit: boards to lay cards on and worksheets to write on, each an MDX file.

/** The kind of page; its folder in the deck has the name in the plural: `boards/`. */
export type KitKind = 'board' | 'worksheet';

/** A column of a table to fill in. */
export interface Column {
  id: string;
  label: string;
  kind: 'line' | 'tick' | 'vote' | 'card' | 'date';
  /** Its share of the table's width. */
  width: number;
  /** For a card: a query for those that fit; empty for any. */
  of: string;
}

/** A row of a table to fill in; an empty row has its number as its id, and no label. */
export interface Row {
  id: string;
  label: string;
}

/** A field by its kind, with what that kind needs. */
type FieldContent =
  /** One line of writing; `of` is a query where it names a card, else left out. */
  | { kind: 'line'; of?: string | undefined }
  /** Several lines of writing; 0 for a box without lines. */
  | { kind: 'box'; lines: number }
  | { kind: 'tick' }
  /** One number from `from` to `to`; `low` and `high` say what the ends mean. */
  | { kind: 'scale'; from: number; to: number; low: string; high: string }
  /** A number of votes. */
  | { kind: 'vote' }
  /** Round places for so many stickers. */
  | { kind: 'dots'; count: number }
  /** A place for a card, or for its code where there is no room for a card. `of` is a query for the cards that fit; empty for any. */
  | { kind: 'card'; of: string }
  | { kind: 'table'; columns: readonly Column[]; rows: readonly Row[] };

/** A field that people fill in. Its id is permanent: saved forms are read by it. */
export type Field = FieldContent & {
  id: string;
  label: string;
  /** A hint for filling it in; empty for none. */
  hint: string;
  /** The heading that it stands under. */
  section: string;
  /** The place of its tag in the file. */
  place: Place;
};

/** The parts that boards and worksheets share. */
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
  /** Each is a `## Heading` with the text under it. In its tree a field is an element with the name of the field's tag. */
  sections: readonly Section[];
  /** In reading order. */
  fields: readonly Field[];
  /** Path as shown in messages. */
  file: string;
  /** Where each front-matter value stands. */
  places: Readonly<Record<string, Place>>;
}

/** A poster that cards, stickers and notes are laid on. */
export interface Board extends KitPage {
  kind: 'board';
  /** The id of its paper. */
  size: string;
}

/** The card that a filled-in worksheet becomes, beside its page of the record. */
export interface Makes {
  /** Id of a suit. */
  suit: string;
  /** Key of the card, dotted inside a group (`title`, `why.user`) → id of the field with its text. */
  keys: Readonly<Record<string, string>>;
  /** Heading of a section → id of the field with its text. */
  sections: Readonly<Record<string, string>>;
}

/** A page that is filled in. */
export interface Worksheet extends KitPage {
  kind: 'worksheet';
  /** Left out: none. */
  makes?: Makes | undefined;
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

/** A board on the next larger paper; undefined for a worksheet, and after the largest paper. */
export function largerPage({ page, size }: PaperPage): PaperPage | undefined {
  const paper = page.kind === 'board' ? largerPaper(size.id.replace(/-(portrait|landscape)$/u, '')) : undefined;
  return paper === undefined ? undefined : { page, size: pageSize(paper, page.orientation) };
}

/** The pages of the kit on each paper that they may be made on. */
export function possiblePages(kit: Kit): PaperPage[] {
  const withLarger = (page: PaperPage | undefined): PaperPage[] =>
    page ? [page, ...withLarger(largerPage(page))] : [];
  return paperPages(kit).flatMap(withLarger);
}

/** A deck's boards and worksheets. */
export interface Kit {
  boards?: readonly Board[] | undefined;
  worksheets?: readonly Worksheet[] | undefined;
}

/** A page of the kit as a face to draw. No card can have its id, `board:gap:a3-landscape`. */
export function kitFace({ page, size }: PaperPage): Face {
  return { card: `${page.kind}:${page.id}:${size.id}`, side: 'front' };
}

/** The names of a field's blanks in reading order: for a table, those of its cells, `barriers.1.owner`. */
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

/** Whether a deck has boards or worksheets. */
export function hasKit({ boards = [], worksheets = [] }: Kit): boolean {
  return boards.length + worksheets.length > 0;
}

/** Whether a deck has anything that a room writes down: worksheets, or decisions and votes of a day. */
export function hasRecord({ worksheets = [], run }: Kit & { run?: object | undefined }): boolean {
  return worksheets.length > 0 || run !== undefined;
}
