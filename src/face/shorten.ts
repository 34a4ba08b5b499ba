import type { Root, RootContent } from 'hast';
import type { Card } from '../model/card.ts';
import { lookInto } from '../model/look-into.ts';
import type { GivenText } from './texts.ts';

/** How many characters a text has, as its author counts them. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** A card on which the first `length` characters of one of its texts are left. */
export function shortened(card: Card, { from, text }: GivenText, length: number): Card {
  const cut = [...text].slice(0, length).join('').trimEnd();
  if (from === 'title' || from === 'gist') return { ...card, [from]: cut };
  if (!from.startsWith('## ')) return { ...card, fields: withText(card.fields, from.split('.'), cut) };
  const sections = card.sections.map((one) =>
    `## ${one.heading}` === from ? { ...one, text: cut, content: cutTree(one.content, length) } : one,
  );
  return { ...card, sections };
}

function withText<Value extends object>(value: Value, [step = '', ...rest]: readonly string[], text: string): Value {
  const inner = lookInto(value, step);
  const changed = typeof inner === 'object' && inner !== null ? withText(inner, rest, text) : text;
  return Object.assign(structuredClone(value), { [step]: changed });
}

/** A tree up to a character of its texts; what comes later is left out with its bullets and rows. */
function cutTree(root: Root, length: number): Root {
  let left = length;
  return { ...root, children: cutAll(root.children) };

  function cutAll<Node extends RootContent>(nodes: readonly Node[]): Node[] {
    return nodes.flatMap((node): Node[] => {
      if (left <= 0) return [];
      if (node.type === 'text') {
        const characters = [...node.value];
        const kept = characters.slice(0, left).join('');
        left -= characters.length;
        return [{ ...node, value: kept }];
      }
      return node.type === 'element' ? [{ ...node, children: cutAll(node.children) }] : [node];
    });
  }
}
