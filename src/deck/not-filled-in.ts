import type { Root } from 'hast';
import { type Place, type Problem, warning } from '../model/problem.ts';

/** What `prepdeck new` writes where its author is to write: as long as it stands there, it would be printed. */
export const TO_BE_WRITTEN = {
  /** A heading on a card of a suit that takes any. */
  heading: 'A heading of your own',
  /** What a board or a worksheet is for. */
  pageLead: 'What to do with it, in a sentence.',
  /** What a chapter of the guide is about. */
  chapterLead: 'What it is about, in a sentence.',
  chapterText: 'Write here, in Markdown.',
} as const;

/** The text that `prepdeck new` writes into a section of a card. */
export function placeholderOf(budget: number): string {
  return `(${budget} characters)`;
}

/** The first text of a section that `prepdeck new` wrote, in a list the first item; undefined where all was written by its author. */
export function placeholderIn(content: Root, textOf: (node: Root['children'][number]) => string): string | undefined {
  const texts = content.children.flatMap((node) =>
    node.type === 'element' && (node.tagName === 'ul' || node.tagName === 'ol')
      ? node.children.map(textOf)
      : [textOf(node)],
  );
  return texts.find((text) => /^\(\d+ characters\)$/u.test(text));
}

/** Says that a text is still what `prepdeck new` wrote. */
export function notFilledIn(
  kind: string,
  what: string,
  text: string,
  at: { file: string; place?: Place | undefined },
): Problem {
  return warning({
    ...at,
    rule: `${kind}/not-filled-in`,
    message: `${what} is not filled in: "${text}" would be printed.`,
  });
}

/** Says of a page or a chapter that its lead is still what `prepdeck new` wrote. */
export function checkLead(
  kind: string,
  lead: string | undefined,
  at: { file: string; place?: Place | undefined },
  report: (problem: Problem) => void,
): void {
  if (lead === TO_BE_WRITTEN.pageLead || lead === TO_BE_WRITTEN.chapterLead)
    report(notFilledIn(kind, '"lead"', lead, at));
}
