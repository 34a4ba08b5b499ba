import type { Nodes } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { Place } from '../../model/problem.ts';
import type { Located } from '../../read/yaml.ts';

/** A tag in a card's Markdown. */
export type Tag = MdxJsxFlowElement | MdxJsxTextElement;

/** Where a tag stands. */
export interface TagPlace {
  /** As shown. */
  file: string;
  place: Place | undefined;
}

/** All tags in a tree. */
export function tagsIn(node: Nodes): Tag[] {
  if (node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement') return [node];
  return 'children' in node ? node.children.flatMap(tagsIn) : [];
}

/** The attributes of a tag as text; undefined where one is not. */
export function literalAttributes({ attributes }: Tag): Record<string, string> | undefined {
  const pairs: [string, string][] = [];
  for (const one of attributes) {
    if (one.type !== 'mdxJsxAttribute' || typeof one.value !== 'string') return undefined;
    pairs.push([one.name, one.value]);
  }
  return Object.fromEntries(pairs);
}

/** Attributes as located data: messages name the place of the tag. */
export function locatedAt({ file, place }: TagPlace, attributes: Readonly<Record<string, string>>): Located {
  const places = place ? Object.fromEntries(['', ...Object.keys(attributes)].map((key) => [key, place])) : {};
  return { file, value: attributes, places, keys: places };
}
