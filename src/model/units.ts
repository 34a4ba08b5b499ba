/** A length in millimetres. Every length in prepdeck is in mm unless its name says otherwise. */
export type Mm = number;
/** A length in PostScript points (1/72 inch): PDF's unit, used only where a PDF is written. */
export type Pt = number;

/** A place, or a way right and down, in mm. */
export interface Point {
  x: Mm;
  y: Mm;
}

/** How wide and how high something is, in mm. */
export interface Size {
  width: Mm;
  height: Mm;
}

/** An inch is 25.4 mm exactly (international yard and pound agreement, 1959). */
export const MM_PER_INCH = 25.4;
const PT_PER_INCH = 72;

/** Millimetres to points. */
export function pt(mm: Mm): Pt {
  return (mm / MM_PER_INCH) * PT_PER_INCH;
}

/** Points to millimetres. */
export function mm(points: Pt): Mm {
  return (points / PT_PER_INCH) * MM_PER_INCH;
}

/** Millimetres to whole pixels at a resolution. */
export function px(length: Mm, dpi: number): number {
  return Math.round((length / MM_PER_INCH) * dpi);
}
