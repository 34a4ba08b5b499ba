import type { Nodes, Root } from 'hast';
import { lookUp } from '../model/look-up.ts';
import type { Catalog } from '../model/pages.ts';

/**
 * A section's words as they stand on the card, for machines: a line for each paragraph, item, row, and line that its author broke;
 * items of a numbered list with their numbers, cells of a row with dots between.
 */
export function linesOf({ elements, byId }: Pick<Catalog, 'elements' | 'byId'>, content: Root): string {
  const words = (node: Nodes): string => {
    if (node.type === 'text') return node.value;
    if (node.type !== 'element' && node.type !== 'root') return '';
    if (node.type === 'root') return node.children.map(words).join('');
    const { tagName, properties } = node;
    const attributes = Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, String(value)]));
    const text = lookUp(elements, tagName)?.text(attributes, { cards: byId, base: '' });
    if (text !== undefined) return text;
    if (tagName === 'br') return '\n';
    const items = node.children.filter((one) => one.type === 'element');
    const first = Number(properties.start ?? 1);
    if (tagName === 'ol') return items.map((item, at) => `\n${first + at}. ${words(item).trim()}\n`).join('');
    if (tagName === 'tr') return `\n${items.map((cell) => words(cell).trim()).join(' · ')}\n`;
    const inner = node.children.map(words).join('');
    return LINES.has(tagName) ? `\n${inner}\n` : inner;
  };
  const lines = words(content).split('\n');
  return lines
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** Elements that are lines of their own. */
const LINES = new Set('p ul li h3 table'.split(' '));
