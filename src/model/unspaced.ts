// Chinese and Japanese have no spaces between words, nor have Thai, Lao, Khmer, Burmese and Tibetan. Where their lines end, `breaks.ts` says.

/** Letters and signs of Chinese and Japanese, by their places in Unicode: what a script's name stands for changes from version to version. */
export const IDEOGRAPHS = String.raw`\u2e80-\u2fdf\u3000-\u30ff\u3100-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff9f\uffe0-\uffe6\u{20000}-\u{3fffd}`;
/** Letters of Thai, Lao, Tibetan, Burmese and Khmer, and marks on them, without their figures and stops. */
export const SYLLABLES = String.raw`\u0e01-\u0e3a\u0e40-\u0e4e\u0e80-\u0ece\u0edc-\u0edf\u0f00\u0f0b\u0f0c\u0f35\u0f37\u0f39\u0f40-\u0fbc\u1000-\u103f\u1050-\u108f\u109a-\u109d\u1780-\u17d3\u17d7\u17dc\u17dd\ua9e0-\ua9ef\ua9fa-\ua9fe\uaa60-\uaa7f`;
/** Letters and signs of all languages that have no spaces between words. */
export const UNSPACED = `${IDEOGRAPHS}${SYLLABLES}`;
const ANY = new RegExp(`[${UNSPACED}]`, 'u');
const BESIDE = new RegExp(`(?<=[${UNSPACED}])|(?=[${UNSPACED}])`, 'u');

/** Whether a text has letters of a language without spaces between words. */
export function isUnspaced(text: string): boolean {
  return ANY.test(text);
}

/** A word with each letter and sign of such a language apart: the words of a text, where nobody can tell words apart. */
export function lettersApart(word: string): string[] {
  return isUnspaced(word) ? word.split(BESIDE) : [word];
}
