import { svgTags } from './svg-tags.ts';

/** An element of an SVG. */
export interface SvgElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: SvgElement[];
  /** The line of the file on which it begins, from 1. */
  line: number;
  /** Of a `<style>`: what is in it, as it is written. */
  text?: string;
}

/** The most elements that an SVG may have. A city map has some thousands. */
export const MAX_ELEMENTS = 20_000;

/** The name of what can't be read as a tag: it is the last element of its tree. */
export const BROKEN = '<';

/** An element and all that are in it, in the file's order. */
export function allElements(root: SvgElement): SvgElement[] {
  const found: SvgElement[] = [];
  const open = [root];
  for (let one = open.pop(); one; one = open.pop()) {
    found.push(one);
    for (const child of one.children.toReversed()) open.push(child);
  }
  return found;
}

/** The elements of a tree by their ids; of two with one id the first is meant. */
export function elementsById(root: SvgElement): ReadonlyMap<string, SvgElement> {
  const named = allElements(root).flatMap((one) => (one.attributes.id ? [[one.attributes.id, one] as const] : []));
  return new Map(named.toReversed());
}

/** The elements of an SVG, under one that holds them all: just over `MAX_ELEMENTS` of one that has more. */
export function treeOf(svg: string): SvgElement {
  const root: SvgElement = { name: '', attributes: {}, children: [], line: 1 };
  const open = [{ element: root, to: 0 }];
  let [line, counted, count] = [1, 0, 0];
  for (const { kind, name, attributes, from, to } of svgTags(svg)) {
    for (; counted < from; counted += 1) if (svg.charCodeAt(counted) === 10) line += 1;
    if (kind === 'close') {
      const last = open.length > 1 ? open.pop() : undefined;
      if (last?.element.name === 'style') last.element.text = svg.slice(last.to, from);
      continue;
    }
    const element: SvgElement = { name: kind === 'broken' ? BROKEN : name, attributes, children: [], line };
    open.at(-1)?.element.children.push(element);
    if (kind === 'open') open.push({ element, to });
    count += 1;
    if (count > MAX_ELEMENTS) break;
  }
  return root;
}

/** The id that an element names, as a copy of another or as what paints it: `#a`, `url(#a)`. */
export function namedIn(value: string): string | undefined {
  return /^\s*(?:url\(\s*["']?)?#([^"')\s]+)/u.exec(value)?.[1];
}
