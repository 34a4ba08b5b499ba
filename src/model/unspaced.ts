// Chinese and Japanese have no spaces between words. Where their lines end, `breaks.ts` says.

/** Letters and signs of Chinese and Japanese, by their places in Unicode: what a script's name stands for changes from version to version. */
export const UNSPACED = String.raw`\u2e80-\u2fdf\u3000-\u30ff\u3100-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff9f\uffe0-\uffe6\u{20000}-\u{3fffd}`;
const ANY = new RegExp(`[${UNSPACED}]`, 'u');
const BESIDE = new RegExp(`(?<=[${UNSPACED}])|(?=[${UNSPACED}])`, 'u');

/** Whether a text has letters of Chinese or Japanese. */
export function isUnspaced(text: string): boolean {
  return ANY.test(text);
}

/** A word with each letter and sign of Chinese and Japanese apart: the words of a text, where nobody can tell words apart. */
export function lettersApart(word: string): string[] {
  return isUnspaced(word) ? word.split(BESIDE) : [word];
}
