import type { Heading, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { lookUp } from '../../model/look-up.ts';
import type { Element } from '../../model/looks.ts';
import { literalAttributes } from './attributes.ts';
import { type Holding, isTally, type Piece, piecesOf } from './tallies.ts';
import { joinedTexts } from './texts.ts';

/** What a text about cards depends on. */
export interface TextGround {
  elements: Readonly<Record<string, Element>>;
  /** Ids of cards that are hidden → their titles. */
  hidden: ReadonlyMap<string, string>;
  /** What the deck holds. */
  holding: Holding;
}

type Tag = MdxJsxFlowElement | MdxJsxTextElement;

/** What stands in a section of which nothing is left. */
const NOTHING: RootContent = { type: 'paragraph', children: [{ type: 'text', value: '–' }] };

/**
 * A checked text as this deck says it. A tag that counts or lists cards becomes what it says; a row, an item or a line whose
 * tags all mean cards that are not in the deck is left out, and a subhead of which nothing is left; a tag in running text that
 * names a hidden card becomes its title.
 *
 * @param onBare told the heading of a section of which nothing is left; a dash stands there then
 */
export function settled(tree: Root, ground: TextGround, onBare: (heading: Heading) => void): Root {
  const children = withoutBareSubheads(tree.children, left(tree.children, ground));
  const filled = children.flatMap((node, at) => {
    const isBare = isHeading(node, 2) && (at + 1 === children.length || isHeading(children[at + 1], 2));
    if (!isBare || wasBare(node, tree)) return [node];
    onBare(node);
    return [node, NOTHING];
  });
  return { ...tree, children: filled };
}

/** Whether a row, an item or a line is left out: it has tags, and none of them means a card of the deck. */
export function isLeftOut(node: Nodes, ground: TextGround): boolean {
  if (node.type === 'mdxJsxFlowElement') return isTally(node.name ?? '') && isAbsent(node, ground);
  if (node.type !== 'tableRow' && node.type !== 'listItem') return false;
  const tags = tagsIn(node).filter((tag) => isTally(tag.name ?? '') || idOf(tag, ground) !== undefined);
  return tags.length > 0 && tags.every((tag) => isAbsent(tag, ground));
}

/** Nodes without what is left out, with the rest settled. */
function left<Node extends Nodes>(nodes: readonly Node[], ground: TextGround): Node[] {
  const kept = nodes.filter((node) => !isLeftOut(node, ground));
  return kept.flatMap((node, at) => {
    const [before] = kept.slice(Math.max(0, at - 1), at);
    const one = settledNode(node, before, ground) as Node[];
    return one.filter((it) => !isEmptied(it, node));
  });
}

function settledNode(node: Nodes, before: Nodes | undefined, ground: TextGround): Nodes[] {
  if (node.type === 'mdxJsxFlowElement') {
    const inner = phrases(node, undefined, ground);
    return inner ? [{ type: 'paragraph', children: joinedTexts(inner) as PhrasingContent[] }] : [node];
  }
  if (node.type === 'mdxJsxTextElement') return phrases(node, before, ground) ?? [node];
  if (!('children' in node)) return [node];
  return [{ ...node, children: joinedTexts(left(node.children as Nodes[], ground)) } as Nodes];
}

/** What stands in the place of a tag; undefined where it stays. */
function phrases(tag: Tag, before: Nodes | undefined, ground: TextGround): PhrasingContent[] | undefined {
  if (isTally(tag.name ?? '')) return said(tag, ground).map((piece) => phrase(piece));
  const title = ground.hidden.get(idOf(tag, ground) ?? '');
  if (title === undefined) return undefined;
  // “Birthday Reward <Card id="birthday-reward" />” names the card already.
  const isNamed = before?.type === 'text' && before.value.trimEnd().endsWith(title);
  return [{ type: 'text', value: isNamed ? '' : title }];
}

/** What a tally says; of none at all that a count is zero. */
function said(tag: Tag, { holding }: TextGround): Piece[] {
  const pieces = piecesOf(tag.name ?? '', literalAttributes(tag) ?? {}, holding);
  return pieces.length === 0 && tag.name === 'Count' ? ['0'] : pieces;
}

function phrase(piece: Piece): PhrasingContent {
  if (typeof piece === 'string') return { type: 'text', value: piece };
  const id = { type: 'mdxJsxAttribute' as const, name: 'id', value: piece.card };
  return { type: 'mdxJsxTextElement', name: 'Card', attributes: [id], children: [] };
}

/** Whether a list or a table has lost all of its items or rows; a table's head is none. */
function isEmptied(now: Nodes, before: Nodes): boolean {
  if (now.type !== 'list' && now.type !== 'table') return false;
  const least = now.type === 'table' ? 1 : 0;
  return now.children.length <= least && 'children' in before && before.children.length > now.children.length;
}

/** Nodes without the subheads that had something under them and have nothing now. */
function withoutBareSubheads(before: readonly RootContent[], now: readonly RootContent[]): RootContent[] {
  const isBare = (all: readonly RootContent[], at: number) => {
    const next = all[at + 1];
    return next === undefined || (next.type === 'heading' && next.depth <= 3);
  };
  return now.filter((node, at) => {
    if (!isHeading(node, 3) || !isBare(now, at)) return true;
    return isBare(
      before,
      before.findIndex((one) => one.position === node.position),
    );
  });
}

function wasBare({ position }: RootContent, { children }: Root): boolean {
  const at = children.findIndex((one) => one.position === position);
  return at + 1 === children.length || isHeading(children[at + 1], 2);
}

function isHeading(node: RootContent | undefined, depth: number): node is Heading {
  return node?.type === 'heading' && node.depth === depth;
}

function isAbsent(tag: Tag, ground: TextGround): boolean {
  if (isTally(tag.name ?? ''))
    return piecesOf(tag.name ?? '', literalAttributes(tag) ?? {}, ground.holding).length === 0;
  return ground.hidden.has(idOf(tag, ground) ?? '');
}

/** The card that a tag names; undefined for a tag that names none. */
function idOf({ name, attributes }: Tag, { elements }: TextGround): string | undefined {
  const [key] = lookUp(elements, name ?? '')?.cardIds ?? [];
  const found = attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === key);
  return key !== undefined && typeof found?.value === 'string' ? found.value : undefined;
}

function tagsIn(node: Nodes): Tag[] {
  if (node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement') return [node];
  return 'children' in node ? node.children.flatMap(tagsIn) : [];
}
