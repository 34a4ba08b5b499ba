/**
 * Where a line may end: a plain space, or what becomes one. All other white space keeps together what stands beside it, as the renderer has
 * it: no-break spaces, wide (U+00A0), narrow (U+202F: French writes one before `?`) and as wide as a figure (U+2007).
 */
export const SPACES = /[ \t\n\r]+/u;

/** Whether a letter is such a space. */
export function isSpace(letter: string | undefined): boolean {
  return letter !== undefined && /^[ \t\n\r]$/u.test(letter);
}

/** A text without such spaces at its ends. */
export function trimmed(text: string): string {
  return text.replace(/^[ \t\n\r]+|[ \t\n\r]+$/gu, '');
}

/** A text in one line: each row of such spaces is one, and none is at its ends. */
export function inOneLine(text: string): string {
  return trimmed(text).split(SPACES).join(' ');
}

/** A text as it is set in one line of its own: it is not divided at its soft hyphens, and each letter has its accents with it where one has. */
export function inLabel(text: string): string {
  return inOneLine(text.replaceAll('\u00ad', '')).normalize('NFC');
}
