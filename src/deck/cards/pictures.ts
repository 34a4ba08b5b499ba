import type { Nodes } from 'hast';
import type { Card, CardPicture } from '../../model/card.ts';
import { refsOf } from '../../model/fields.ts';
import type { Look } from '../../model/looks.ts';
import { placeAt } from '../../read/values.ts';

/** The pictures that a card shows: by keys of its front matter, then in its text. */
export function picturesOf({ alt = '', fields, places, sections }: Card, look: Look): CardPicture[] {
  const named = refsOf(look.fields, fields, 'picture').map(({ path, value }) => {
    return { name: value, alt, place: placeAt(places, path) };
  });
  const shown = sections.flatMap(({ content, place }) => picturesIn(content).map((one) => ({ ...one, place })));
  return [...named, ...shown];
}

function picturesIn(node: Nodes): Pick<CardPicture, 'name' | 'alt'>[] {
  if (node.type !== 'element' && node.type !== 'root') return [];
  if (node.type === 'element' && node.tagName === 'img') {
    return [{ name: String(node.properties.src), alt: String(node.properties.alt) }];
  }
  return node.children.flatMap((child) => picturesIn(child));
}
