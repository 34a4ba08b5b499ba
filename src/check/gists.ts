import type { Deck } from '../model/deck.ts';
import { type Problem, warning } from '../model/problem.ts';

/** Two cards that say the same in their gist. */
export function checkGists(deck: Deck): Problem[] {
  const seen = new Map<string, string>();
  return deck.cards.flatMap(({ id, gist, file, places }) => {
    const words = gist
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim();
    const other = seen.get(words);
    if (words === '' || other === undefined) {
      seen.set(words, id);
      return [];
    }
    const message = `The gist says the same as that of "${other}".`;
    const note = 'A gist tells a card from all others.';
    return [warning({ file, place: places.gist, rule: 'card/gist-twice', message, got: gist, note })];
  });
}
