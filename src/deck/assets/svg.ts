import { pathFault } from './path-data.ts';
import { allElements, type SvgElement, treeOf } from './svg-tree.ts';

/** How many elements an SVG may draw, each counted as often as it is shown. A city map has some thousands. */
const MAX_ELEMENTS = 20_000;

/** How deep elements may lie in one another, and copies in copies. */
const MAX_DEPTH = 200;

/** What can't be drawn, and what to do about it. */
export interface SvgFault {
  what: string;
  note: string;
}

/**
 * Why an SVG is not drawn; undefined where it may be. The renderer leaves out what it can't find or read and says nothing, and ten
 * `<use>` of ten `<use>` of … keep it busy for minutes.
 */
export function svgFault(svg: string): SvgFault | undefined {
  if (/<!ENTITY/iu.test(svg)) return { what: 'declares an entity', note: 'Save it as plain SVG.' };
  const [, sheet] = /@import\s+(?:url\()?["']?([^"');]*)|<\?xml-stylesheet[^>]*href="([^"]*)"/iu.exec(svg) ?? [];
  if (sheet !== undefined) return elsewhere(sheet);
  const root = treeOf(svg);
  for (const element of allElements(root)) {
    const fault = elementFault(element);
    if (fault) return { ...fault, what: `${fault.what}, in line ${element.line}` };
  }
  if (shown(root) <= MAX_ELEMENTS) return undefined;
  return {
    what: `shows more than ${MAX_ELEMENTS} shapes, or lies in itself`,
    note: 'Simplify it: copies of copies (<use>) count each time.',
  };
}

function elementFault({ name, attributes }: SvgElement): SvgFault | undefined {
  if (name === 'text' || name === 'tspan') {
    return { what: 'holds text', note: 'Its font may be missing elsewhere: turn the text into paths.' };
  }
  if (name === 'foreignObject' || name === 'script' || name === 'svg:script') {
    return { what: `holds <${name}>, which is not drawn`, note: 'Save it as plain SVG, of paths and shapes.' };
  }
  const other = name === 'a' ? undefined : otherFile(attributes);
  if (other !== undefined) return elsewhere(other);
  if (name === 'svg' && attributes.viewBox !== undefined && !isViewBox(attributes.viewBox)) {
    return {
      what: `has the viewBox "${attributes.viewBox}", which shows nothing`,
      note: 'Save it anew in a drawing program.',
    };
  }
  const wrong = attributes.d === undefined ? undefined : pathFault(attributes.d);
  if (wrong === undefined) return undefined;
  return { what: `holds a path that can't be drawn, at "${wrong}"`, note: 'Save it anew in a drawing program.' };
}

/** True for four numbers that have an area. */
export function isViewBox(text: string): boolean {
  const numbers = text
    .trim()
    .split(/[\s,]+/u)
    .map(Number);
  const [, , width = 0, height = 0] = numbers;
  return numbers.length === 4 && numbers.every(Number.isFinite) && width > 0 && height > 0;
}

function elsewhere(file: string): SvgFault {
  return {
    what: `shows another file, "${file.slice(0, 60)}"`,
    note: 'Nothing is fetched: put it into the SVG itself.',
  };
}

/** The address of something that is not in the SVG itself. */
function otherFile(attributes: SvgElement['attributes']): string | undefined {
  for (const [key, value] of Object.entries(attributes)) {
    if (/^(?:xlink:)?href$/u.test(key) && !/^\s*(?:#|data:image\/(?:png|jpe?g)[;,]|$)/iu.test(value)) return value;
    const [, url] = /url\(\s*["']?(?!\s*["']?#)([^)"']*)/iu.exec(value) ?? [];
    if (url !== undefined) return url;
  }
  return undefined;
}

/** How many elements are drawn, counting what `<use>`, patterns and masks repeat each time; Infinity where one shows itself. */
function shown(root: SvgElement): number {
  const byId = new Map(allElements(root).map((one) => [one.attributes.id ?? '', one]));
  const known = new Map<SvgElement, number>();
  const count = (element: SvgElement, depth: number): number => {
    const last = known.get(element);
    if (last !== undefined) return last;
    if (depth > MAX_DEPTH) return Number.POSITIVE_INFINITY;
    known.set(element, Number.POSITIVE_INFINITY);
    const named = Object.values(element.attributes).flatMap((value) => [
      ...value.matchAll(/(?:^|url\(["']?)\s*#([^)"']+)/gu),
    ]);
    const targets = named.flatMap(([, id = '']) => byId.get(id) ?? []);
    const sum = [...element.children, ...targets].reduce((total, one) => total + count(one, depth + 1), 1);
    known.set(element, sum);
    return sum;
  };
  return count(root, 0);
}

/** Whether a file begins as a PNG does. Other content under that name would go to a reader that may take minutes for it. */
export function isPng(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 4)).toString('latin1') === '\x89PNG';
}

/** Whether a file begins as an SVG does, whatever it is called. */
export function isSvg(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 200))
    .toString('utf8')
    .replace(/^\uFEFF/u, '');
  return /^\s*<(?:\?xml|svg|!)/iu.test(start);
}
