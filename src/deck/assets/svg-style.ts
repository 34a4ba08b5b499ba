import { lookUp } from '../../model/look-up.ts';
import type { SvgElement } from './svg-tree.ts';

/** The properties of an element, by name, as they are written. */
export type Style = Readonly<Record<string, string>>;

/** A rule of a `<style>`: `.sky, #sun { fill: … }`. */
export interface StyleRule {
  /** `*`, a name, `.class` or `#id`, or a name with one of these. */
  selector: string;
  style: Style;
}

/** Properties that elements inherit from those around them. */
const INHERITED = [
  'fill',
  'fill-opacity',
  'fill-rule',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-dasharray',
  'stroke-dashoffset',
  'color',
  'visibility',
  'paint-order',
];

/** Properties that are not inherited. */
const OWN = [
  'opacity',
  'display',
  'clip-path',
  'mask',
  'filter',
  'mix-blend-mode',
  'marker',
  'marker-start',
  'marker-mid',
  'marker-end',
  'transform',
  'vector-effect',
];

/** The rules of the SVG's own style sheets; if one can't be read, that rule as it is written instead. */
export function styleRulesOf(svg: string): StyleRule[] | string {
  const rules: StyleRule[] = [];
  for (const [, sheet = ''] of svg.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/gu)) {
    const text = sheet.replace(/\/\*[\s\S]*?\*\/|<!\[CDATA\[|\]\]>/gu, '');
    const [at] = /@[^{}]*/u.exec(text) ?? [];
    if (at !== undefined) return at.trim().slice(0, 40);
    const rest = text.replace(/([^{}]*)\{([^{}]*)\}/gu, (_, selectors: string, body: string) => {
      for (const selector of selectors.split(',')) rules.push({ selector: selector.trim(), style: declared(body) });
      return '';
    });
    const wrong = rest.trim() || rules.find((one) => !isPlain(one))?.selector;
    if (wrong) return wrong.slice(0, 40);
  }
  // Of two rules that fit, the one with an id wins, then the one with a class, then the later.
  const weight = ({ selector }: StyleRule) => (selector.includes('#') ? 2 : selector.includes('.') ? 1 : 0);
  return rules
    .map((rule, at) => ({ rule, at }))
    .sort((a, b) => weight(a.rule) - weight(b.rule) || a.at - b.at)
    .map(({ rule }) => rule);
}

function isPlain({ selector, style }: StyleRule): boolean {
  const read = /^(?:\*|[a-z][\w-]*)?(?:[.#][\w-]+)?$/iu.test(selector) && selector !== '';
  return read && !Object.values(style).some((value) => value.includes('!'));
}

function declared(body: string): Record<string, string> {
  const pairs = body
    .split(';')
    .map((one) => [one.split(':')[0]?.trim().toLowerCase() ?? '', one.split(':').slice(1).join(':').trim()]);
  return Object.fromEntries(pairs.filter(([key]) => key !== ''));
}

/** The style of an element: what it inherits, its attributes, the rules that fit it, and its own `style`. */
export function styleOf({ name, attributes }: SvgElement, inherited: Style, rules: readonly StyleRule[]): Style {
  const kept = pick(inherited, INHERITED);
  const fits = rules.filter(({ selector }) => {
    const [, tag = '', sign, word] = /^(\*|[a-z][\w-]*)?(?:([.#])([\w-]+))?$/iu.exec(selector) ?? [];
    if (tag !== '' && tag !== '*' && tag !== name) return false;
    if (sign === '#') return attributes.id === word;
    return sign !== '.' || (attributes.class ?? '').split(/\s+/u).includes(word ?? '');
  });
  // `transform` as an attribute is read as such; in a style it is another thing, with units.
  const { transform: _, ...plain } = pick(attributes, [...INHERITED, ...OWN]);
  const own = Object.assign({}, plain, ...fits.map(({ style }) => style), declared(attributes.style ?? ''));
  const set = Object.entries(own as Style).filter(([key, value]) => value !== 'inherit' || !INHERITED.includes(key));
  return { ...kept, ...Object.fromEntries(set) };
}

function pick(from: Style, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    keys.map((key) => [key, lookUp(from, key)?.trim() ?? ''] as const).filter(([, value]) => value !== ''),
  );
}
