import type { Nodes, Root } from 'mdast';
import { joinedTexts } from './join-texts.ts';

/** A tree without its comments, `{/* for the editors *\/}`, and without what held nothing else. */
export function withoutComments(tree: Root): Root {
  return { ...tree, children: left(tree.children) };
}

/** What is removed where only a comment was in it. Not a table's cell: the next one would move into its column. */
const GOES = new Set<Nodes['type']>(['paragraph', 'listItem', 'list', 'strong', 'emphasis', 'link']);

function left<Node extends Nodes>(nodes: readonly Node[]): Node[] {
  if (!nodes.some((node) => isComment(node) || 'children' in node)) return [...nodes];
  const kept = nodes.flatMap((node): Node[] => {
    if (isComment(node)) return [];
    if (!('children' in node)) return [node];
    const children = left(node.children as Nodes[]);
    const isEmptied = node.children.length > 0 && children.every(isBlank) && GOES.has(node.type);
    return isEmptied && node.children.some(isCommented) ? [] : [{ ...node, children } as Node];
  });
  return kept.length === nodes.length ? kept : (joinedTexts(kept) as Node[]);
}

/** MDX parses braces as a program; a comment is an empty one. */
function isComment(node: Nodes): boolean {
  if (node.type !== 'mdxTextExpression' && node.type !== 'mdxFlowExpression') return false;
  return node.value.trim() !== '' && node.data?.estree?.body.length === 0;
}

function isCommented(node: Nodes): boolean {
  return isComment(node) || ('children' in node && node.children.some(isCommented));
}

function isBlank(node: Nodes): boolean {
  return node.type === 'text' && node.value.trim() === '';
}
