import { lookUp } from '../../model/look-up.ts';
import { styleSheetsOf } from './svg-style.ts';
import { allElements, type SvgElement } from './svg-tree.ts';

/** How deep elements may lie in one another, and copies in copies. */
const MAX_DEPTH = 200;

/** An element with many characters, e.g. a long path, counts as one for each so many. */
const CHARACTERS = 400;

/** The most style rules that paint with a pattern, a gradient or the like. */
const MAX_RULES = 500;

/**
 * What a filter's step takes on a logo of 1200 × 1200 pixels, in plain shapes as large as it, as sharp 0.35 draws them: a soft edge half a
 * second of a slow processor, where a shape takes 0.2 ms. Steps that are not here move or mix pixels.
 */
const STEPS: Readonly<Record<string, number>> = {
  ...{ feGaussianBlur: 1000, feDropShadow: 1000, feTurbulence: 1000 },
  ...{ feDiffuseLighting: 1000, feSpecularLighting: 1000 },
};
const STEP = 25;

/** The same for what is drawn apart and then laid over the rest. */
const LAYERS = [
  { is: /\b(?:blur|drop-shadow)\s*\(/giu, weight: 1000 },
  { is: /(?<![-\w])(?:mask|mix-blend-mode)\s*:/giu, weight: 100 },
  { is: /(?<![-\w])opacity\s*:/giu, weight: 4 },
] as const;

/** The most comparisons of a style rule with an element: a renderer makes each. */
const MAX_COMPARED = 2_000_000;

/**
 * How many elements are drawn, counting what `<use>`, patterns and masks repeat each time; Infinity where one shows itself. What a
 * style sheet may paint with a pattern counts as if it does.
 *
 * @param withEffects counts filters, masks and layers too, as so many elements as take that long
 */
export function shownElements(root: SvgElement, withEffects = false): number {
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
    const its = typeof key === 'string' ? [] : rules.filter((rule) => isFor(key, rule));
    const parts = typeof key === 'string' ? (byId.get(key) ?? []) : [...key.children, ...namedBy(key, its)];
    const own = typeof key === 'string' ? 0 : weightOf(key) + (withEffects ? effortOf(key, its) : 0);
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

/** What an element's own effects take, those of style rules that may be for it among them. A filter that it names counts where it stands. */
function effortOf({ name, attributes }: SvgElement, rules: readonly PaintingRule[]): number {
  const own = layersIn(Object.entries(attributes).flatMap((one) => `${one.join(':')};`));
  const step = /^fe[A-Z]/u.test(name) ? (lookUp(STEPS, name) ?? STEP) : 0;
  return rules.reduce((sum, { effort }) => sum + effort, own + step);
}

function layersIn(declared: readonly string[]): number {
  const css = declared.join('');
  return LAYERS.reduce((sum, { is, weight }) => sum + weight * (css.match(is)?.length ?? 0), 0);
}

/** The ids of what an element shows: that it copies, or is painted with. */
function namedBy({ attributes }: SvgElement, rules: readonly PaintingRule[]): string[] {
  return [...Object.values(attributes).flatMap(idsIn), ...rules.flatMap(({ ids }) => ids)];
}

function isFor({ name, attributes }: SvgElement, rule: PaintingRule): boolean {
  if (rule.isFor === ALL) return true;
  const { isFor: wanted } = rule;
  const classes = (attributes.class ?? '').split(/\s+/u).map((one) => `.${one}`);
  return [name, `#${attributes.id ?? ''}`, ...classes].some((one) => wanted.has(one));
}

function idsIn(text: string): string[] {
  return [...text.matchAll(/(?:^\s*|url\(\s*["']?\s*)#([^)"'\s]+)/giu)].map(([, id = '']) => id);
}

const ALL = 'all';

/** A rule of a style sheet that paints with something, and the names, classes and ids of elements that it may be for. */
interface PaintingRule {
  isFor: ReadonlySet<string> | typeof ALL;
  ids: string[];
  /** What its effects take, beside those that it names. */
  effort: number;
}

function paintingRules(css: string): PaintingRule[] {
  return css.split('}').flatMap((block) => {
    const [body = '', selector = ''] = block.split('{').toReversed();
    const ids = idsIn(body);
    const effort = layersIn([body]);
    if (ids.length === 0 && effort === 0) return [];
    const words = selector.match(/[.#]?[^\s.#,>+~|]+/gu);
    return [{ ids, effort, isFor: words === null || /[*:[]/u.test(selector) ? ALL : new Set(words) }];
  });
}
