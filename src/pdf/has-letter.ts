import { lookUp } from '../model/look-up.ts';

/** What a font has glyphs for: letters, and letters with accents that are characters of their own. */
interface Letters {
  glyphs: Readonly<Record<string, unknown>>;
  stacked?: Readonly<Record<string, unknown>>;
}

/** Whether a font has a letter, with its accents where it has some. */
export function hasLetter({ glyphs, stacked = {} }: Letters, letter: string): boolean {
  return lookUp(glyphs, letter) !== undefined || lookUp(stacked, letter) !== undefined;
}
