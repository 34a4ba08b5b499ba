import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';

/** The attributes of a tag as text; undefined where one is not. */
export function literalAttributes(node: MdxJsxFlowElement | MdxJsxTextElement): Record<string, string> | undefined {
  const pairs: [string, string][] = [];
  for (const one of node.attributes) {
    if (one.type !== 'mdxJsxAttribute' || typeof one.value !== 'string') return undefined;
    pairs.push([one.name, one.value]);
  }
  return Object.fromEntries(pairs);
}
