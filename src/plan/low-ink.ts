import { luminance, readable } from '../model/contrast.ts';
import type { Theme } from '../model/theme.ts';
import { type Suits, themeOnWhite, wordColours } from '../model/white-paper.ts';

/** Colors at least this light (relative luminance, 0–1) are grounds: paper, a jar's glass. */
const LIGHT = 0.6;
const WHITE = '#ffffff';

/**
 * A theme for desktop printers: light grounds become white, and layouts put dark words on white (see `Theme.lowInk`). Words are in the
 * colors of suits and families: a light one, as yellow, is darkened, or they would vanish.
 */
export function lowInk(theme: Theme, suits: Suits): Theme {
  const { colour } = themeOnWhite(theme, suits);
  const words = wordColours(suits);
  const onWhite = (name: string, hex: string) => {
    if (name === 'paper') return WHITE;
    if (luminance(hex) < LIGHT) return hex;
    return words.has(name) ? readable(hex, WHITE, colour.ink ?? '#000000') : WHITE;
  };
  const colours = Object.entries(colour).map(([name, hex]) => [name, onWhite(name, hex)]);
  return { ...theme, colour: Object.fromEntries(colours), lowInk: true };
}
