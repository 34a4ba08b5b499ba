/** Scripts whose letters would be printed in the wrong order: react-pdf sets a line's letters from the left. */
const RIGHT_TO_LEFT = ['Adlam', 'Arabic', 'Hebrew', 'Mandaic', 'Nko', 'Samaritan', 'Syriac', 'Thaana'];

/** Scripts without spaces between words, by the languages' name in messages. */
const WITHOUT_SPACES: Readonly<Record<string, readonly string[]>> = {
  'Chinese or Japanese': ['Han', 'Hiragana', 'Katakana'],
  Khmer: ['Khmer'],
  Lao: ['Lao'],
  Burmese: ['Myanmar'],
  Thai: ['Thai'],
  Tibetan: ['Tibetan'],
};

/** Up to this many letters count as one word, which is never broken: Kaizen (改善). More are a sentence, which would have to be. */
const WORD = 4;

/** Signs between short clauses, without a space beside them: 你好，世界。 */
const SIGNS = '、。，！？：；・「」『』（）《》〈〉ー';

/** A script that can't be set: its name, why, and its letters. */
export interface Unset {
  name: string;
  why: string;
  letters: RegExp;
}

const BACKWARDS: readonly Unset[] = RIGHT_TO_LEFT.map((name) => ({
  name,
  why: 'is written from right to left: its letters would be printed in the wrong order',
  letters: new RegExp(`\\p{Script=${name}}`, 'u'),
}));

const UNBROKEN: readonly (Unset & { sentence: RegExp })[] = Object.entries(WITHOUT_SPACES).map(([name, scripts]) => {
  const of = scripts.map((one) => `\\p{Script=${one}}`).join('');
  return {
    name,
    why: 'is written without spaces between words: its lines would not be broken',
    letters: new RegExp(`[${of}${SIGNS}]`, 'u'),
    sentence: new RegExp(`[${of}\\p{M}]{${WORD + 1}}|[${of}\\p{M}${SIGNS}]{${2 * WORD + 1}}`, 'u'),
  };
});

/** The scripts of a text that can't be set; single words of those without spaces can. */
export function unsetIn(text: string): Unset[] {
  const backwards = BACKWARDS.filter(({ letters }) => letters.test(text));
  return [...backwards, ...UNBROKEN.filter(({ sentence }) => sentence.test(text))];
}
