import type { LayoutNode } from './layout-tree.ts';

/**
 * By how much a box is lower than its content needs, in points; 0 where it is high enough. Only for boxes without a height of their
 * own, which the layout engine may squeeze; in a box with a height the ink is checked against that.
 */
export function squeezeOf(node: LayoutNode): number {
  const height = node.box?.height ?? 0;
  if (node.type === 'TEXT') return Math.max(0, linesHeight(node) - height);
  if (node.type !== 'VIEW' || node.style?.height !== undefined) return 0;
  const flowing = (node.children ?? []).filter((child) => child.style?.position !== 'absolute');
  const needed = flowing.map((child) => (child.box?.top ?? 0) + naturalHeight(child) + (child.box?.marginBottom ?? 0));
  return Math.max(0, Math.max(0, ...needed) - height);
}

function naturalHeight(node: LayoutNode): number {
  return Math.max(node.box?.height ?? 0, node.type === 'TEXT' ? linesHeight(node) : 0);
}

function linesHeight({ lines = [] }: LayoutNode): number {
  return lines.reduce((sum, line) => sum + line.box.height, 0);
}
