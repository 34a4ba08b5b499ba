import { lookUp } from '../../model/look-up.ts';
import { decoded } from '../xml-text.ts';
import { allElements, type SvgElement } from './svg-tree.ts';

/** The properties of an element, by name, as they are written. */
export type Style = Readonly<Record<string, string>>;

/** A rule of a `<style>`: `.sky, #sun { fill: … }`. */
export interface StyleRule {
  /** The name of the elements that it is for; `*` for any. */
  tag: string;
  /** `.` for those with a class, `#` for the one with an id, empty for all. */
  sign: string;
  word: string;
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

/** The most rules that are read: each is compared with each element. */
const MAX_RULES = 500;

/** The rules of the SVG's own style sheets; if one can't be read, that rule as it is written instead. */
export function styleRulesOf(root: SvgElement): StyleRule[] | string {
  const rules: StyleRule[] = [];
  for (const text of styleSheetsOf(root)) {
    const [at] = /@[^{}]*/u.exec(text) ?? [];
    if (at !== undefined) return at.trim().slice(0, 40);
    const blocks = text.split('}');
    const rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const [selectors = '', body, more] = block.split('{');
      const read = body === undefined || more !== undefined ? undefined : rulesOf(selectors, body);
      if (read === undefined || typeof read === 'string') return (read ?? block).trim().slice(0, 40);
      rules.push(...read);
      if (rules.length > MAX_RULES) return `${selectors.trim().slice(0, 30)} (the ${MAX_RULES + 1}st)`;
    }
    if (rest.trim() !== '') return rest.trim().slice(0, 40);
  }
  // Of two rules that fit, the one with an id wins, then the one with a class, then the later.
  const weight = ({ sign }: StyleRule) => (sign === '#' ? 2 : sign === '.' ? 1 : 0);
  return rules.toSorted((a, b) => weight(a) - weight(b));
}

/** The texts of the SVG's own style sheets, without comments. */
export function styleSheetsOf(root: SvgElement): string[] {
  const sheets = allElements(root).flatMap(({ text }) => (text === undefined ? [] : [text]));
  return sheets.map((text) => withoutComments(decoded(text.replaceAll('<![CDATA[', '').replaceAll(']]>', ''))));
}

function withoutComments(css: string): string {
  let [rest, at] = ['', 0];
  for (let start = css.indexOf('/*'); start >= 0; start = css.indexOf('/*', at)) {
    rest += css.slice(at, start);
    const end = css.indexOf('*/', start + 2);
    if (end < 0) return rest;
    at = end + 2;
  }
  return rest + css.slice(at);
}

/** The rules that begin with these selectors, or the first selector that is not read. */
function rulesOf(selectors: string, body: string): StyleRule[] | string {
  const all = declared(body);
  const isPlain = !Object.values(all).some((value) => value.includes('!'));
  const rules: StyleRule[] = [];
  for (const selector of selectors.split(',').slice(0, MAX_RULES + 1)) {
    const found = /^(\*|[a-z][\w-]*)?(?:([.#])([\w-]+))?$/iu.exec(selector.trim());
    if (!found || !isPlain || selector.trim() === '') return selector.trim() || selectors;
    const [, tag = '*', sign = '', word = ''] = found;
    rules.push({ tag, sign, word, style: pick(all, [...INHERITED, ...OWN]) });
  }
  return rules;
}

function declared(body: string): Record<string, string> {
  const pairs = body
    .split(';')
    .filter((one) => one.includes(':'))
    .map((one) => [one.split(':', 1)[0]?.trim().toLowerCase() ?? '', one.slice(one.indexOf(':') + 1).trim()]);
  return Object.fromEntries(pairs.filter(([key]) => key !== ''));
}

/** The style of an element: what it inherits, its attributes, the rules that fit it, and its own `style`. */
export function styleOf({ name, attributes }: SvgElement, inherited: Style, rules: readonly StyleRule[]): Style {
  const kept = pick(inherited, INHERITED);
  const classes = (attributes.class ?? '').split(/\s+/u);
  const fits = rules.filter(({ tag, sign, word }) => {
    if (tag !== '*' && tag !== name) return false;
    return sign === '' || (sign === '#' ? attributes.id === word : classes.includes(word));
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
