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
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const [r = 0, g = 0, b = 0] = channels.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return Math.max(...channels) - Math.min(...channels) <= GREY && 0.2126 * r + 0.7152 * g + 0.0722 * b <= DARK;
}
