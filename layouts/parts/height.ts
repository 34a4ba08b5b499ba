import type { Element, Root, RootContent } from 'hast';
import { CAUTION, SLACK } from '../../src/font/even.ts';
import { lineCount } from '../../src/font/lines.ts';
import type { Run } from '../../src/font/runs.ts';
import type { Type } from '../../src/font/type.ts';
import type { Mm, Pt } from '../../src/model/units.ts';
import { mm, pt } from '../../src/model/units.ts';
import { leadingIn } from './leading.ts';
import { shownSize } from './picture-size.ts';
import { BLOCK_GAP, ITEM_GAP, LEADING, ROW_LINE } from './size.ts';
import { cellWidth, columnsOf, elementsIn, indentOf, pictureAmong, runsOf } from './tree.ts';

/** How a card's Markdown is set, as far as it changes its height. */
export interface Measured {
  type: Type;
  size: Pt;
  w: Mm;
  /** How high a picture may be. */
  tallest: Mm;
  /** True for the fewest lines that texts can fill, in place of a cautious estimate. */
  fewest?: boolean | undefined;
}

/** Lines beyond which an estimate adds one more. */
const LONG = 8;

/** Elements that are blocks: lists, tables, paragraphs … Any other element is part of the line around it. */
const BLOCKS: ReadonlySet<string> = new Set(['p', 'ul', 'ol', 'h3', 'table', 'img']);

/** The height that a section's content fills, in mm: an estimate, as the renderer breaks lines in its own way. */
export function contentHeight({ children }: Root, set: Measured): Mm {
  return mm(stackHeight(children, set));
}

/** How many lines the items of a content's lists and the rows of its tables fill. */
export function listLines({ children }: Root, set: Measured): number {
  return elementsIn(children).reduce((sum, one) => {
    if (one.tagName === 'table') return sum + rowLines(one, set).reduce((all, lines) => all + lines, 0);
    if (one.tagName !== 'ul' && one.tagName !== 'ol') return sum;
    const items = elementsIn(one.children).map((item) => lines(item.children, inList(one, set)));
    return sum + items.reduce((all, lines) => all + lines, 0);
  }, 0);
}

function stackHeight(nodes: readonly RootContent[], set: Measured): Pt {
  const parts = partsOf(nodes).map((part) => (Array.isArray(part) ? textHeight(part, set) : blockHeight(part, set)));
  return parts.reduce((sum, one) => sum + one, 0) + Math.max(0, parts.length - 1) * BLOCK_GAP * set.size;
}

/** Nodes as blocks, and runs of words between them; runs of white space alone are left out. */
function partsOf(nodes: readonly RootContent[]): (Element | RootContent[])[] {
  const parts: (Element | RootContent[])[] = [];
  for (const node of nodes) {
    const last = parts.at(-1);
    if (node.type === 'element' && BLOCKS.has(node.tagName)) parts.push(node);
    else if (Array.isArray(last)) last.push(node);
    else if (node.type !== 'text' || node.value.trim() !== '') parts.push([node]);
  }
  return parts;
}

function blockHeight(block: Element, set: Measured): Pt {
  const { tagName, children } = block;
  if (tagName === 'img') return pictureHeight([block], set);
  if (tagName === 'table') {
    const rows = rowLines(block, set).map(
      (lines) => (lines * leadingIn(set.type.theme, LEADING) + ITEM_GAP) * set.size + ROW_LINE,
    );
    return rows.reduce((sum, one) => sum + one, 0);
  }
  if (tagName !== 'ul' && tagName !== 'ol') return textHeight(children, bold(tagName === 'h3', set));
  const items = elementsIn(children).map((item) => stackHeight(item.children, inList(block, set)));
  return items.reduce((sum, one) => sum + one, 0) + Math.max(0, items.length - 1) * ITEM_GAP * set.size;
}

function pictureHeight(nodes: readonly RootContent[], { w, tallest }: Pick<Measured, 'w' | 'tallest'>): Pt {
  const picture = pictureAmong(nodes);
  return picture ? pt(shownSize(picture, w, tallest).h) : 0;
}

function textHeight(nodes: readonly RootContent[], set: Measured): Pt {
  return lines(nodes, set) * leadingIn(set.type.theme, LEADING) * set.size;
}

function lines(nodes: readonly RootContent[], { type, size, w, fewest = false }: Omit<Measured, 'tallest'>): number {
  const runs = nodes.flatMap((node): Run[] => runsOf(node));
  if (fewest) return lineCount(runs, type, size, pt(w) - SLACK);
  const count = lineCount(runs, type, size * CAUTION, pt(w));
  return count + Math.floor(count / LONG);
}

/** The setting of a list's items: their column is narrower by the room for bullets or numbers. */
function inList(list: Element, set: Measured): Measured {
  return { ...set, w: set.w - mm(indentOf(list, set.type.theme, set.size)) };
}

function bold(is: boolean, set: Measured): Measured {
  return is ? { ...set, type: { ...set.type, weight: 700 } } : set;
}

/** The lines of each row: those of its highest cell, or as many as would fill the height of a picture. */
function rowLines(table: Element, { type, size, w, tallest }: Measured): number[] {
  const columns = columnsOf(table, type.theme, size, w);
  const rows = elementsIn(table.children).flatMap((part) => elementsIn(part.children));
  return rows.map(({ children }, at) => {
    const { type: own } = bold(at === 0, { type, size, w, tallest });
    const cells = elementsIn(children).map((cell, column) => {
      const room = cellWidth(columns[column] ?? w, size);
      const picture = pictureHeight(cell.children, { w: room, tallest }) / (leadingIn(type.theme, LEADING) * size);
      return Math.max(picture, lineCount(runsOf(cell), own, size, pt(room) - SLACK));
    });
    return Math.max(1, ...cells);
  });
}
