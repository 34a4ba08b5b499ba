/** The letters of a text, each with the accents that follow it and are characters of their own, as in x́. */
export function lettersOf(text: string): string[] {
  return text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];
}

/** Each letter of a text once, in the order of their numbers: what a font is cut down to. */
export function alphabetOf(text: string): string {
  return [...new Set(lettersOf(text.normalize('NFC')))].sort().join('');
}
