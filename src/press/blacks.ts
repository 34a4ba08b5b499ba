import { channels, luminance } from '../model/contrast.ts';
import type { Theme } from '../model/theme.ts';

/** A color this dark (relative luminance, 0–1) and this grey (steps of 255 between its channels) looks black to readers. */
const DARK = 0.04;
const GREY = 24;

/**
 * The theme's blacks: colors that in text and hairlines print as black ink alone. Printed in several inks, small letters would
 * have colored edges where the plates do not meet exactly.
 */
export function blacksOf({ colour }: Pick<Theme, 'colour'>): string[] {
  return [...new Set(Object.values(colour).filter(isBlack))].sort();
}

function isBlack(hex: string): boolean {
  const levels = channels(hex);
  return Math.max(...levels) - Math.min(...levels) <= GREY && luminance(hex) <= DARK;
}
