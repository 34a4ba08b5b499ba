/** CSS units in pixels. */
const UNITS: ReadonlyMap<string, number> = new Map(
  Object.entries({ '': 1, px: 1, pt: 96 / 72, pc: 16, mm: 96 / 25.4, cm: 96 / 2.54, in: 96 }),
);

/** A length in pixels; undefined for one that depends on something else, such as `50%` and `2em`. */
export function pixels(text: string): number | undefined {
  // No length is as long, and the pattern below would take its time for a long row of digits.
  if (text.length > 100) return undefined;
  const [, number = '', unit = ''] = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*([a-z%]*)\s*$/iu.exec(text) ?? [];
  const scale = UNITS.get(unit.toLowerCase());
  return number === '' || scale === undefined ? undefined : Number(number) * scale;
}

/** All numbers of a list. */
export function numbersIn(text: string): number[] {
  return [...text.matchAll(/[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/giu)].map(([one]) => Number(one));
}

/** What an SVG shows of its own coordinates, and how large it shows that, in pixels. */
export interface SvgSize {
  x: number;
  y: number;
  inWidth: number;
  inHeight: number;
  outWidth: number;
  outHeight: number;
}

/** The size that an SVG's outermost tag gives; undefined for one that gives none. */
export function sizeOf(attributes: Readonly<Record<string, string>>): SvgSize | undefined {
  const box = numbersIn(attributes.viewBox ?? '');
  const [x = 0, y = 0, across = 0, down = 0] = box;
  const [wide, high] = [pixels(attributes.width ?? ''), pixels(attributes.height ?? '')];
  const [w = across, h = down] = [wide, high];
  const [inWidth, inHeight] = box.length === 4 ? [across, down] : [w, h];
  // With only one of width and height, or none, the viewBox gives the proportions.
  const [outWidth, outHeight] = wide !== undefined && high !== undefined ? [w, h] : [inWidth, inHeight];
  if (!(inWidth > 0 && inHeight > 0 && outWidth > 0 && outHeight > 0)) return undefined;
  return { x, y, inWidth, inHeight, outWidth, outHeight };
}
