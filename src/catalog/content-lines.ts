import type { Element, Nodes, Root } from 'hast';
import type { Catalog } from '../model/catalog.ts';
import { lookUp } from '../model/look-up.ts';

/** What a line is: `p` a paragraph, `o` an item with a number, `u` one without, `r` a table's row, `h` its head, `+` the rest of the line above. */
type Shape = 'p' | 'o' | 'u' | 'r' | 'h' | '+';

/** A line of a section. Cells of a row have tabs between. */
export interface ShapedLine {
  shape: Shape;
  text: string;
}

/**
 * A section's words as they stand on the card, for machines: a line for each paragraph, item, row, and line that its author broke;
 * items of a numbered list with their numbers, cells of a row with dots between.
 */
export function linesOf(catalog: Pick<Catalog, 'elements' | 'byId'>, content: Root): string {
  const lines = shapedLines(catalog, content);
  return lines.map(({ text }) => text.replaceAll('\t', ' · ').trim()).join('\n');
}

/** The same lines, each with what it is. */
export function shapedLines({ elements, byId }: Pick<Catalog, 'elements' | 'byId'>, content: Root): ShapedLine[] {
  const words = (node: Nodes): string => {
    if (node.type === 'text') return node.value.replace(/[ \t\r\n]+/g, ' ');
    if (node.type === 'root') return node.children.map(words).join('');
    if (node.type !== 'element') return '';
    const { tagName, properties } = node;
    const attributes = Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, String(value)]));
    const text = lookUp(elements, tagName)?.text(attributes, { cards: byId, base: '' });
    return text ?? blockOf(node, words);
  };
  const lines = words(content).split('\n').map(shapedOf);
  return lines.filter(({ text }) => text.replaceAll('\t', '') !== '');
}

/** Stands before the letter of a line's shape. No font has it, so no card has it. */
const MARK = '\u0001';

/** Elements that are lines of their own, and their shapes. */
const SHAPES: Readonly<Record<string, Shape>> = { p: 'p', h3: 'p', table: 'p', ul: 'p', li: 'u' };

function blockOf(node: Element, words: (node: Nodes) => string): string {
  const { tagName, properties } = node;
  const items = node.children.filter((one) => one.type === 'element');
  const line = (shape: Shape, text: string) => `\n${MARK}${shape}${text}\n`;
  if (tagName === 'br') return '\n';
  if (tagName === 'ol') {
    const first = Number(properties.start ?? 1);
    return items.map((item, at) => line('o', `${first + at}. ${inner(item, words)}`)).join('');
  }
  if (tagName === 'tr') {
    const head = items.every((cell) => cell.tagName === 'th');
    return line(head ? 'h' : 'r', items.map((cell) => inner(cell, words)).join('\t'));
  }
  const shape = lookUp(SHAPES, tagName);
  const text = node.children.map(words).join('');
  return shape === undefined ? text : line(shape, text);
}

/** An item's or a cell's words; a paragraph in it is no line of its own. */
function inner(item: Element, words: (node: Nodes) => string): string {
  return item.children.map(words).join('').replaceAll(`${MARK}p`, '').trim();
}

function shapedOf(line: string): ShapedLine {
  const shape = line.startsWith(MARK) ? (line.charAt(MARK.length) as Shape) : '+';
  const rest = line.startsWith(MARK) ? line.slice(MARK.length + 1) : line;
  const text = rest
    .replaceAll(MARK, '')
    .replace(/ +/g, ' ')
    .replace(/ ?\t ?/g, '\t');
  return { shape, text: text.replace(/^ | $/g, '') };
}
