import PDFDocument from 'pdfkit';
import svgpath from 'svgpath';
import type { Style } from './style.ts';

/** A box's edges. */
export interface Rect {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A number as a PDF has it: without an exponent, and no finer than any press. */
export function rounded(number: number): string {
  return String(Math.round(number * 1e6) / 1e6);
}

/** The operators of an outline that is given as SVG path data: as pdfkit writes them for react-pdf. */
export function operatorsOf(d: string): string {
  const operators: string[] = [];
  const add =
    (operator: string) =>
    (...numbers: number[]) =>
      void operators.push(`${numbers.map(rounded).join(' ')} ${operator}`);
  const [moveTo, lineTo, bezierCurveTo, quadraticCurveTo] = ['m', 'l', 'c', 'v'].map(add);
  const recorder: unknown = { moveTo, lineTo, bezierCurveTo, quadraticCurveTo, closePath: () => operators.push('h') };
  // pdfkit is wrong about smooth quadratic curves: here they are none.
  PDFDocument.prototype.path.call(recorder as PDFDocument, /t/iu.test(d) ? svgpath(d).unshort().toString() : d);
  return operators.join('\n');
}

/** The path data of a circle. */
export function circle(x: number, y: number, r: number): string {
  return `M${x - r} ${y}A${r} ${r} 0 0 1 ${x + r} ${y}A${r} ${r} 0 0 1 ${x - r} ${y}Z`;
}

/** The path data of a box; with the radii of a style, each not more than half of a side. */
export function box({ left, top, width, height }: Rect, style: Style = {}): string {
  const { borderTopLeftRadius = 0, borderTopRightRadius = 0 } = style;
  const { borderBottomRightRadius = 0, borderBottomLeftRadius = 0 } = style;
  const radii = [borderTopLeftRadius, borderTopRightRadius, borderBottomRightRadius, borderBottomLeftRadius];
  const [a = 0, b = 0, c = 0, d = 0] = radii.map((radius) => Math.max(0, Math.min(radius, width / 2, height / 2)));
  const [right, bottom] = [left + width, top + height];
  const arc = (r: number, x: number, y: number) => (r === 0 ? '' : `a${r} ${r} 0 0 1 ${x * r} ${y * r}`);
  const over = `M${left + a} ${top}H${right - b}${arc(b, 1, 1)}V${bottom - c}${arc(c, -1, 1)}`;
  return `${over}H${left + d}${arc(d, -1, -1)}V${top + a}${arc(a, 1, -1)}Z`;
}
