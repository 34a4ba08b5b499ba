import type { Deck } from '../model/deck.ts';
import { error, type Problem, warning } from '../model/problem.ts';
import { shownFile } from './shown.ts';

/** How many cards are named in a message; `prepdeck outdated` lists all. */
const NAMED = 20;

/**
 * Counts and names the cards that the deck's language has no translation of, as deck.yaml's `missing` says.
 *
 * @param cards ids of the cards that are printed
 */
export function checkTranslated(deck: Deck, cards: readonly string[]): Problem[] {
  const { untranslated, missing, lang } = deck;
  const lacking = missing === 'skip' ? untranslated : untranslated.filter((id) => cards.includes(id));
  if (lacking.length === 0) return [];
  const all = missing === 'skip' ? cards.length + lacking.length : cards.length;
  const named = lacking.slice(0, NAMED).join(', ');
  const rest = lacking.length > NAMED ? ` and ${lacking.length - NAMED} more; prepdeck outdated lists them` : '';
  const what = {
    'fall-back': 'are printed in the deck’s first language',
    skip: 'are left out',
    fail: 'must be translated',
  };
  const message = `${lacking.length} of ${all} cards are not translated to "${lang}" and ${what[missing]}: ${named}${rest}.`;
  const note = 'What is done with them is `missing` in deck.yaml: fall-back, skip or fail.';
  const report = missing === 'fail' ? error : warning;
  return [report({ file: shownFile(deck, `locales/${lang}`), rule: 'locale/not-translated', message, note })];
}
