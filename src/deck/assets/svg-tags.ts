import { decoded } from '../xml-text.ts';

/** A tag of an SVG. `broken` is a tag, a comment or the like without an end; `aside` is one that has its end. */
export interface SvgTag {
  kind: 'open' | 'empty' | 'close' | 'broken' | 'aside';
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** Where it begins in the file, and where what comes after it begins. */
  from: number;
  to: number;
}

/** What is no tag but may hold something like one, and its end. */
const ASIDE = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
] as const;

/**
 * The tags of an SVG, one after the other, up to the first that is broken; what stands between them is not looked at. Each character
 * is read once: a pattern for whole tags took 20 s for 60 KB of `<a<a<a`.
 */
export function* svgTags(svg: string): Generator<SvgTag> {
  for (let from = svg.indexOf('<'); from >= 0; ) {
    const aside = ASIDE.find(([start]) => svg.startsWith(start, from));
    const tag = aside ? asideAt(svg, from, aside) : tagAt(svg, from);
    if (tag.kind !== 'aside') yield tag;
    if (tag.kind === 'broken') return;
    from = svg.indexOf('<', tag.to);
  }
}

function asideAt(svg: string, from: number, [start, end]: (typeof ASIDE)[number]): SvgTag {
  const to = svg.indexOf(end, from + start.length);
  return to < 0 ? broken(from) : { ...broken(from), kind: 'aside', to: to + end.length };
}

function broken(from: number): SvgTag {
  return { kind: 'broken', name: '', attributes: {}, from, to: from };
}

function tagAt(svg: string, from: number): SvgTag {
  const start = matchAt(/<(\/?)([^\s/<>"'=]+)/uy, svg, from);
  const [, closing, name = ''] = start?.found ?? [];
  const attributes: [string, string][] = [];
  let to = start?.to ?? from;
  for (let next = attributeAt(svg, to); next; next = attributeAt(svg, to)) {
    attributes.push(next.attribute);
    to = next.to;
  }
  const end = matchAt(/\s*(\/?)>/uy, svg, to);
  if (!start || !end) return broken(from);
  const kind = closing === '/' ? 'close' : end.found[1] === '/' ? 'empty' : 'open';
  return { kind, name, attributes: Object.fromEntries(attributes), from, to: end.to };
}

function attributeAt(svg: string, at: number): { attribute: [string, string]; to: number } | undefined {
  const next = matchAt(/\s+([^\s/<>"'=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/uy, svg, at);
  if (!next) return undefined;
  const [, key = '', double, single = ''] = next.found;
  return { attribute: [key, decoded(double ?? single)], to: next.to };
}

/** A match that begins at a place, and where it ends. */
function matchAt(pattern: RegExp, text: string, at: number): { found: RegExpExecArray; to: number } | undefined {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found ? { found, to: pattern.lastIndex } : undefined;
}
