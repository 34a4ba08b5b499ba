import type { ElementContent, Root } from 'hast';
import { CHAPTER_LINK, type Chapter } from '../../model/guide.ts';
import { error, hasErrors, type Problem } from '../../model/problem.ts';
import { didYouMean, noCard } from '../../model/suggest.ts';
import type { Report } from '../../read/files.ts';
import { checked } from '../../read/values.ts';
import { type BodyContext, bodyOf, tagsAlone } from '../kit/body.ts';
import type { ReadOnce } from '../kit/kit.ts';
import type { KitSource } from '../kit/stack-kit.ts';
import { checkLead, notFilledIn, TO_BE_WRITTEN } from '../not-filled-in.ts';
import { CHAPTER_FRONT } from './front.ts';
import { GUIDE_BLOCKS, guideTags, type Named } from './tags.ts';

/** What chapters are read with. */
export interface GuideContext extends BodyContext {
  named: Named;
  /** Names of colour tokens. */
  colours: readonly string[];
}

/**
 * The chapters of a guide in their order, without those about hidden cards, and without those with mistakes, which are reported. What
 * they name is still to be named: `withNames`.
 */
export function readGuide(sources: readonly KitSource[], context: GuideContext, once: ReadOnce): Chapter[] {
  const texts = sources.filter(({ kind }) => kind === 'chapter');
  const chapters = texts.flatMap((one) => once(one, (say) => readChapter(one, context, say)) ?? []);
  return chapters.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** Chapters with the titles of what they name. The guide's own tags are still in them: they are replaced when it is planned. */
export function withNames(chapters: readonly Chapter[], names: Named): Chapter[] {
  const titles = new Map(chapters.map(({ id, title }) => [id, title]));
  return chapters.map((chapter) => ({
    ...chapter,
    sections: chapter.sections.map((one) => ({ ...one, content: named(one.content, names, titles) })),
  }));
}

function readChapter(source: KitSource, context: GuideContext, report: Report): Chapter[] {
  const { id, file, front } = source;
  const { ids, hidden, retired } = context.vocabulary;
  const found: Problem[] = [];
  const say: Report = (problem) => found.push(problem);
  const read = front && checked(CHAPTER_FRONT, front, 'chapter', say);
  if (!front || !read) {
    for (const one of found) report(one);
    return [];
  }
  const { card = '', order, sources } = read;
  if (hidden.has(card)) return [];
  if (card !== '' && !ids.has(card)) {
    say(error({ file, place: front.places.card, rule: 'chapter/no-card', message: noCard(card, ids, { retired }) }));
  }
  if (read.colour !== undefined && !context.colours.includes(read.colour)) {
    const message = `There is no color "${read.colour}" in tokens.json.${didYouMean(read.colour, context.colours)}`;
    const rule = 'chapter/colour';
    say(error({ file, place: front.places.colour, rule, message, allowed: context.colours, got: read.colour }));
  }
  if (card === '' && read.title === undefined) {
    const message = 'A chapter has a title, or is about a card, whose title it has then.';
    say(error({ file, place: { line: 1, column: 1 }, rule: 'chapter/title', message }));
  }
  const sections = bodyOf(source, context, guideTags(context.named), say).map(({ section }) => ({
    ...section,
    content: lifted(section.content),
  }));
  refusePictures(sections, file, say);
  checkWritten(source, read.lead, sections, say);
  for (const one of found) report(one);
  if (hasErrors(found)) return [];
  const title = read.title ?? context.cards.get(card)?.title ?? card;
  const { lead = '', part = '', colour = '' } = read;
  return [{ id, title, lead, part, order, card, colour, sources, sections, file, places: front.places }];
}

/** Warns of what `prepdeck new chapter` wrote for its author to replace. */
function checkWritten(
  { file, front }: KitSource,
  lead: string | undefined,
  sections: Chapter['sections'],
  report: Report,
): void {
  checkLead('chapter', lead, { file, place: front?.places.lead }, report);
  const { chapterText } = TO_BE_WRITTEN;
  for (const { heading, place } of sections.filter(({ text }) => text.includes(chapterText))) {
    report(notFilledIn('chapter', `The section "${heading}"`, chapterText, { file: place.file ?? file, place }));
  }
}

function refusePictures(sections: Chapter['sections'], file: string, report: Report): void {
  for (const { place } of sections.filter(({ content }) => hasPicture(content))) {
    const [message, note] = ['A chapter of the guide has no pictures.', 'Name a card: <Card id="…" />.'];
    report(error({ file: place.file ?? file, place, rule: 'chapter/picture', message, note }));
  }
}

function hasPicture(node: Root | ElementContent): boolean {
  if (node.type === 'element' && node.tagName === 'img') return true;
  return 'children' in node && node.children.some((one) => one.type === 'element' && hasPicture(one));
}

/** A tree with the tags that name boards, worksheets and chapters replaced by their titles; a chapter of this guide becomes a link. */
function named<Tree extends Root | ElementContent>(
  tree: Tree,
  names: Named,
  chapters: ReadonlyMap<string, string>,
): Tree {
  if (!('children' in tree)) return tree;
  const children = tree.children.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [node];
    if (node.type !== 'element') return [];
    const id = String(node.properties.id ?? '');
    if (node.tagName === 'Chapter') return [linkTo(id, chapters.get(id), names.chapters.get(id) ?? id)];
    if (node.tagName === 'Board') return [said(names.boards.get(id) ?? id)];
    if (node.tagName === 'Worksheet') return [said(names.worksheets.get(id) ?? id)];
    return [named(node, names, chapters)];
  });
  return { ...tree, children };
}

function linkTo(id: string, title: string | undefined, hidden: string): ElementContent {
  if (title === undefined) return { type: 'text', value: hidden };
  const children: ElementContent[] = [{ type: 'text', value: title }];
  return { type: 'element', tagName: 'a', properties: { href: CHAPTER_LINK + id }, children };
}

function said(name: string): ElementContent {
  return { type: 'element', tagName: 'em', properties: {}, children: [{ type: 'text', value: name }] };
}

/** A tree in which tags on lines of their own are blocks. */
function lifted(root: Root): Root {
  const children = root.children.flatMap((node) => {
    const tags = tagsAlone(node, ({ tagName }) => GUIDE_BLOCKS.has(tagName)) ?? [];
    return tags.length > 0 ? tags : [node];
  });
  return { ...root, children };
}
