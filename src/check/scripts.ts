/** Scripts whose letters would be printed in the wrong order: react-pdf sets a line's letters from the left. */
const RIGHT_TO_LEFT = ['Adlam', 'Arabic', 'Hebrew', 'Mandaic', 'Nko', 'Samaritan', 'Syriac', 'Thaana'];

/** Scripts without spaces between words, by the languages' name in messages. */
const WITHOUT_SPACES: Readonly<Record<string, readonly string[]>> = {
  Khmer: ['Khmer'],
  Lao: ['Lao'],
  Burmese: ['Myanmar'],
  Thai: ['Thai'],
  Tibetan: ['Tibetan'],
};

/** Up to this many letters count as one word, which is never broken: Kaizen (改善). More are a sentence, which would have to be. */
const WORD = 4;

/** A script that can't be set: its name, why, and its letters. */
export interface Unset {
  name: string;
  why: string;
  letters: RegExp;
}

/**
 * What none of these scripts is written without: their letters, and marks over and under them. Most texts have none of it, and to
 * look for it takes no time; to make what looks for letters of a script takes some milliseconds.
 */
const UNUSUAL = /[\u0300-\u1FFF\u20D0-\u20FF\u2C00-\uFFFF]/;

function backwards(): Unset[] {
  return RIGHT_TO_LEFT.map((name) => ({
    name,
    why: 'is written from right to left: its letters would be printed in the wrong order',
    letters: new RegExp(`\\p{Script=${name}}`, 'u'),
  }));
}

function unbroken(): (Unset & { sentence: RegExp })[] {
  return Object.entries(WITHOUT_SPACES).map(([name, scripts]) => {
    const of = scripts.map((one) => `\\p{Script=${one}}`).join('');
    return {
      name,
      why: 'is written without spaces between words: its lines would not be broken',
      letters: new RegExp(`[${of}]`, 'u'),
      sentence: new RegExp(`[${of}\\p{M}]{${WORD + 1}}`, 'u'),
    };
  });
}

/** For each of some texts the scripts of it that can't be set; single words of those without spaces can. */
export function unsetIn<Printed extends { text: string }>(all: readonly Printed[]): [Printed, Unset[]][] {
  const unusual = all.filter(({ text }) => UNUSUAL.test(text));
  if (unusual.length === 0) return [];
  const [wrong, whole] = [backwards(), unbroken()];
  return unusual.map((one) => [
    one,
    [
      ...wrong.filter(({ letters }) => letters.test(one.text)),
      // A pile of accents is none of them.
      ...whole.filter(({ letters, sentence }) => letters.test(one.text) && sentence.test(one.text)),
    ],
  ]);
}
