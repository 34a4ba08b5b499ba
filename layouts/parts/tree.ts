import type { Element, Root, RootContent } from 'hast';
import { SLACK } from '../../src/font/even.ts';
import { textWidth } from '../../src/font/lines.ts';
import { BREAK, type Run } from '../../src/font/runs.ts';
import type { Deck } from '../../src/model/deck.ts';
import { lookUp } from '../../src/model/look-up.ts';
import type { Theme } from '../../src/model/theme.ts';
import type { Mm, Pt } from '../../src/model/units.ts';
import { mm, pt } from '../../src/model/units.ts';
import { cardsOf, DOT, pointer } from './fields.ts';
import type { Pixels } from './picture-size.ts';
import { INDENT } from './size.ts';

/** The elements among nodes. */
export function elementsIn(nodes: readonly RootContent[]): Element[] {
  return nodes.filter((node): node is Element => node.type === 'element');
}

/** Ids of the cards that a text points at with a tag. */
export function cardsNamedIn({ children }: Root | Element): string[] {
  return elementsIn(children as readonly RootContent[]).flatMap((one) =>
    one.tagName === 'Card' ? [String(one.properties.id ?? '')] : cardsNamedIn(one),
  );
}

/** Room between the number of a list's item and its words, in type sizes, where numbers have two digits or more. */
const AFTER_NUMBER = 0.45;

/** How far the words of a list's items stand in: as bullets and single digits need it, or as its longest number does. */
export function indentOf(list: Element, theme: Theme, size: Pt): Pt {
  const last = list.tagName === 'ol' ? lastNumber(list) : 0;
  if (last < 10) return size * INDENT;
  const widest = textWidth('8'.repeat(String(last).length), { theme, weight: 700 }, size);
  return Math.max(size * INDENT, widest + size * AFTER_NUMBER);
}

/** The number of a list's last item; of a list that is printed item by item, `last` says it. */
function lastNumber({ properties: { start, last }, children }: Element): number {
  if (typeof last === 'number') return last;
  return (typeof start === 'number' ? start : 1) + elementsIn(children).length - 1;
}

/** The words of a prepared node. */
export function textOf(node: RootContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  return typeof node.properties.words === 'string' ? node.properties.words : node.children.map(textOf).join('');
}

/** The weight and slant in which `inlines` sets each element. */
const SET_APART: Readonly<Record<string, Omit<Run, 'text'>>> = { strong: { weight: 700 }, em: { italic: true } };

/** The words of a node by their weights and slants, as `inlines` and the tags set them. */
export function runsOf(node: RootContent, given: Omit<Run, 'text'> = {}): Run[] {
  if (node.type !== 'element') return [{ ...given, text: textOf(node) }];
  if (node.tagName === 'br') return [{ ...given, text: BREAK }];
  if (isTag(node)) return [{ ...given, weight: 700, text: textOf(node) }];
  const set = { ...given, ...lookUp(SET_APART, node.tagName) };
  return node.children.flatMap((child) => runsOf(child as RootContent, set));
}

/**
 * A tree as it is measured and printed: a middle dot stays at the end of its line, for one that begins a line looks like
 * a bullet; a code stays beside the word before it; a tag that points at a card gets `words`, the text that it prints, and a
 * picture gets its `width` and `height` in pixels.
 */
export function prepared(root: Root, deck: Deck): Root {
  return { ...root, children: preparedAll(root.children, deck) };
}

const CELLS: ReadonlySet<string> = new Set(['td', 'th']);

/** The place of nodes in the tree. */
interface Around {
  /** The title of the card that a tag before the nodes points at. */
  pointed?: string;
  /** True in a cell of a table: columns may be narrower than a title, which is broken there like other text. */
  inCell?: boolean;
}

function preparedAll<Node extends RootContent>(nodes: readonly Node[], deck: Deck, around: Around = {}): Node[] {
  const { pointed = '', inCell = false } = around;
  const listed = isDotList(nodes);
  return nodes.map((node, index) => {
    const named = index === 0 ? pointed : titleBefore(nodes, index, deck);
    const title = inCell ? '' : named;
    if (node.type === 'text') {
      const value = (listed ? wholeNames(node.value) : node.value).replace(title, unbroken);
      return { ...node, value: glued(value, isTag(nodes[index + 1])) };
    }
    if (node.type !== 'element') return node;
    if (isTag(node)) return { ...node, properties: { ...node.properties, words: printed(node.properties, deck) } };
    if (node.tagName === 'img') return { ...node, properties: { ...node.properties, ...pixelsOf(node, deck) } };
    return {
      ...node,
      children: preparedAll(node.children, deck, { pointed: title, inCell: inCell || CELLS.has(node.tagName) }),
    };
  });
}

