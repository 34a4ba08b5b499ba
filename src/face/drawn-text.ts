import { SOFT_HYPHEN } from '../font/breaks.ts';

/**
 * The text of drawn lines, put together so that it can be compared with the given one: without the hyphens that divided words got at
 * line ends, and with a line end as white space only where the given text has some. Vowels that stand on both sides of their letter, as
 * in কো, are drawn as two characters, and are one where the given text has them so.
 */
export function drawnText(drawn: readonly string[], given: string): string {
  const isComposed = given.normalize('NFC') === given;
  const lines = isComposed ? drawn.map((line) => line.normalize('NFC')) : drawn;
  if (lines.length === 1 && lines[0] === given && !given.includes(SOFT_HYPHEN)) return given;
  let [at, text] = [0, ''];
  for (const line of lines) {
    const last = [...line.trimEnd()].length - 1;
    for (const [index, character] of [...line].entries()) {
      if (isSpace(character)) {
        text += character;
        continue;
      }
      const from = at;
      while (isSpace(given[at]) || given[at] === SOFT_HYPHEN) at += 1;
      const isSoft =
        character === '-' && index === last && given.slice(from, at).includes(SOFT_HYPHEN) && given[at] !== '-';
      if (!isSoft) text += character;
      if (given.startsWith(character, at)) at += character.length;
    }
    if (isSpace(given[at]) && !isSpace(text.at(-1))) text += '\n';
  }
  return text;
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && /\s/u.test(character);
}
