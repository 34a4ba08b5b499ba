import type { DrawnFaces } from './faces.ts';
import type { FieldBox } from './field-box.ts';
import type { PaperPage } from './kit.ts';

/** A board or a worksheet on one of its papers, drawn. */
export interface DrawnPage extends PaperPage {
  /** A document of this page alone. */
  drawn: DrawnFaces;
  /** Places of its form fields, in mm from the paper's top left corner. */
  fields: readonly FieldBox[];
}
