// Where a word may be divided. Cards are not hyphenated: only its author divides a word, by a soft hyphen (U+00AD), which is
// printed as a hyphen at the end of a line and not at all elsewhere; a word wider than its line is divided after / - and _ and at
// the joints of an address, without a hyphen. A line of Chinese or Japanese may end after nearly every letter, without a hyphen: which stay
// together is by the classes of Unicode's UAX #14 and the rules for Japanese of JIS X 4051 (small kana and ー begin no line). Korean has
// spaces, at which its lines end: a word's Hangul stays with its Hanja, as in 漢字와. Lines of Thai, Lao, Khmer and Burmese end between words:
// where that is, dictionaries of ICU say, which is part of Node.js, and in Tibetan after the dot of a syllable.

import { IDEOGRAPHS, isUnspaced, SYLLABLES } from '../model/unspaced.ts';

export const SOFT_HYPHEN = '\u00ad';

/** Between two parts with at least two letters each: `e-commerce/shops` is divided after the slash alone. */
const JOINTS = /(?<=[\p{L}\p{N}]{2}[/_-])(?=[\p{L}\p{N}]{2})/u;
const ADDRESS_JOINTS = /(?<=[/_\-.?&=#:@+])(?![/_\-.?&=#:@+]|$)/u;
const ADDRESS = /^(?:[a-z]+:\/\/|www\.)|@.+\./iu;

/** A word's parts between its soft hyphens, without them. */
export function softParts(word: string): string[] {
  if (!word.includes(SOFT_HYPHEN)) return [word];
  const parts = word.split(SOFT_HYPHEN).filter((part) => part !== '');
  return parts.length === 0 ? [''] : parts;
}

/** A word's parts at its joints. */
export function jointParts(word: string): string[] {
  return word.split(ADDRESS.test(word) ? ADDRESS_JOINTS : JOINTS);
}

/** What begins no line: marks, closing signs and stops (CL, CP, EX, IS), signs for longer and repeated letters (NS), small kana (CJ), units after a number (PO). */
const NOT_FIRST = [
  String.raw`\p{M}、。，．・：；？！‼⁇⁈⁉゛゜ヽヾゝゞ々〻ー—–…‥〜～’”"'）〕］｝〉》」』】〙〗〟｠｣｡､･ｰﾞﾟ％‰℃°′″￠)\]}.,:;!?%／/`,
  'ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿｧ-ｯ',
].join('');
/** What ends no line: opening signs (OP) and signs before a number (PR). */
const NOT_LAST = String.raw`‘“"'（〔［｛〈《「『【〘〖〝｟｢(\[{$£¥￥＄￡#＃@`;
const HANGUL = String.raw`\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\uac00-\ud7fb`;
const BESIDE = `(?<=[${IDEOGRAPHS}]\\p{M}*)(?![${HANGUL}])|(?<![${HANGUL}])(?=[${IDEOGRAPHS}])`;
const BETWEEN = new RegExp(`(?:${BESIDE})(?<![${NOT_LAST}])(?![${NOT_FIRST}])`, 'u');

const SYLLABLE = new RegExp(`[${SYLLABLES}]`, 'u');
/** Two letters between which a line may end where a word does. Signs that repeat or shorten the word before them stay with it, and Tibetan dots. */
const APART = new RegExp(`[${SYLLABLES}]\\|(?![ฯๆຯໆៗ་༌\\p{M}])[${SYLLABLES}]`, 'u');

/** A word's parts between which a line may end: each letter of Chinese and Japanese with the signs that stay with it, each word of Thai. */
export function unspacedParts(word: string): string[] {
  if (!isUnspaced(word)) return [word];
  return word.split(BETWEEN).flatMap((part) => (SYLLABLE.test(part) ? dictionaryParts(part) : [part]));
}

/** A text without spaces by the words of it, which a dictionary knows. */
function dictionaryParts(text: string): string[] {
  // Which dictionary is by the letters: the language is of no account.
  const words = new Intl.Segmenter('th', { granularity: 'word' }).segment(text);
  const parts: string[] = [];
  for (const { segment } of words) {
    const last = parts.at(-1);
    const isApart = last !== undefined && APART.test(`${last.slice(-1)}|${segment}`.slice(0, 3));
    if (last === undefined || isApart) parts.push(segment);
    else parts[parts.length - 1] = last + segment;
  }
  return parts;
}
