import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { type Problem, warning } from '../../model/problem.ts';
import type { Report } from '../../read/files.ts';
import { literalAttributes, type Tag } from './attributes.ts';
import { joinedTexts } from './join-texts.ts';
import { cardNamedBy, isLeftOut, type TextContext } from './left-out.ts';
import { isSection, type Part, placeOf } from './parts.ts';
import { isTally, type TallyPiece, tallyPieces } from './tallies.ts';

/** What is printed in a section of which nothing is left. */
const NOTHING: RootContent = { type: 'paragraph', children: [{ type: 'text', value: '–' }] };

/**
 * The checked parts of a card as this deck says them. A tag that counts or lists cards becomes what it says; a row, an item or a
 * line whose tags all mean cards that are not in the deck is left out, and a subhead of which nothing is left; a tag in running
 * text that names a hidden card becomes its title. An emptied section gets a dash and a warning.
 */
export function settleBody(parts: readonly Part[], context: TextContext, report: Report): Part[] {
  return parts.map((part) => {
    const before = part.tree.children;
    const children = withoutBareSubheads(before, left(before, context));
    const isBare = before.length > 1 && children.length === 1 && isSection(children[0]);
    if (isBare) report(nothingLeft(part));
    return { ...part, tree: { type: 'root', children: isBare ? [...children, NOTHING] : children } };
  });
}

/** Headings of sections whose lists have lost items, or all they had, to hidden cards. */
export function shortenedIn(before: readonly Part[], after: readonly Part[]): ReadonlySet<string> {
  const items = (part: Part | undefined) => part?.tree.children.reduce((count, node) => count + itemsOf(node), 0) ?? 0;
  return new Set(before.flatMap((part, at) => (items(part) > items(after[at]) ? [part.heading] : [])));
}

function itemsOf(node: RootContent): number {
  return node.type === 'list' ? node.children.length : 0;
}

function nothingLeft({ tree, file }: Part): Problem {
  const message = 'This section lists only cards that this deck hides: nothing is left of it.';
  const note = 'Hide this card too, or override the section.';
  return warning({ file, place: placeOf(tree.children[0]), rule: 'card/hidden-section', message, note });
}

/** Nodes without what is left out, with the rest settled. */
function left<Node extends Nodes>(nodes: readonly Node[], context: TextContext): Node[] {
  const kept = nodes.filter((node) => !isLeftOut(node, context));
  return kept.flatMap((node, at) => {
    const [before] = kept.slice(Math.max(0, at - 1), at);
    const one = settledNode(node, before, context) as Node[];
    return one.filter((it) => !isEmptied(it, node));
  });
}

function settledNode(node: Nodes, before: Nodes | undefined, context: TextContext): Nodes[] {
  if (node.type === 'mdxJsxFlowElement') {
    const inner = phrases(node, undefined, context);
    return inner ? [{ type: 'paragraph', children: joinedTexts(inner) as PhrasingContent[] }] : [node];
  }
  if (node.type === 'mdxJsxTextElement') return phrases(node, before, context) ?? [node];
  if (!('children' in node)) return [node];
  return [{ ...node, children: joinedTexts(left(node.children as Nodes[], context)) } as Nodes];
}

/** What replaces a tag; undefined where it stays. */
function phrases(tag: Tag, before: Nodes | undefined, context: TextContext): PhrasingContent[] | undefined {
  if (isTally(tag.name ?? '')) return piecesSaid(tag, context).map((piece) => phrase(piece));
  const title = context.hidden.get(cardNamedBy(tag, context) ?? '');
  if (title === undefined) return undefined;
  // “Birthday Reward <Card id="birthday-reward" />” names the card already.
  const isNamed = before?.type === 'text' && before.value.trimEnd().endsWith(title);
  return [{ type: 'text', value: isNamed ? '' : title }];
}

/** What a tally comes to; where no card is meant, `0` for a count and nothing for the others. */
function piecesSaid(tag: Tag, { inventory }: TextContext): TallyPiece[] {
  const pieces = tallyPieces(tag.name ?? '', literalAttributes(tag) ?? {}, inventory);
  return pieces.length === 0 && tag.name === 'Count' ? ['0'] : pieces;
}

function phrase(piece: TallyPiece): PhrasingContent {
  if (typeof piece === 'string') return { type: 'text', value: piece };
  const attribute = (name: string, value: string) => ({ type: 'mdxJsxAttribute' as const, name, value });
  const show = piece.show === undefined ? [] : [attribute('show', piece.show)];
  return { type: 'mdxJsxTextElement', name: 'Card', attributes: [attribute('id', piece.card), ...show], children: [] };
}

/** Whether a list has lost all of its items, or a table all of its rows but the head. */
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
    if (node.type !== 'heading' || node.depth !== 3 || !isBare(now, at)) return true;
    return isBare(
      before,
      before.findIndex((one) => one.position === node.position),
    );
  });
}
