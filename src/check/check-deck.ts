import type { Deck } from '../model/deck.ts';
import type { Looks } from '../model/loaded-looks.ts';
import { type Problem, sorted } from '../model/problem.ts';
import { checkContrast } from './contrast.ts';
import { checkCoverage, type Looking } from './coverage.ts';
import { checkGists } from './gists.ts';
import { checkLinks } from './links.ts';

/**
 * Checks what needs the whole deck: links between cards, words told twice, characters that the fonts lack, contrast. What one card
 * alone shows is checked where its front matter and its body are read: deck/cards/check-front.ts, check-body.ts.
 *
 * @param broken ids of cards whose files exist but could not be loaded: links to them are right
 */
export function checkDeck(
  deck: Deck,
  looks: Looks,
  broken: ReadonlySet<string> = new Set(),
  looking: Looking = {},
): Problem[] {
  return sorted([
    ...checkLinks(deck, looks, broken),
    ...checkGists(deck),
    ...checkCoverage(deck, looking),
    ...checkContrast(deck, looking.wordPlace),
  ]);
}
