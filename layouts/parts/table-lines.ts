import type { Element, Root, Text } from 'hast';
import { textWidth } from '../../src/font/lines.ts';
import { type Mm, pt } from '../../src/model/units.ts';
import { contentHeight, type Measured } from './height.ts';
import type { Setting } from './setting.ts';
import { cellWidth, elementsIn, runsOf, textOf } from './tree.ts';

// A table as lines, for what nobody can shorten any more: a worksheet has room for columns where a page of the guide has not, and a form
// takes any text.

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

/** How high a row may be, as a share of the page. An estimate: measured alone, it has columns of its own. */
const HIGHEST = 0.6;

/** Whether a table, prepared, has a row that may be higher than the page, whose text is `page` high. */
export function isTooHigh(tree: Root, set: Measured, page: Mm): boolean {
  const rows = elementsIn(tree.children).flatMap((table) =>
    rowsIn(table).map((row) => ({ ...table, children: [{ ...table, children: [row] }] })),
  );
  return rows.some((table) => contentHeight({ type: 'root', children: [table] }, set) > page * HIGHEST);
}

/**
 * The rows of a table, each as paragraphs: what stands in a cell, after the name of its column, line by line; above them the row's own name,
 * where it has one, together with the first. No sign is added, so that the words are those of the table.
 */
export function rowsAsLines(table: Element): Element[][][] {
  const [names, ...rows] = rowsIn(table);
  const labels = elementsIn(names?.children ?? []).map(textOf);
  return rows.map((row) => {
    const cells = elementsIn(row.children).map((cell, at) => ({ cell, label: labels[at] ?? '' }));
    const named = cells.filter(({ label }) => label === '').map(({ cell }) => ({ ...cell, tagName: 'h3' }));
    const [first = [], ...others] = cells.filter(({ label }) => label !== '').flatMap(paragraphsOf);
    return [[...named, ...first], ...others];
  });
}

function paragraphsOf({ label, cell }: { label: string; cell: Element }): Element[][] {
  const [first = [], ...others] = linesOf(cell);
  return [[element('strong', [text(label)]), text(' '), ...first], ...others].map((line) => [element('p', line)]);
}

/** What stands in a cell, cut at its line ends. */
function linesOf({ children }: Element): Element['children'][] {
  const lines: Element['children'][] = [[]];
  for (const one of children) {
    if (one.type === 'element' && one.tagName === 'br') lines.push([]);
    else lines.at(-1)?.push(one);
  }
  return lines;
}

function rowsIn(table: Element): Element[] {
  return elementsIn(table.children).flatMap((part) => elementsIn(part.children));
}

function text(value: string): Text {
  return { type: 'text', value };
}

function element(tagName: string, children: Element['children']): Element {
  return { type: 'element', tagName, properties: {}, children };
}
