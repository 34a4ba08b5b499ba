import { lookUp } from '../../src/model/look-up.ts';
import type { Theme } from '../../src/model/theme.ts';

/**
 * Least line heights of languages whose letters have marks over and under them, in font sizes: with less, lines touch. How far the letters of
 * the Universal Declaration of Human Rights, article 1, reach over the line and below it, together, in Noto Sans (Tibetan: Noto Serif), a
 * little rounded up; of Khmer and Burmese those of words with letters under letters, which reach farther.
 */
const LEAST: Readonly<Record<string, number>> = {
  bo: 1.75,
  dz: 1.75,
  km: 1.4,
  lo: 1.4,
  my: 1.55,
  si: 1.25,
  te: 1.25,
  th: 1.3,
};

/** A line height in font sizes, or what a deck's language takes at least. */
export function leadingIn({ lang = '' }: Pick<Theme, 'lang'>, leading: number): number {
  return Math.max(leading, lookUp(LEAST, lang.replace(/-.*/u, '')) ?? 0);
}
