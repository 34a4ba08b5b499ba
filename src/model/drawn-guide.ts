import type { Format } from './faces.ts';
import type { FieldBox } from './field-box.ts';

/** A page of a guide as it was laid out. */
export interface LaidPage {
  /** The id of its chapter; empty for the cover and the contents. */
  chapter: string;
  /** Places of page numbers, from the page's corner: `number` for its own, `start:` and an id for that chapter's first page. */
  numbers: readonly FieldBox[];
}

/** The guide as it was drawn on a paper, without the numbers of its pages. Plain data. */
export interface DrawnGuide {
  size: Format;
  pdf: Uint8Array;
  pages: readonly LaidPage[];
}
