import { checkPagesTranslated, checkTranslated } from '../check/translated.ts';
import type { Deck } from '../model/deck.ts';
import type { Problem } from '../model/problem.ts';

/**
 * Counts and names what the workshop is made of that is not translated to the deck's language: cards of its activities, boards and
 * worksheets. With `missing: skip` they are left out, of agendas and packing lists too.
 */
export function checkDayTranslated(deck: Deck): Problem[] {
  const ids = new Set(deck.day?.activities.map(({ id }) => id));
  const untranslated = deck.untranslated.filter((id) => ids.has(id));
  const printed = deck.cards.map(({ id }) => id).filter((id) => ids.has(id));
  const untranslatedPages = (deck.untranslatedPages ?? []).filter((one) => !one.startsWith('chapter:'));
  return [
    ...checkTranslated({ ...deck, untranslated }, printed),
    ...checkPagesTranslated({ ...deck, untranslatedPages }),
  ];
}
