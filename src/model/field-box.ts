import type { Mm } from './units.ts';

/** A place to write, to tick or to lay a card on, in mm from the top left corner of a drawn page. */
export interface FieldBox {
  /** The field's id; of a table's cell its name, `barriers.1.owner`; of a number of a scale `fit=3`. */
  name: string;
  left: Mm;
  top: Mm;
  right: Mm;
  bottom: Mm;
}
