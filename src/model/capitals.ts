/** Letters of Georgian. Unicode has capitals of it since 2018, which most of its fonts have not, and no sentence or name begins with one. */
const GEORGIAN = String.raw`\u10d0-\u10ff`;
const OTHERS = new RegExp(`[^${GEORGIAN}]+`, 'gu');

/** Letters that a code may have, as a part of a regular expression: capitals, and letters of scripts that have none. */
export const CAPITAL = String.raw`\p{Lu}\p{Lo}` + GEORGIAN;

/** A text in the capitals of its language: Ερώτηση is ΕΡΩΤΗΣΗ, istek is İSTEK in Turkish; Georgian stays as it is. */
export function capitals(text: string, lang?: string): string {
  return text.replace(OTHERS, (part) => part.toLocaleUpperCase(lang));
}
