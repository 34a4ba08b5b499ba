import type { Heading, Root, RootContent } from 'mdast';
import type { Section } from '../../model/card.ts';
import type { Element, ElementContext, Look, SectionRule } from '../../model/looks.ts';
import { error, type Place, warning } from '../../model/problem.ts';
import { didYouMean } from '../../model/suggest.ts';
import type { Report } from '../../read/files.ts';
import { textOf, toContent } from './content.ts';

/** What is known while sections are made. */
export interface SectionContext extends ElementContext {
  file: string;
  elements: Readonly<Record<string, Element>>;
  report: Report;
  /** How much of its budgets a text may fill, in percent. */
  room: number;
}

/** Cuts a body into its `## Sections`. Undefined after saying that there is text before the first. */
export function cutSections(tree: Root, context: SectionContext): Section[] | undefined {
  const parts: { heading: Heading; nodes: RootContent[] }[] = [];
  for (const node of tree.children) {
    const part = parts.at(-1);
    if (node.type === 'heading' && node.depth === 2) parts.push({ heading: node, nodes: [] });
    else if (part) part.nodes.push(node);
    else {
      const message = 'This text stands before the first section.';
      const note = 'Put a "## Heading" before it.';
      context.report(error({ file: context.file, place: placeOf(node), rule: 'card/stray-text', message, note }));
      return undefined;
    }
  }
  return parts.map(({ heading, nodes }): Section => {
    const content = toContent(nodes);
    const title = textOf(toContent([{ type: 'paragraph', children: heading.children }]), context.elements, context);
    const place = placeOf(heading);
    return { heading: title, content, text: textOf(content, context.elements, context), place };
  });
}

/** Holds sections against the rules of their face layout. */
export function checkSections(sections: readonly Section[], look: Look, context: SectionContext): void {
  const { file, report } = context;
  const fail = (place: Place | undefined, rule: string, message: string, allowed?: readonly string[]) =>
    report(error({ file, place, rule: `card/${rule}`, message, allowed }));
  const rules = look.sections;
  const wanted = Object.keys(rules ?? {});
  const found: string[] = [];
  for (const { heading, place, content } of sections) {
    if (found.includes(heading)) fail(place, 'section-twice', `The section "${heading}" stands here twice.`);
    else if (rules && !wanted.includes(heading)) {
      fail(place, 'unknown-section', `There is no section "${heading}" on this card.${hint(heading, wanted)}`, wanted);
    } else if (content.children.length === 0) fail(place, 'empty-section', `The section "${heading}" is empty.`);
    found.push(heading);
  }
  for (const [heading, rule] of Object.entries(rules ?? {})) {
    const section = sections.find((one) => one.heading === heading);
    if (section) checkSection(section, rule, context);
    else if (!rule.optional) fail(undefined, 'missing-section', `The section "## ${heading}" is missing.`, wanted);
  }
  const known = found.filter((heading) => wanted.includes(heading));
  const moved = known.findIndex((heading, i) => i > 0 && wanted.indexOf(heading) < wanted.indexOf(known[i - 1] ?? ''));
  if (moved > 0) {
    const [before, heading] = [known[moved - 1], known[moved]];
    const place = sections.find((one) => one.heading === heading)?.place;
    fail(place, 'section-order', `The section "${heading}" stands before "${before}" on a card.`, wanted);
  }
}

/** A text, what it may fill, and where it stands. */
interface Budgeted {
  /** As messages call it. */
  what: string;
  text: string;
  /** In characters. */
  budget: number;
  /** How much of its budget it may fill, in percent. */
  room: number;
  file: string;
  place: Place | undefined;
}

/** The warning that a text is longer than its budget. */
export function overBudget({ what, text, budget, room, file, place }: Budgeted, report: Report): void {
  const length = [...text].length;
  const most = Math.floor((budget * room) / 100);
  if (length <= most) return;
  const message = `${what} is ${length} characters: over budget by ${length - most}.`;
  const note = `Shorten it to ${most}; longer text is printed only if it happens to fit.`;
  report(warning({ file, place, rule: 'card/over-budget', message, note, got: text.slice(0, 80) }));
}

function checkSection(section: Section, rule: SectionRule, context: SectionContext): void {
  const { heading, content, text, place } = section;
  const { file, report, room } = context;
  // What `prepdeck new card` writes.
  if (/^\(\d+ characters\)$/.test(text)) {
    const message = `The section "${heading}" is not filled in: "${text}" would be printed.`;
    report(warning({ file, place, rule: 'card/not-filled-in', message }));
  }
  if (!rule.items) {
    overBudget({ what: `"${heading}"`, text, budget: rule.budget, room, file, place }, report);
    return;
  }
  const { min, max, budget } = rule.items;
  const [list, ...rest] = content.children;
  const isList = list?.type === 'element' && (list.tagName === 'ul' || list.tagName === 'ol') && rest.length === 0;
  const items = isList ? list.children : [];
  if (!isList || items.length < min || items.length > max) {
    const count = min === max ? `${min}` : `${min} to ${max}`;
    const got = isList ? `${items.length}` : 'other text';
    const message = `The section "${heading}" is one list of ${count} items; got ${got}.`;
    report(error({ file, place, rule: 'card/list', message, got }));
    return;
  }
  for (const [i, item] of items.entries()) {
    const what = `Item ${i + 1} of "${heading}"`;
    overBudget({ what, text: textOf(item, context.elements, context), budget, room, file, place }, report);
  }
}

function hint(heading: string, wanted: readonly string[]): string {
  return wanted.length === 0 ? ' It has none.' : didYouMean(heading, wanted);
}

function placeOf(node: RootContent): Place {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  return { line, column };
}
