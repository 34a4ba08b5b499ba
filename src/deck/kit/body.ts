import type { Element, ElementContent, RootContent } from 'hast';
import type { Section } from '../../model/card.ts';
import type { TagRule } from '../../model/looks.ts';
import type { Report } from '../../read/files.ts';
import { checkBody } from '../cards/check-body.ts';
import type { Vocabulary } from '../cards/check-tag.ts';
import type { Part } from '../cards/parts.ts';
import { type SectionContext, sectionsOf } from '../cards/sections.ts';
import { settleBody } from '../cards/settle.ts';
import type { KitSource } from './stack-kit.ts';

/** What the texts of boards, worksheets and chapters are read with. */
export interface BodyContext {
  /** What a text may name; its elements are those of cards. */
  vocabulary: Vocabulary;
  cards: SectionContext['cards'];
}

/** A section of a text, and the part that it was made of. */
interface BodySection {
  section: Section;
  part: Part;
}

/**
 * The sections of a text, checked and settled; none after reporting what is wrong with it.
 *
 * @param tags those that it may use beside the elements of cards
 */
export function bodyOf(
  { file, parts }: KitSource,
  { vocabulary, cards }: BodyContext,
  tags: Readonly<Record<string, TagRule>>,
  report: Report,
): BodySection[] {
  const words = { ...vocabulary, elements: { ...vocabulary.elements, ...tags } };
  const checked = checkBody(parts, words, report);
  const settled = checked ? settleBody(checked, words, report) : [];
  const context = { file, elements: words.elements, report, cards, base: '', room: 100 };
  return settled.flatMap((part) => sectionsOf([part], context).map((section) => ({ section, part })));
}

/** The tags that a paragraph consists of: alone on a line a tag is a block, and Markdown puts it into a paragraph. Undefined for one with words. */
export function tagsAlone(node: RootContent, isBlock: (tag: Element) => boolean): Element[] | undefined {
  if (node.type !== 'element' || node.tagName !== 'p') return undefined;
  const shown = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const tags = shown.filter((child: ElementContent): child is Element => child.type === 'element' && isBlock(child));
  return tags.length === shown.length ? tags : undefined;
}
