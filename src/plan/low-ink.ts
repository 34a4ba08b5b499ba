import { luminance } from '../model/contrast.ts';
import type { Theme } from '../model/theme.ts';

/** Colors at least this light (relative luminance, 0–1) are grounds: paper, a jar's glass. */
const LIGHT = 0.6;

/** A theme for desktop printers: light grounds become white, and layouts put dark words on white (see `Theme.lowInk`). */
export function lowInk(theme: Theme): Theme {
  const colours = Object.entries(theme.colour).map(([name, hex]) => [name, luminance(hex) >= LIGHT ? '#ffffff' : hex]);
  return { ...theme, colour: Object.fromEntries(colours), lowInk: true };
}
