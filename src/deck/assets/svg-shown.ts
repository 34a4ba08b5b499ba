import { styleSheetsOf } from './svg-style.ts';
import { allElements, type SvgElement } from './svg-tree.ts';

/** How deep elements may lie in one another, and copies in copies. */
const MAX_DEPTH = 200;

/** An element with many characters, e.g. a long path, counts as one for each so many. */
const CHARACTERS = 400;

/** The most style rules that paint with a pattern, a gradient or the like. */
const MAX_RULES = 500;

/** The most comparisons of a style rule with an element: a renderer makes each. */
const MAX_COMPARED = 2_000_000;

/**
 * How many elements are drawn, counting what `<use>`, patterns and masks repeat each time; Infinity where one shows itself. What a
 * style sheet may paint with a pattern counts as if it does.
 */
export function shownElements(root: SvgElement): number {
  const byId = new Map<string, SvgElement[]>();
  for (const one of allElements(root)) {
    const id = one.attributes.id ?? '';
    if (byId.get(id)?.push(one) === undefined) byId.set(id, [one]);
  }
  const sheets = styleSheetsOf(root);
  const rules = sheets.flatMap(paintingRules);
  const compared = sheets.join('').split(/[{,]/u).length * allElements(root).length;
  if (rules.length > MAX_RULES || compared > MAX_COMPARED) return Number.POSITIVE_INFINITY;
  const known = new Map<SvgElement | string, number>();
  // What has one id counts together: renderers differ in which of them they take.
  const once = (key: SvgElement | string, depth: number): number => {
    const last = known.get(key);
    if (last !== undefined) return last;
    if (depth > MAX_DEPTH) return Number.POSITIVE_INFINITY;
    known.set(key, Number.POSITIVE_INFINITY);
    const parts = typeof key === 'string' ? (byId.get(key) ?? []) : [...key.children, ...namedBy(key, rules)];
    const own = typeof key === 'string' ? 0 : weightOf(key);
    const sum = parts.reduce((total, one) => total + once(one, depth + 1), own);
    known.set(key, sum);
    return sum;
  };
  return once(root, 0);
}

function weightOf({ attributes }: SvgElement): number {
  const drawn = Object.entries(attributes).filter(([key]) => !/(?:^|:)href$/u.test(key));
  return 1 + Math.floor(drawn.reduce((sum, [, value]) => sum + value.length, 0) / CHARACTERS);
}

/** The ids of what an element shows: that it copies, or is painted with. */
function namedBy({ name, attributes }: SvgElement, rules: readonly PaintingRule[]): string[] {
  const own = Object.values(attributes).flatMap(idsIn);
  const words = [name, `#${attributes.id ?? ''}`, ...(attributes.class ?? '').split(/\s+/u).map((one) => `.${one}`)];
  return [
    ...own,
    ...rules.flatMap(({ isFor, ids }) => (isFor === ALL || words.some((one) => isFor.has(one)) ? ids : [])),
  ];
}

function idsIn(text: string): string[] {
  return [...text.matchAll(/(?:^\s*|url\(\s*["']?\s*)#([^)"'\s]+)/giu)].map(([, id = '']) => id);
}

const ALL = 'all';

/** A rule of a style sheet that paints with something, and the names, classes and ids of elements that it may be for. */
interface PaintingRule {
  isFor: ReadonlySet<string> | typeof ALL;
  ids: string[];
}

function paintingRules(css: string): PaintingRule[] {
  return css.split('}').flatMap((block) => {
    const [body = '', selector = ''] = block.split('{').toReversed();
    const ids = idsIn(body);
    if (ids.length === 0) return [];
    const words = selector.match(/[.#]?[^\s.#,>+~|]+/gu);
    return [{ ids, isFor: words === null || /[*:[]/u.test(selector) ? ALL : new Set(words) }];
  });
}
