import type { Nodes } from 'mdast';

/** Nodes with neighboring texts joined: Markdown that is parsed never has two beside each other. */
export function joinedTexts(nodes: readonly Nodes[]): Nodes[] {
  const all: Nodes[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      all[all.length - 1] = { ...last, value: last.value + node.value };
    else all.push(node);
  }
  return all;
}
