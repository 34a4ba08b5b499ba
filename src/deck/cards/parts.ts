import type { Heading, Nodes, Root, RootContent } from 'mdast';
import type { Place, Problem } from '../../model/problem.ts';
import { type Tag, tagsIn } from './attributes.ts';
import { parseBody } from './body.ts';

/** A piece of a card's Markdown: a `## Section`, or what stands before the first one. Layers are merged part by part. */
export interface Part {
  /** As written after the `##`; empty before the first section. */
  heading: string;
  /** Its heading and what stands under it, with places in its file. Of a part that was kept it is read when it is asked for: `kept-parts.ts`. */
  tree: Root;
  /** The tags in its tree. */
  tags: readonly NamedTag[];
  /** As written, with its heading. */
  text: string;
  /** Where `text` begins: the offsets of nodes count from the beginning of what was parsed. */
  offset: number;
  /** As shown. */
  file: string;
  /** Of its first line, from 1. */
  line: number;
  /** Why its file's Markdown can't be parsed: the part is then the whole body, its tree is empty, and the check of the card reports this. */
  mistake?: Problem;
}

/** What a tag may depend on. */
interface NamedTag {
  name: string;
  /** Of its attributes, those that are texts. */
  values: readonly string[];
}

/** Parses a body and cuts its tree at the `## Sections`. */
export function partsOf(body: string, file: string): Part[] {
  const parsed = parseBody(body, file);
  if ('mistake' in parsed) {
    const tree: Root = { type: 'root', children: [] };
    return [{ heading: '', tree, tags: [], text: body, offset: 0, file, line: 1, mistake: parsed.mistake }];
  }
  const { children } = parsed.tree;
  const starts = children.flatMap((node, at) => (at === 0 || isSection(node) ? [at] : []));
  const begins = [...starts.map((at) => lineStart(children[at], body)), body.length + 1];
  return starts.map((at, i): Part => {
    const nodes = children.slice(at, starts[i + 1]);
    const [from = 0, to] = begins.slice(i);
    return {
      heading: headingIn(nodes, body),
      tags: nodes.flatMap(tagsIn).map(namedTag),
      text: body.slice(from, to && to - 1),
      offset: from,
      file,
      line: placeOf(nodes[0]).line,
      tree: { type: 'root', children: nodes },
    };
  });
}

function namedTag({ name, attributes }: Tag): NamedTag {
  return { name: name ?? '', values: attributes.flatMap(({ value }) => (typeof value === 'string' ? value : [])) };
}

/**
 * All that parts of a text say, as data to know it again by. The texts of one file's parts, with their places, are all of its body, of
 * which the trees were made; of several files some parts are gone.
 */
export function saidIn(parts: readonly Part[], file: string): unknown[] {
  const isAlone = parts.every((part) => part.file === file);
  if (!isAlone) return [...parts];
  return parts.map(({ heading, text, offset, line, mistake }) => ({ heading, text, offset, line, mistake }));
}

/** Whether a node is the heading of a section. */
export function isSection(node: Nodes | undefined): node is Heading {
  return node?.type === 'heading' && node.depth === 2;
}

/** The Markdown under the heading of a part. */
export function markdownOf({ tree: { children }, text, offset }: Part): string {
  const [first] = children;
  return (isSection(first) ? text.slice((first.position?.end.offset ?? 0) - offset) : text).trim();
}

/** The Markdown under a heading of a text; undefined where it has no such section. */
export function markdownUnder(heading: string, { parts }: { parts: readonly Part[] }): string | undefined {
  const part = parts.find((one) => one.heading === heading);
  return part && markdownOf(part);
}

/** Whether the Markdown of all parts could be parsed. */
export function areRead(parts: readonly Part[]): boolean {
  return parts.every(({ mistake }) => mistake === undefined);
}

/** Where a node begins. */
export function placeOf(node: Nodes | undefined): Place {
  const { line, column } = node?.position?.start ?? { line: 1, column: 1 };
  return { line, column };
}

/** Parts with those of an override in the place of their namesakes, new ones after the one that they follow there. */
export function mergeParts(base: readonly Part[], patch: readonly Part[]): Part[] {
  const merged = [...base];
  for (const [i, part] of patch.entries()) {
    const at = merged.findIndex(
      (one) => one.heading === part.heading && one.file !== part.file && areRead([one, part]),
    );
    if (at >= 0) merged.splice(at, 1, part);
    else {
      const before = merged.findIndex((one) => one.heading === patch[i - 1]?.heading);
      merged.splice(before < 0 ? merged.length : before + 1, 0, part);
    }
  }
  return merged.filter((part) => !isEmpty(part) || !patch.includes(part));
}

/** Whether a section has nothing under its heading: in an override it takes the section out. */
function isEmpty({ heading, tree }: Part): boolean {
  return heading !== '' && tree.children.length === 1;
}

/** What is written after the `##`, without the signs that may close it. */
function headingIn([node]: readonly RootContent[], body: string): string {
  if (!isSection(node)) return '';
  const [first, last] = [node.children[0], node.children.at(-1)];
  return body.slice(first?.position?.start.offset ?? 0, last?.position?.end.offset ?? 0);
}

/** The offset of the line that a node begins on. */
function lineStart(node: RootContent | undefined, body: string): number {
  return body.lastIndexOf('\n', (node?.position?.start.offset ?? 0) - 1) + 1;
}
