import type { Suit } from '../model/card.ts';
import { luminance, readable } from '../model/contrast.ts';
import type { Theme } from '../model/theme.ts';

/** Colors at least this light (relative luminance, 0–1) are grounds: paper, a jar's glass. */
const LIGHT = 0.6;
const WHITE = '#ffffff';

/**
 * A theme for desktop printers: light grounds become white, and layouts put dark words on white (see `Theme.lowInk`). Words are in the
 * colors of suits and families: a light one, as yellow, is darkened, or they would vanish. Of a deck of light words on dark paper
 * paper and ink change places, and all of these colors are made for white.
 */
export function lowInk(theme: Theme, suits: readonly Pick<Suit, 'colour' | 'families'>[]): Theme {
  const { paper = WHITE, ink = '#000000' } = theme.colour;
  const isDark = luminance(paper) < luminance(ink);
  const dark = isDark ? paper : ink;
  const words = new Set(suits.flatMap((suit) => [suit, ...suit.families]).map(({ colour }) => colour));
  const onWhite = (name: string, hex: string) => {
    if (name === 'paper') return WHITE;
    if (name === 'ink') return dark;
    if (words.has(name) && (isDark || luminance(hex) >= LIGHT)) return readable(hex, WHITE, dark);
    return luminance(hex) >= LIGHT ? WHITE : hex;
  };
  const colours = Object.entries(theme.colour).map(([name, hex]) => [name, onWhite(name, hex)]);
  return { ...theme, colour: Object.fromEntries(colours), lowInk: true };
}
