import { lookUp } from '../../model/look-up.ts';
import { isUnspaced, lettersApart } from '../../model/unspaced.ts';

/** Letters that Unicode does not take apart into a letter and an accent, and what people type for them. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  // At the end of a word, and where capitals end in Σ: “ΠΡΟΣ” begins πρόσεξε.
  ς: 'σ',
};

/** A text as it is compared: small letters without accents, so that “cafe” finds “Café” and “strasse” finds “Straße”. */
export function folded(text: string): string {
  return (
    text
      .normalize('NFKD')
      .toLowerCase()
      // Accents, and what nobody types: soft hyphens, zero-width spaces and joiners. The marks of kana make other letters of them.
      .replace(/[\u0300-\u036f\u00ad\u200b-\u200d\u2060]/g, '')
      .normalize('NFC')
      .replace(/[ßłøæœđðþħıς]/g, (letter) => lookUp(PLAIN, letter) ?? letter)
  );
}

/** Whether a folded word is of Korean, whose letters are syllables, not single signs of them, as they stand while one is being typed. */
export function isSyllables(word: string): boolean {
  return /^[\uac00-\ud7a3]+$/u.test(word);
}

/** The words of a folded piece of text without spaces: “a/b” has a and b, “e-mail” e and mail. Vowels of Hindi are marks, and belong to their words. */
function partsIn(piece: string): string[] {
  const parts = piece.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
  return parts.flatMap((part) => (isUnspaced(part) ? pairsIn(part) : [part]));
}

/** Chinese and Japanese have no spaces between words: each letter with the next one stands for a word, and a letter alone for itself. */
function pairsIn(part: string): string[] {
  const letters = lettersApart(part);
  const pairs = letters.slice(1).map((letter, at) => [letters[at] ?? '', letter] as const);
  const alone = letters.filter((one) => !isUnspaced(one) || letters.length === 1);
  return [...alone, ...pairs.filter((pair) => pair.every(isUnspaced)).map((pair) => pair.join(''))];
}

/** The folded words of a text. */
export function foldedWords(text: string): string[] {
  return partsIn(folded(text));
}

/** Words that a text is found by: each part, and parts that a mark joins as one too, for “e-mail” is typed “email”; of Chinese and Japanese each letter too. */
export function wordsOf(text: string): string[] {
  return folded(text)
    .split(/\s+/)
    .flatMap((piece) => {
      const parts = partsIn(piece);
      if (isUnspaced(piece)) return [...parts, ...lettersApart(piece).filter(isUnspaced)];
      return parts.length > 1 ? [...parts, parts.join('')] : parts;
    });
}

/** A code in one spelling: `REC 32`, `rec-032` and `rec32` are `rec32`. */
export function codeOf(text: string): string {
  return foldedWords(text)
    .join('')
    .replace(/^(\p{L}+)0+(?=\p{N})/u, '$1');
}

/** The shortest stem that is left of a word: with fewer letters, “goes” and “go” would be taken for one word. */
const SHORTEST = 3;

/** Put before a stem in the index, so that a search for the beginning of a word does not match it as a whole word. */
export const STEM = '~';

/** The words of a list that a language gives, as texts are compared. */
export function listOf(words: string): string[] {
  return folded(words).split(' ').filter(Boolean);
}

/** The endings of words in a language, the longest first. */
export function endingsOf(words: string): string[] {
  return listOf(words).sort((a, b) => b.length - a.length);
}

/** “behaviour” and “favourites”, but not “hour” and “resource”. */
const BRITISH_OUR = /(\p{L}{3})our(?=$|s$|it|al|ed|ing)/u;

/** What is left of “personalis(ation)” and “analys(e)”, and of “catalogu(e)”, where Americans have z, and no u. */
const BRITISH_ENDS = [
  [/([iy])s$/, '$1z'],
  [/ogu$/, 'og'],
] as const;

/**
 * A folded word without its ending: “recommendations” and “recommends” are “recommend”, “tagged” is “tag”, and “personalisation” is what
 * “personalized” is. `endings`: the longest first.
 */
export function stemOf(word: string, endings: readonly string[]): string {
  const spelled = word.replace(BRITISH_OUR, '$1or');
  const ending = endings.find((one) => spelled.endsWith(one) && spelled.length - one.length >= SHORTEST);
  const stem = ending ? spelled.slice(0, -ending.length) : spelled;
  if (stem.length <= SHORTEST) return stem;
  const single = stem.replace(/(\p{L})\1$/u, '$1');
  return BRITISH_ENDS.reduce((before, [british, other]) => before.replace(british, other), single);
}
