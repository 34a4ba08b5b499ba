import type { Deck } from '../model/deck.ts';
import { error, type Problem, warning } from '../model/problem.ts';
import { shownFile } from './shown-file.ts';

/** How many cards are named in a message; `prepdeck outdated` lists all. */
const NAMED = 20;

/**
 * Counts and names the cards that the deck's language has no translation of, as deck.yaml's `missing` says.
 *
 * @param cards ids of the cards that are printed
 */
export function checkTranslated(deck: Deck, cards: readonly string[]): Problem[] {
  const { untranslated, missing } = deck;
  const lacking = missing === 'skip' ? untranslated : untranslated.filter((id) => cards.includes(id));
  if (lacking.length === 0) return [];
  const all = missing === 'skip' ? cards.length + lacking.length : cards.length;
  return [notTranslated(`${lacking.length} of ${all} cards`, lacking, deck)];
}

/** The same of boards, worksheets and chapters of the guide. */
export function checkPagesTranslated(deck: Deck): Problem[] {
  const { untranslatedPages: lacking = [], boards = [], worksheets = [], guide = [], missing } = deck;
  if (lacking.length === 0) return [];
  const all = { board: boards.length, worksheet: worksheets.length, chapter: guide.length };
  const counts = Object.entries(all).flatMap(([kind, left]) => {
    const count = lacking.filter((one) => one.startsWith(`${kind}:`)).length;
    return count === 0 ? [] : [`${count} of ${missing === 'skip' ? left + count : left} ${kind}s`];
  });
  return [notTranslated(counts.join(', '), lacking, deck)];
}

function notTranslated(how: string, lacking: readonly string[], deck: Deck): Problem {
  const { missing, lang } = deck;
  const named = lacking.slice(0, NAMED).join(', ');
  const rest = lacking.length > NAMED ? ` and ${lacking.length - NAMED} more; npx prepdeck outdated lists them` : '';
  const what = {
    'fall-back': 'are printed in the deck’s first language',
    skip: 'are left out',
    fail: 'must be translated',
  };
  const message = `${how} are not translated to "${lang}" and ${what[missing]}: ${named}${rest}.`;
  const note = 'What is done with them is `missing` in deck.yaml: fall-back, skip or fail.';
  const report = missing === 'fail' ? error : warning;
  return report({ file: shownFile(deck, `locales/${lang}`), rule: 'locale/not-translated', message, note });
}
