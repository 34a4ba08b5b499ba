/** What joins a letter of the scripts of India, Sri Lanka, Burma and Cambodia to the next, as in न्द: their virama, and a joiner after it. */
const JOINT = '[\\u1039\\u17d2\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d4d\\u0dca][\\u200c\\u200d]?';
/** Vowels of Thai and Lao that are letters: those before the letter that they are said after, and those that begin with a mark on it. */
const [BEFORE, AFTER] = ['(?:[\\u0e40-\\u0e44\\u0ec0-\\u0ec4](?=\\p{L}))?', '[\\u0e33\\u0eb3]?'];
const LETTER = new RegExp(`(?:\\P{M}\\p{M}*?${JOINT}(?=\\p{L}))*${BEFORE}\\P{M}\\p{M}*${AFTER}|\\p{M}+`, 'gu');
const JOINED = new RegExp(`${JOINT}$`, 'u');

/** The letters of a text, each with the accents that follow it and are characters of their own, as in x́, and with the letters that it is joined to. */
export function lettersOf(text: string): string[] {
  return text.match(LETTER) ?? [];
}

/** Each letter of a text once, in the order of their numbers: what a font is cut down to. */
export function alphabetOf(text: string): string {
  return spelled([...new Set(lettersOf(text.normalize('NFC')))].sort());
}

/** A text of these letters: one that would join the next has a space after it. */
export function spelled(letters: readonly string[]): string {
  return letters.map((letter) => (JOINED.test(letter) ? `${letter} ` : letter)).join('');
}

/** The first letter or figure of a text: of « Ça va ? » it is Ç, of क्या all. Of a text without one, its first sign. */
export function firstLetter(text: string): string {
  const letters = lettersOf(text);
  return letters.find((letter) => /[\p{L}\p{N}]/u.test(letter)) ?? letters[0] ?? '';
}
