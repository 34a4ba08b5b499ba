import type { Mm } from './units.ts';

/** A place to write, to tick or to lay a card on, in mm from the top left corner of a drawn page. */
export interface FieldBox {
  /** The field's id; for a cell of a table its name, `barriers.1.owner`; for a number on a scale `fit=3`. */
  name: string;
  left: Mm;
  top: Mm;
  right: Mm;
  bottom: Mm;
}
