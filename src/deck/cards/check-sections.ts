import type { Section, Suit } from '../../model/card.ts';
import type { Look, SectionRule } from '../../model/looks.ts';
import { error, type Place } from '../../model/problem.ts';
import { didYouMean } from '../../model/suggest.ts';
import { notFilledIn, placeholderIn, TO_BE_WRITTEN } from '../not-filled-in.ts';
import { overBudget } from './budgets.ts';
import { printedText } from './content.ts';
import type { Draft } from './draft.ts';
import type { SectionContext } from './sections.ts';

/** Checks the sections of a card against its look and its suit: which there may be, their order, their budgets. */
export function checkSections(
  sections: readonly Section[],
  { card, look, suit }: Draft,
  context: SectionContext,
): void {
  const { file, report } = context;
  if (look && card && !card.blank) checkAgainst(look, sections, context);
  const [first] = sections;
  if (!first) return;
  const { place } = first;
  if (card?.blank) report(error({ file, place, rule: 'card/blank', message: 'A blank card has no sections.' }));
  if (suit?.back !== undefined) report(notOnBack(suit, file, place));
}

function checkAgainst(look: Look, sections: readonly Section[], context: SectionContext): void {
  const { file, report } = context;
  const wanted = Object.keys(look.sections ?? {});
  checkHeadings(look, sections, context);
  for (const section of sections) checkFilledIn(section, context);
  for (const [heading, rule] of Object.entries(look.sections ?? {})) {
    const section = sections.find((one) => one.heading === heading);
    if (section) checkSection(section, rule, context);
    else if (!rule.optional) {
      const message = `The section "## ${heading}" is missing.`;
      report(error({ file, rule: 'card/missing-section', message, allowed: wanted }));
    }
  }
  checkOrder(sections, wanted, context);
}

function checkHeadings({ sections: rules }: Look, sections: readonly Section[], context: SectionContext): void {
  const { file, report } = context;
  const fail = (place: Place, rule: string, message: string, allowed?: readonly string[]) =>
    report(error({ file, place, rule: `card/${rule}`, message, allowed }));
  const wanted = Object.keys(rules ?? {});
  for (const [at, { heading, place, content }] of sections.entries()) {
    const isSecond = sections.slice(0, at).some((one) => one.heading === heading);
    if (isSecond) fail(place, 'section-twice', `The section "${heading}" stands here twice.`);
    else if (rules && !wanted.includes(heading)) {
      fail(place, 'unknown-section', `There is no section "${heading}" on this card.${hint(heading, wanted)}`, wanted);
    } else if (content.children.length === 0) fail(place, 'empty-section', `The section "${heading}" is empty.`);
  }
}

function checkOrder(sections: readonly Section[], wanted: readonly string[], { file, report }: SectionContext): void {
  const known = sections.map(({ heading }) => heading).filter((heading) => wanted.includes(heading));
  const moved = known.findIndex((heading, i) => i > 0 && wanted.indexOf(heading) < wanted.indexOf(known[i - 1] ?? ''));
  if (moved < 0) return;
  const [before, heading] = [known[moved - 1], known[moved]];
  const place = sections.find((one) => one.heading === heading)?.place;
  const message = `The section "${heading}" stands before "${before}" on a card.`;
  report(error({ file, place, rule: 'card/section-order', message, allowed: wanted }));
}

/** Warns of what `prepdeck new card` wrote for its author to replace, in a suit that takes any heading too. */
function checkFilledIn({ heading, content, place }: Section, context: SectionContext): void {
  const { file, report, elements } = context;
  const left = placeholderIn(content, (node) => printedText(node, elements, context));
  if (left !== undefined) report(notFilledIn('card', `The section "${heading}"`, left, { file, place }));
  if (heading === TO_BE_WRITTEN.heading) report(notFilledIn('card', 'A heading', heading, { file, place }));
}

function checkSection(section: Section, rule: SectionRule, context: SectionContext): void {
  const { heading, content, text, place } = section;
  const { file, report, room } = context;
  if (!rule.items) {
    overBudget({ what: `"${heading}"`, text, budget: rule.budget, room, file, place }, report);
    return;
  }
  const { min, max, budget } = rule.items;
  const [list, ...rest] = content.children;
  const isList = list?.type === 'element' && (list.tagName === 'ul' || list.tagName === 'ol') && rest.length === 0;
  const items = isList ? list.children : [];
  const isShortened = context.shortened?.has(heading) === true;
  // A dash stands for a list all of whose cards are hidden: that is a warning already.
  if (isShortened && text === '–') return;
  if (!isList || (items.length < min && !isShortened) || items.length > max) {
    const count = min === max ? `${min}` : `${min} to ${max}`;
    const got = isList ? `${items.length}` : 'other text';
    const message = `The section "${heading}" is one list of ${count} items; got ${got}.`;
    report(error({ file, place, rule: 'card/list', message, got }));
    return;
  }
  for (const [i, item] of items.entries()) {
    const what = `Item ${i + 1} of "${heading}"`;
    overBudget({ what, text: printedText(item, context.elements, context), budget, room, file, place }, report);
  }
}

function hint(heading: string, wanted: readonly string[]): string {
  return wanted.length === 0 ? ' It has none.' : didYouMean(heading, wanted);
}

function notOnBack({ id, back }: Suit, file: string, place: Place) {
  const message = `All cards of the suit "${id}" have one back: this section would not be printed.`;
  const note = `Take it out, or take "back: ${back}" out of suits.yaml.`;
  return error({ file, place, rule: 'card/one-back', message, note });
}
