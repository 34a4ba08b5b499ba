/** An element of an SVG. */
export interface SvgElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: SvgElement[];
  /** The line of the file on which it begins, from 1. */
  line: number;
}

/** An element and all that are in it. */
export function allElements(root: SvgElement): SvgElement[] {
  const found: SvgElement[] = [];
  const open = [root];
  for (let one = open.pop(); one; one = open.pop()) {
    found.push(one);
    open.push(...one.children);
  }
  return found;
}

const TAG = /<!--[\s\S]*?-->|<[?!][^>]*>|<(\/?)([a-zA-Z][^\s/>]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/g;

/** The elements of an SVG, under one that holds them all. What stands between tags is not looked at. */
export function treeOf(svg: string): SvgElement {
  const root: SvgElement = { name: '', attributes: {}, children: [], line: 1 };
  const open = [root];
  let [line, counted] = [1, 0];
  for (const { 1: closing, 2: name, 3: rest = '', index } of svg.matchAll(TAG)) {
    if (name === undefined) continue;
    if (closing === '/') {
      if (open.length > 1) open.pop();
      continue;
    }
    for (; counted < index; counted += 1) if (svg[counted] === '\n') line += 1;
    const element: SvgElement = { name, attributes: attributesOf(rest), children: [], line };
    open.at(-1)?.children.push(element);
    if (!rest.trimEnd().endsWith('/')) open.push(element);
  }
  return root;
}

/** The attributes of a tag. */
export function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([a-zA-Z][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, key = '', double, single]) => [
      key,
      double ?? single ?? '',
    ]),
  );
}

/** The id that an element names, as a copy of another or as what paints it: `#a`, `url(#a)`. */
export function namedIn(value: string): string | undefined {
  return /^\s*(?:url\(\s*["']?)?#([^"')\s]+)/u.exec(value)?.[1];
}
