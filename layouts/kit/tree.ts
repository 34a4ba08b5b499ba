import type { Element, RootContent } from 'hast';
import type { Mm, Pt } from '../../src/units.ts';
import { mm, pt } from '../../src/units.ts';
import { textWidth } from './measure.ts';

/** The elements among nodes. */
export function elementsIn(nodes: readonly RootContent[]): Element[] {
  return nodes.filter((node): node is Element => node.type === 'element');
}

/** The words of a node; a tag of ours stands for a code's width. */
export function textOf(node: RootContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  return /^[A-Z]/.test(node.tagName) ? 'REC 100' : node.children.map(textOf).join('');
}

/** Space between the columns of a table, in font sizes. */
const COLUMN_GAP = 0.9;

/** Widths of a table's columns: what the words need, the rest to the widest; where they need too much, the wide ones wrap. */
export function columnsOf(table: Element, size: Pt, w: Mm): Mm[] {
  const rows = elementsIn(table.children).flatMap((part) => elementsIn(part.children));
  const cells = rows.map((row) => elementsIn(row.children).map(textOf));
  const needed = (cells[0] ?? []).map((_, column) => {
    const widths = cells.map((row) => textWidth((row[column] ?? '').trim(), 'bold', size));
    return mm(Math.max(0, ...widths) + size * COLUMN_GAP);
  });
  const spare = w - needed.reduce((sum, one) => sum + one, 0);
  if (spare >= 0) return needed.map((one) => (one === Math.max(...needed) ? one + spare : one));
  const even = w / Math.max(1, needed.length);
  const narrow = needed.filter((one) => one <= even).reduce((sum, one) => sum + one, 0);
  const wide = needed.filter((one) => one > even).reduce((sum, one) => sum + one, 0);
  return needed.map((one) => (one <= even ? one : (one / wide) * (w - narrow)));
}

/** Width of a cell's text in a column. */
export function cellWidth(column: Mm, size: Pt): Mm {
  return mm(pt(column) - size * COLUMN_GAP);
}
