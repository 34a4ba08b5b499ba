/** Scripts whose letters would be printed in the wrong order: react-pdf sets a line's letters from the left. */
const RIGHT_TO_LEFT = ['Adlam', 'Arabic', 'Hebrew', 'Mandaic', 'Nko', 'Samaritan', 'Syriac', 'Thaana'];

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

/** For each of some texts the scripts of it that can't be set. */
export function unsetIn<Printed extends { text: string }>(all: readonly Printed[]): [Printed, Unset[]][] {
  const unusual = all.filter(({ text }) => UNUSUAL.test(text));
  if (unusual.length === 0) return [];
  const wrong = backwards();
  return unusual.map((one) => [one, wrong.filter(({ letters }) => letters.test(one.text))]);
}
