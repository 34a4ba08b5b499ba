import type { Element, Root, Text } from 'hast';
import { textWidth } from '../../src/font/lines.ts';
import { type Mm, pt } from '../../src/model/units.ts';
import type { Setting } from './setting.ts';
import { cellWidth, elementsIn, runsOf, textOf } from './tree.ts';

// A table of many columns as lines, for what nobody can shorten any more: a worksheet has room for its columns where a page of the guide
// has not.

/** Where a cell's line may end. */
const ENDS = /\s+|(?<=[-/_])/u;

/**
 * Whether a table has a word that is wider than its column.
 *
 * @param tree the table, prepared
 */
export function isTooWide(tree: Root, columns: readonly Mm[], { deck: { theme }, size }: Setting): boolean {
  const rows = elementsIn(tree.children).flatMap(rowsIn);
  return rows.some((row, at) =>
    elementsIn(row.children).some((cell, column) => {
      const room = pt(cellWidth(columns[column] ?? 0, size));
      const words = runsOf(cell).flatMap(({ text }) => text.split(ENDS));
      return words.some((word) => textWidth(word, { theme, weight: at === 0 ? 700 : 400 }, size) > room);
    }),
  );
}

/**
 * The rows of a table, each as a paragraph: a line a cell, after the name of its column; above them the row's own name, where it has one.
 * No sign is added, so that the words are those of the table.
 */
export function rowsAsLines(table: Element): Element[][] {
  const [names, ...rows] = rowsIn(table);
  const labels = elementsIn(names?.children ?? []).map(textOf);
  return rows.map((row) => {
    const cells = elementsIn(row.children).map((cell, at) => ({ cell, label: labels[at] ?? '' }));
    const named = cells.filter(({ label }) => label === '').map(({ cell }) => ({ ...cell, tagName: 'h3' }));
    const others = cells.filter(({ label }) => label !== '');
    return [
      ...named,
      element(
        'p',
        others.flatMap((one, at) => [...(at > 0 ? [element('br', [])] : []), ...labelled(one)]),
      ),
    ];
  });
}

function rowsIn(table: Element): Element[] {
  return elementsIn(table.children).flatMap((part) => elementsIn(part.children));
}

function labelled({ label, cell }: { label: string; cell: Element }): Element['children'] {
  return [element('strong', [text(label)]), text(' '), ...cell.children];
}

function text(value: string): Text {
  return { type: 'text', value };
}

function element(tagName: string, children: Element['children']): Element {
  return { type: 'element', tagName, properties: {}, children };
}
