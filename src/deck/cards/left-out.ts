import type { Nodes } from 'mdast';
import { lookUp } from '../../model/look-up.ts';
import type { TagRule } from '../../model/looks.ts';
import { literalAttributes, type Tag, tagsIn } from './attributes.ts';
import { type Inventory, isTally, tallyPieces } from './tallies.ts';

/** What decides which tags of a text mean cards of the deck. */
export interface TextContext {
  elements: Readonly<Record<string, TagRule>>;
  /** Ids of cards that are hidden → their titles. */
  hidden: ReadonlyMap<string, string>;
  /** The cards that tallies count. */
  inventory: Inventory;
}

/** Whether a row, an item or a line is left out: it has tags, and none of them means a card of the deck. */
export function isLeftOut(node: Nodes, context: TextContext): boolean {
  if (node.type === 'mdxJsxFlowElement') return isTally(node.name ?? '') && isAbsent(node, context);
  if (node.type !== 'tableRow' && node.type !== 'listItem') return false;
  const tags = tagsIn(node).filter((tag) => isTally(tag.name ?? '') || cardNamedBy(tag, context) !== undefined);
  return tags.length > 0 && tags.every((tag) => isAbsent(tag, context));
}

/** The card that a tag names; undefined for a tag that names none. */
export function cardNamedBy(
  { name, attributes }: Tag,
  { elements }: Pick<TextContext, 'elements'>,
): string | undefined {
  const [key] = lookUp(elements, name ?? '')?.cardIds ?? [];
  const found = attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === key);
  return key !== undefined && typeof found?.value === 'string' ? found.value : undefined;
}

function isAbsent(tag: Tag, context: TextContext): boolean {
  const name = tag.name ?? '';
  if (isTally(name)) return tallyPieces(name, literalAttributes(tag) ?? {}, context.inventory).length === 0;
  return context.hidden.has(cardNamedBy(tag, context) ?? '');
}
