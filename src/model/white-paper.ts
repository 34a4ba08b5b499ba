import type { Suit } from './card.ts';
import { luminance, readable } from './contrast.ts';
import type { Deck } from './deck.ts';
import type { Theme } from './theme.ts';

/** The suits of a deck, as far as their colors go. */
export type Suits = readonly Pick<Suit, 'colour' | 'families'>[];

/** The names of the colors that suits and families have: words are printed in them. */
export function wordColours(suits: Suits): ReadonlySet<string> {
  return new Set(suits.flatMap((suit) => [suit, ...suit.families]).map(({ colour }) => colour));
}

/**
 * A theme for pages that are printed on white paper. That of a deck with light words on dark cards has its paper and ink the other way
 * round, and the colors of its suits as dark as words need: cream words on white can't be read. Any other is as it was.
 */
export function themeOnWhite(theme: Theme, suits: Suits): Theme {
  const { paper, ink } = theme.colour;
  if (paper === undefined || ink === undefined || luminance(paper) >= luminance(ink)) return theme;
  const words = wordColours(suits);
  const turned = (name: string, hex: string) => {
    if (name === 'paper') return ink;
    if (name === 'ink') return paper;
    return words.has(name) ? readable(hex, ink, paper) : hex;
  };
  const colours = Object.entries(theme.colour).map(([name, hex]) => [name, turned(name, hex)]);
  return { ...theme, colour: Object.fromEntries(colours) };
}

/** A theme's paper and ink, the lighter of them first: a deck with light words on dark cards has them the other way round. */
export function lightAndDark({
  colour: { paper = '#ffffff', ink = '#000000' },
}: Pick<Theme, 'colour'>): [string, string] {
  return luminance(paper) >= luminance(ink) ? [paper, ink] : [ink, paper];
}

/** A deck as its boards, worksheets and guide show it: their paper is white, whatever its cards are printed on. */
export function deckOnWhite(deck: Deck): Deck {
  const theme = themeOnWhite(deck.theme, deck.suits);
  return theme === deck.theme ? deck : { ...deck, theme };
}
