import { lookUp } from '../../model/look-up.ts';
import { pathFault } from './path-data.ts';
import { shownElements } from './svg-shown.ts';
import { styleSheetsOf } from './svg-style.ts';
import { allElements, BROKEN, MAX_ELEMENTS, type SvgElement, treeOf } from './svg-tree.ts';

/** What can't be drawn, and what to do about it. */
export interface SvgFault {
  what: string;
  note: string;
}

/** Steps of filters that look at all pixels around each pixel: one of them took 9 s on a logo. */
const SLOW_STEPS = { feMorphology: true, feConvolveMatrix: true };

const ANEW = 'Save it anew in a drawing program.';

/**
 * Why an SVG is not drawn; undefined where it may be. The renderer leaves out what it can't find or read and says nothing, and ten
 * `<use>` of ten `<use>` of … keep it busy for minutes.
 */
export function svgFault(svg: string): SvgFault | undefined {
  if (/<!ENTITY/iu.test(svg)) return { what: 'declares an entity', note: 'Save it as plain SVG.' };
  if (/<\?xml-stylesheet/iu.test(svg)) return elsewhere('xml-stylesheet');
  const root = treeOf(svg);
  const names = svgNames(root);
  for (const element of allElements(root)) {
    const fault = elementFault(element, names);
    if (fault) return { ...fault, what: `${fault.what}, in line ${element.line}` };
  }
  const wrong = styleSheetsOf(root).map(sheetFault).find(Boolean);
  if (wrong) return wrong;
  if (shownElements(root) > MAX_ELEMENTS) return tooMany();
  if (shownElements(root, true) <= MAX_ELEMENTS) return undefined;
  return {
    what: 'has more filters, masks and layers than can be drawn in some seconds',
    note: 'Each blur, shadow, texture or light counts for each shape that it is on: 20 at most. Or save the logo as PNG.',
  };
}

function tooMany(): SvgFault {
  return {
    what: `shows more than ${MAX_ELEMENTS} shapes, or lies in itself`,
    note: 'Simplify it: copies of copies (<use>) count each time, and long paths more than short ones.',
  };
}

function sheetFault(css: string): SvgFault | undefined {
  const [, file] = /@import\s+(?:url\()?["']?([^"');]*)/iu.exec(css) ?? [];
  if (file !== undefined) return elsewhere(file);
  const dash = longDash(css);
  if (dash) return dash;
  if (css.includes('\\')) return { what: 'has a style rule with a backslash', note: 'Save it as plain SVG.' };
  const other = otherUrl(css);
  return other === undefined ? undefined : elsewhere(other);
}

/** Dashes are drawn one by one, and a list of thousands of them for each line that has it. */
function longDash(css: string): SvgFault | undefined {
  const lists = [...css.matchAll(/stroke-dasharray\s*:([^;}]*)/giu)].map(([, list = '']) => list);
  return lists.some((list) => list.length > 400)
    ? { what: 'has a line with hundreds of dashes', note: ANEW }
    : undefined;
}

/** What stands for SVG's own names before a colon: `svg` where the root has `xmlns:svg="http://www.w3.org/2000/svg"`. */
function svgNames(root: SvgElement): ReadonlySet<string> {
  const all = allElements(root).flatMap(({ attributes }) => Object.entries(attributes));
  const spaces = all.filter(([key, value]) => key.startsWith('xmlns:') && value === 'http://www.w3.org/2000/svg');
  return new Set(spaces.map(([key]) => key.slice('xmlns:'.length)));
}

function elementFault({ name, attributes }: SvgElement, names: ReadonlySet<string>): SvgFault | undefined {
  if (name === BROKEN) return { what: 'has a tag or a comment that has no end', note: ANEW };
  if (name === 'text' || name === 'tspan') {
    return { what: 'holds text', note: 'Its font may be missing elsewhere: turn the text into paths.' };
  }
  const isOdd = name.includes(':') && names.has(name.split(':')[0] ?? '');
  if (isOdd || name === 'foreignObject' || name === 'script') {
    return { what: `holds <${name}>, which is not drawn`, note: 'Save it as plain SVG, of paths and shapes.' };
  }
  if (lookUp(SLOW_STEPS, name)) {
    return { what: `holds <${name}>, a filter that can take minutes`, note: 'Do without it, or save the logo as PNG.' };
  }
  const other = name === 'a' ? undefined : otherFile(attributes);
  if (other !== undefined) return elsewhere(other);
  if (name === 'svg' && attributes.viewBox !== undefined && !isViewBox(attributes.viewBox)) {
    return { what: `has the viewBox "${attributes.viewBox.slice(0, 40)}", which shows nothing`, note: ANEW };
  }
  const { points = '', d, style = '' } = attributes;
  const dash = longDash(`stroke-dasharray:${attributes['stroke-dasharray'] ?? ''};${style}`);
  if (dash) return dash;
  const list = /[^\d\s,.e+-]/iu.exec(points);
  if (list)
    return { what: `holds points that can't be drawn, at "${points.slice(list.index, list.index + 12)}"`, note: ANEW };
  const wrong = d === undefined ? undefined : pathFault(d);
  return wrong === undefined ? undefined : { what: `holds a path that can't be drawn, at "${wrong}"`, note: ANEW };
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
    if (/(?:^|:)href$/u.test(key) && !/^\s*(?:#|data:image\/(?:png|jpe?g)[;,]|$)/iu.test(value)) return value;
    const url = otherUrl(value);
    if (url !== undefined) return url;
  }
  return undefined;
}

/** The first `url(…)` that is not of a part of the SVG itself. */
function otherUrl(text: string): string | undefined {
  const urls = [...text.matchAll(/url\(([^)]*)/giu)].map(([, url = '']) => url.trim().replace(/^["']\s*|["']$/gu, ''));
  return urls.find((url) => !url.startsWith('#'));
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
