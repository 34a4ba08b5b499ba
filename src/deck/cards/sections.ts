import type { Section } from '../../model/card.ts';
import type { ElementContext, TagRule } from '../../model/looks.ts';
import { error } from '../../model/problem.ts';
import type { Report } from '../../read/files.ts';
import { printedText, toContent } from './content.ts';
import type { Draft } from './draft.ts';
import { isSection, type Part, placeOf } from './parts.ts';

/** What sections are made with. */
export interface SectionContext extends ElementContext {
  /** The card's own, as shown. */
  file: string;
  elements: Readonly<Record<string, TagRule>>;
  report: Report;
  /** How much of its budgets a text may fill, in percent. */
  room: number;
  /** Headings of sections whose lists lost items to hidden cards: what their look asks for, their author wrote. */
  shortened?: ReadonlySet<string> | undefined;
}

/** The checked and settled parts of a card as sections. Text before the first is refused; a comment may stand there. */
export function sectionsOf(parts: readonly Part[], context: SectionContext): Section[] {
  return parts.flatMap((part) => sectionOf(part, context) ?? []);
}

function sectionOf({ tree, file }: Part, context: SectionContext): Section | undefined {
  const { elements, report } = context;
  const [first, ...nodes] = tree.children;
  if (!first) return undefined;
  const place = placeOf(first);
  if (!isSection(first)) {
    const message = 'This text stands before the first section.';
    const note = 'Put a "## Heading" before it.';
    report(error({ file, place, rule: 'card/stray-text', message, note }));
    return undefined;
  }
  const content = toContent(nodes);
  const heading = printedText(toContent([{ type: 'paragraph', children: first.children }]), elements, context);
  const text = printedText(content, elements, context);
  return { heading, content, text, place: file === context.file ? place : { ...place, file } };
}

/** The sections of a card as they are printed: those of an override that are new to the card stand where its look wants them. */
export function arranged(sections: readonly Section[], { file, parts, look }: Draft): Section[] {
  if (parts.every((part) => part.file === file)) return [...sections];
  const wanted = Object.keys(look?.sections ?? {});
  return [...sections].sort((a, b) => wanted.indexOf(a.heading) - wanted.indexOf(b.heading));
}
