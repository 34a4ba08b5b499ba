import type { Pt } from '../model/units.ts';
import type { Paint } from './inks.ts';

/** A PDF matrix `a b c d e f`: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** A thing on a page that a print shop would look at. Lengths in pt, y upwards, as the page lies. */
export type PageMark = { x: Pt; y: Pt } & MarkKind;

type MarkKind =
  /** Text of this size. `black` = it prints as black ink alone, over what is under it. */
  | { kind: 'text'; size: Pt; paint: Paint; black: boolean }
  | { kind: 'line'; width: Pt; paint: Paint; black: boolean }
  | { kind: 'area'; paint: Paint }
  /** An image: the pixels of its sparser side per inch as printed, and its number in the PDF. */
  | { kind: 'image'; ppi: number; image: number }
  /** Something that no press PDF, or only PDF/X-4, may hold, said in words; the name of a font that is not embedded. */
  | { kind: 'transparency' | 'unsupported' | 'font'; what: string };

/** `inner` drawn in the space of `outer`. */
export function multiply(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [A, B, C, D, E, F] = outer;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

/** By how much a matrix scales lengths, all directions together. */
export function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

/** A point moved by a matrix. */
export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): { x: number; y: number } {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** A mark of a form as it lies where the form is placed. */
export function placedMark(mark: PageMark, matrix: Matrix): PageMark {
  const scale = scaleOf(matrix);
  const point = apply(matrix, mark.x, mark.y);
  if (mark.kind === 'text') return { ...mark, ...point, size: mark.size * scale };
  if (mark.kind === 'line') return { ...mark, ...point, width: mark.width * scale };
  if (mark.kind === 'image') return { ...mark, ...point, ppi: mark.ppi / scale };
  return { ...mark, ...point };
}
