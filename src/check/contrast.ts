import { contrast } from '../model/contrast.ts';
import type { Deck } from '../model/deck.ts';
import { lookUp } from '../model/look-up.ts';
import { type Problem, warning } from '../model/problem.ts';
import type { WordPlace } from '../model/word-place.ts';
import { shownFile } from './shown-file.ts';

/** WCAG 2.2, success criterion 1.4.3: text below 18 pt. */
const MIN_CONTRAST = 4.5;

/** The face for any suit: paper-coloured words on the suit's colour. */
const GENERAL = 'general';

/** Paper-coloured words stand on each family's colour and on that of a suit without a look of its own, and ink on paper. */
export function checkContrast(deck: Deck, wordPlace: WordPlace = () => undefined): Problem[] {
  const { colour } = deck.theme;
  const { paper, ink } = colour;
  if (paper === undefined || ink === undefined) return [];
  const families = Object.keys(colour).filter((name) => name.startsWith('family.'));
  const general = deck.suits.filter((suit) => suit.face === GENERAL);
  const pairs = new Set([...families, ...general.flatMap((suit) => [suit, ...suit.families]).map((one) => one.colour)]);
  return [...[...pairs].map((name) => ['paper', name] as const), ['ink', 'paper'] as const].flatMap(
    ([text, ground]) => {
      const measured = contrast(colour[text] ?? paper, lookUp(colour, ground) ?? ink);
      if (measured >= MIN_CONTRAST) return [];
      const shown = (Math.floor(measured * 10) / 10).toFixed(1);
      const message = `"${text}" on "${ground}" has a contrast of ${shown}; words need at least ${MIN_CONTRAST}.`;
      const note = 'Make one of the two darker or lighter, or some people can’t read it.';
      const { file = shownFile(deck, 'tokens.json'), place } =
        wordPlace(['colour', ground === 'paper' ? text : ground]) ?? {};
      return [warning({ file, place, rule: 'theme/contrast', message, note })];
    },
  );
}
