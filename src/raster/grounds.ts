import type { PageDrawing } from '../model/page-drawing.ts';

/** What a page begins with that others begin with, too: a color or a pattern, which takes longer to paint than all that stands on it. */
export interface Ground {
  /** The first page that has it. */
  page: number;
  /** How many shapes it is. */
  shapes: number;
}

/** Fewer pages than this are painted as fast each for itself. */
export const ENOUGH = 4;
/** So many shapes are looked at: a ground is the first few, and a picture of thousands is on one page alone. */
const MOST_SHAPES = 64;

/** One operator with what it is given: numbers, lists of them, and colors as devices have them. What else is named may be another thing on another page. */
const OPERATOR = /\s*(?:(?:[-+.\d]+|\[[-+.\d\s]*\]|\/Device(?:Gray|RGB|CMYK))\s+)*([A-Za-z]+\*?)(?=\s|$)/gy;
/** Those that change how shapes are painted, those that make lines of them, and those that paint them (PDF 32000-1, table 51). */
const SETTING = new Set('q Q cm w J j M d cs CS sc SC scn SCN g G rg RG k K h W W*'.split(' '));
const LINES = new Set('l c v y'.split(' '));
const PAINTING = new Set('f F f* B B* b b* S s'.split(' '));

/**
 * The ground of each page that has one. Painted over the picture of its ground, without the shapes of it, a page looks as it did, pixel for
 * pixel: shapes are painted one after the other, each over those before.
 */
export function sharedGrounds(drawings: readonly (PageDrawing | undefined)[]): (Ground | undefined)[] {
  const beginnings = drawings.map((one) => (one ? beginningsOf(one) : []));
  const uses = new Map<string, number>();
  for (const one of beginnings.flat()) uses.set(one, (uses.get(one) ?? 0) + 1);
  const grounds = new Map<string, Ground>();
  return beginnings.map((own, page) => {
    const last = own.findLastIndex((one) => (uses.get(one) ?? 0) >= ENOUGH);
    const key = own[last];
    if (key === undefined) return undefined;
    const ground = grounds.get(key) ?? { page, shapes: last + 1 };
    grounds.set(key, ground);
    return ground;
  });
}

/** What a page begins with, shape by shape, as long as there is nothing else before it: each is longer than the one before. */
function beginningsOf({ placing, operators }: PageDrawing): string[] {
  const beginnings: string[] = [];
  // Of a shape that is not begun, or has no line, pdfium makes none: those after it would be counted wrong.
  let [isBegun, hasLines] = [false, false];
  for (const { 0: text, 1: operator = '', index } of operators.matchAll(OPERATOR)) {
    if (operator === 'm') isBegun = true;
    else if (operator === 're' || (LINES.has(operator) && isBegun)) [isBegun, hasLines] = [true, true];
    else if (PAINTING.has(operator) && hasLines) {
      beginnings.push(placing + operators.slice(0, index + text.length));
      [isBegun, hasLines] = [false, false];
    } else if (operator === 'n') [isBegun, hasLines] = [false, false];
    else if (!SETTING.has(operator)) break;
    if (beginnings.length === MOST_SHAPES) break;
  }
  return beginnings;
}