/** The title of the card that a tag right before a node points at: beside its code it stays on one line. */
function titleBefore(nodes: readonly RootContent[], index: number, deck: Deck): string {
  const before = nodes[index - 1];
  const tag = before?.type === 'text' && before.value.trim() === '' ? nodes[index - 2] : before;
  if (tag?.type !== 'element' || !isTag(tag) || typeof tag.properties.id !== 'string') return '';
  return cardsOf(deck, [tag.properties.id])[0]?.title ?? '';
}

function unbroken(name: string): string {
  return name.replaceAll(' ', '\u00a0');
}

/** The longest entry of a list of names, in characters: a longer text is a sentence, and may be broken. */
const LONGEST_NAME = 30;

/** Whether nodes are a list of names with dots between them: `Product Manager · Data Scientist`, codes before them or not. */
function isDotList(nodes: readonly RootContent[]): boolean {
  const text = nodes.map((node) => (node.type === 'text' ? node.value : '')).join('');
  return text.includes(' · ') && text.split(' · ').every((name) => name.length <= LONGEST_NAME);
}

/** A list of names whose lines break only after its middle dots. */
function wholeNames(text: string): string {
  const names = text.split(' · ').map(unbroken);
  return names.join(' · ');
}

function pixelsOf({ properties }: Element, { pictures }: Deck): Partial<Pixels> {
  const { width, height } = lookUp(pictures, String(properties.src)) ?? {};
  return width === undefined || height === undefined ? {} : { width, height };
}

/** The picture among nodes, by its pixels; undefined for words. */
export function pictureAmong(nodes: readonly RootContent[]): Pixels | undefined {
  const { width, height } = elementsIn(nodes).find((one) => one.tagName === 'img')?.properties ?? {};
  return typeof width === 'number' && typeof height === 'number' ? { width, height } : undefined;
}

/** True for an element of layouts/elements.tsx: its name begins with a capital. */
function isTag(node: RootContent | undefined): boolean {
  return node?.type === 'element' && /^[A-Z]/.test(node.tagName);
}

function printed({ id, show }: Element['properties'], deck: Deck): string {
  if (typeof id !== 'string') return '•••••';
  return unbroken(pointer(cardsOf(deck, [id])[0], show === 'number' ? show : undefined));
}

/** Keeps a plus with the word after it, and an ellipsis with the word before: a last line of a word and a sign is still one word. */
function glued(text: string, beforeTag: boolean): string {
  const dotted = text.replaceAll(' · ', DOT).replaceAll(' + ', ' +\u00a0').replaceAll(' …', '\u00a0…');
  return beforeTag ? dotted.replace(/(\p{L}) $/u, '$1\u00a0') : dotted;
}

/** Space between the columns of a table, in font sizes. */
const COLUMN_GAP = 0.9;

/** Widths of a table's columns: as wide as their words, the rest goes to the widest; where they need too much, the wide ones wrap. */
export function columnsOf(table: Element, theme: Theme, size: Pt, w: Mm): Mm[] {
  const rows = elementsIn(table.children).flatMap((part) => elementsIn(part.children));
  const cells = rows.map((row) => elementsIn(row.children).map((cell) => runsOf(cell)));
  const needed = (cells[0] ?? []).map((_, column, { length }) => {
    if (rows.some((row) => pictureAmong(elementsIn(row.children)[column]?.children ?? []))) return w / length;
    const widths = cells.map((row, at) => textWidth(row[column] ?? '', { theme, weight: at === 0 ? 700 : 400 }, size));
    // Lines are broken with SLACK to spare: with no more room than that, sums that are rounded decide whether the widest cell is broken.
    return mm(Math.max(0, ...widths) + size * COLUMN_GAP + 2 * SLACK);
  });
  const spare = w - needed.reduce((sum, one) => sum + one, 0);
  if (spare >= 0) return needed.map((one) => (one === Math.max(...needed) ? one + spare : one));
  return shared(needed, w);
}

/** Widths of columns that need more than there is: those that need no more than an even share have it, the others share what is left. */
function shared(needed: readonly Mm[], w: Mm): Mm[] {
  const kept = new Set<number>();
  let left = w;
  for (const [at, width] of [...needed.entries()].sort(([, a], [, b]) => a - b)) {
    if (width > left / (needed.length - kept.size)) break;
    kept.add(at);
    left -= width;
  }
  const wide = needed.reduce((sum, one, at) => (kept.has(at) ? sum : sum + one), 0);
  return needed.map((one, at) => (kept.has(at) ? one : (one / wide) * left));
}

/** Width of a cell's text in a column. */
export function cellWidth(column: Mm, size: Pt): Mm {
  return mm(pt(column) - size * COLUMN_GAP);
}
