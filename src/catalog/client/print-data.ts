import type { SlugWords } from '../../impose/slug.ts';
import type { Format } from '../../model/faces.ts';
import type { Stock } from '../../model/stock.ts';
import type { SlugFont } from '../../pdf/slug-font.ts';

/** What `press.js` holds: everything that is needed to print a hand, except the faces. */
export interface PressData {
  words: SlugWords;
  /** ISO date of the PDF. */
  date: string;
  lang: string;
  format: Format;
  stocks: readonly Stock[];
  /** Keys of the faces in the order of the file's pages. */
  faces: { path: string; bytes: number; keys: readonly string[] };
  font: PackedFont;
}

/** A font with its bytes in base64. */
export interface PackedFont extends Omit<SlugFont, 'data' | 'others'> {
  data: string;
  others?: readonly PackedFont[];
}

/** What `pdf.js` gives: sheets of some cards as a PDF. */
export type MakePdf = (
  copies: readonly { card: string; copies: number }[],
  stock: Stock,
  press: PressData,
  faces: Uint8Array,
) => Promise<{ pdf: Uint8Array; sheets: number }>;
