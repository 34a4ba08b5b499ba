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
