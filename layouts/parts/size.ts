import type { Format } from '../../src/model/faces.ts';
import type { Mm, Pt } from '../../src/model/units.ts';

/** Geometric mean side of the two sizes that the faces were designed for, poker and tarot, in mm: between them lengths are interpolated. */
const POKER = Math.sqrt(63.5 * 88.9);
const TAROT = Math.sqrt(70 * 120);

/** The least height of a card in its widths at which width counts: with more of it, lines are longer, but there are no more of them. */
const SQUAT = 1.35;

/**
 * A value that grows with the card: `poker` at 63.5 × 88.9 mm, `tarot` at 70 × 120 mm, a straight line between and beyond. A square or a
 * wide card is taken for one that is as high and narrower: five sections with their headings did not fit a square of 3.5 in.
 */
export function between({ width, height }: Pick<Format, 'width' | 'height'>, poker: number, tarot: number): number {
  const side = Math.sqrt(Math.min(width, height / SQUAT) * height);
  const share = (side - POKER) / (TAROT - POKER);
  return poker + (tarot - poker) * Math.min(2, Math.max(-0.2, share));
}

/** The measures that all faces share; type sizes as they were designed for poker and tarot. */
export interface Sizes {
  width: Mm;
  height: Mm;
  /** Distance of text from the trim; never under the 4.5 mm that must stay clear. */
  margin: Mm;
  /** Width of a text column between the margins. */
  column: Mm;
  /** Sizes of front titles, largest first: a smaller one is taken before a title gets a further line. */
  titles: readonly Pt[];
  /** Sizes of a title of more than one line in a band, where it has less room. */
  tight: readonly Pt[];
  /** Further sizes that a look may allow for a title that fits in none of these: down to 10 pt. */
  smaller: readonly Pt[];
  gist: Pt;
  /** Size of a gist that has much room. */
  lead: Pt;
  /** Size of back text in suits with many words. */
  text: Pt;
  /** Back text, largest first. */
  texts: readonly Pt[];
  /** Back text of suits that set it in one size. */
  body: Pt;
  /** Size of back text in suits with few words. */
  roomy: Pt;
  label: Pt;
  foot: Pt;
}

/** Titles shrink on cards smaller than bridge size, where one large word would leave no room for another. */
function titleScale({ width, height }: Format): number {
  const side = Math.sqrt(width * height);
  return side < 0.94 * POKER ? side / POKER : 1;
}

/** A title is never set smaller: on a card of 25 mm it was 3.3 pt. */
const LEAST_TITLE: Pt = 7;

/** Line height of running text, in font sizes: 8/9.6 on poker, 10/12 on tarot. */
export const LEADING = 1.2;

/** Space for a bullet or a number, in font sizes. */
export const INDENT = 1.2;
/** Space between the items of a list, in font sizes. */
export const ITEM_GAP = 0.25;
/** Width of the line under a table's row. */
export const ROW_LINE: Pt = 0.35;
/** Space between paragraphs, in font sizes. */
export const BLOCK_GAP = 0.45;

/** The shared measures for a card format. */
export function sizesOf(format: Format): Sizes {
  const margin = between(format, 5.5, 6.4);
  const at = (poker: number, tarot: number) => between(format, poker, tarot);
  const scaled = (size: Pt) => Math.max(LEAST_TITLE, size * titleScale(format));
  return {
    width: format.width,
    height: format.height,
    margin,
    column: format.width - 2 * margin,
    titles: [at(16, 18.5), at(15.5, 18), at(15, 17)].map(scaled),
    tight: [at(16, 18.5), at(15.5, 18), at(15, 17), at(14, 16), at(13, 15), at(12, 14)].map(scaled),
    smaller: [at(14, 16), at(13, 15), at(12, 14), at(11, 12.5), at(10, 11)].map(scaled),
    gist: scaled(at(8.4, 10)),
    lead: at(9.4, 11),
    text: at(9, 11),
    texts: [
      at(10.8, 12.6),
      at(10.2, 12),
      at(9.6, 11.6),
      at(9, 11),
      at(8.4, 10),
      at(7.8, 9.2),
      at(7.5, 8.5),
      at(7.2, 8.2),
      at(7, 8),
    ],
    body: at(8, 10),
    roomy: at(8.6, 10.8),
    label: at(7, 8),
    foot: at(7, 8),
  };
}

/** Bridge cards, within a millimeter: faces with as much to say as those of The Test Kitchen are made for no smaller ones. */
export const LEAST_CARD = { width: 57, height: 88 };
