/** What people type or paste without seeing it, as tabs and zero-width spaces: no font has a sign for it. */
const UNSEEN = /[\p{Cc}\u200b\u2060\ufeff]+/gu;

/** The lines of a text, without empty ones and without what nobody sees. */
export function linesIn(text: string): string[] {
  return text
    .split(/[\r\n\u2028\u2029]+/u)
    .map((line) => line.replace(UNSEEN, (unseen) => (/\t/u.test(unseen) ? ' ' : '')).trim())
    .filter((line) => line !== '');
}
