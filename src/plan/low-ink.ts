import type { Theme } from '../model/theme.ts';

/** Colors at least this light (relative luminance, 0–1) are grounds: paper, a jar's glass. */
const LIGHT = 0.6;

/** A theme for desktop printers: light grounds become white, and layouts put dark words on white (see `Theme.lowInk`). */
export function lowInk(theme: Theme): Theme {
  const colours = Object.entries(theme.colour).map(([name, hex]) => [name, luminance(hex) >= LIGHT ? '#ffffff' : hex]);
  return { ...theme, colour: Object.fromEntries(colours), lowInk: true };
}

/** Relative luminance of `#rrggbb` (WCAG 2). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
