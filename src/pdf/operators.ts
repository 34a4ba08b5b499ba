import { grow } from '../model/rect.ts';
import type { Placed, Rect, SheetLine, Turn } from '../model/sheets.ts';
import { type Mm, type Pt, pt, type Size } from '../model/units.ts';

/**
 * PDF drawing operators for a page of some height. In the model y runs down from the top in mm; in a PDF it runs up
 * from the bottom in points. Nothing outside this folder knows that.
 */
export interface Pen {
  /** Places a form of `width` × `height` pt: its center on the trim's, turned, clipped to the trim and its bleed. */
  form(name: string, placed: Placed, width: Pt, height: Pt): string;
  /** Strokes lines. */
  stroke(lines: readonly SheetLine[], style: { gray: number; width: Pt; dash?: readonly Pt[] }): string;
  /** Fills rectangles with black. */
  fill(rects: readonly Rect[]): string;
  /** Sets a line of text: hex glyph numbers in the font called `name`; black, unless `colour` is another operator. */
  text(hex: string, at: { x: Mm; y: Mm; turn: Turn; size: Pt }, name: string, colour?: string): string;
}

/** What draws on a page of some height. */
export function penFor(pageHeight: Mm): Pen {
  const rectangle = ({ x, y, width, height }: Rect) =>
    numbers(pt(x), pt(pageHeight - y - height), pt(width), pt(height));
  const point = (x: Mm, y: Mm) => numbers(pt(x), pt(pageHeight - y));
  return {
    form(name, placed, width, height) {
      const [a, b, c, d] = turned(placed.turn);
      const x = pt(placed.x + placed.width / 2) - (a * width + c * height) / 2;
      const y = pt(pageHeight - placed.y - placed.height / 2) - (b * width + d * height) / 2;
      const clip = `${rectangle(grow(placed, placed.bleed))} re W n`;
      return `q ${clip} ${numbers(a, b, c, d, x, y)} cm /${name} Do Q`;
    },
    stroke(lines, { gray, width, dash = [] }) {
      if (lines.length === 0) return '';
      const paths = lines.map(({ x1, y1, x2, y2 }) => `${point(x1, y1)} m ${point(x2, y2)} l`);
      return `q ${gray} G ${numbers(width)} w [${numbers(...dash)}] 0 d\n${paths.join('\n')}\nS Q`;
    },
    fill(rects) {
      return rects.length === 0 ? '' : `q 0 g\n${rects.map((one) => `${rectangle(one)} re`).join('\n')}\nf Q`;
    },
    text(hex, { x, y, turn, size }, name, colour = '0 g') {
      const at = `${numbers(...turned(turn))} ${point(x, y)}`;
      return `q ${colour} BT /${name} ${numbers(size)} Tf ${at} Tm <${hex}> Tj ET Q`;
    },
  };
}

/** Turns all that follows clockwise about a page's center, by degrees. */
export function tilted(degrees: number, page: Size): string {
  if (degrees === 0) return '';
  const angle = (-degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [x, y] = [pt(page.width / 2), pt(page.height / 2)];
  return `${numbers(cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y)} cm`;
}

/** The matrix of a clockwise turn, exact. */
function turned(turn: Turn): [number, number, number, number] {
  if (turn === 90) return [0, -1, 1, 0];
  if (turn === 180) return [-1, 0, 0, -1];
  if (turn === 270) return [0, 1, -1, 0];
  return [1, 0, 0, 1];
}

/** Numbers as a PDF has them, with four decimals: a 28th of a micrometer; and never `1e-7`, which PDF does not know. */
export function numbers(...values: readonly number[]): string {
  return values.map((value) => String(Number(value.toFixed(4)))).join(' ');
}
