/** What is drawn on a page of a PDF. */
export interface PageDrawing {
  /** Its size, and what places the drawing on it: pages that differ in this are painted otherwise. */
  placing: string;
  /** As Latin-1 letters. */
  operators: string;
}
