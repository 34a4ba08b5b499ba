/** The words of a text: runs of letters and digits, in small letters, with joined letters apart. */
export function wordsIn(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .replaceAll('\u00ad', '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/**
 * Compares the words that a text should have with those that are there. A word that is there in parts, one after the other, is there: it
 * was divided at the end of a line, or its letters are set apart.
 *
 * @param wanted in any order
 * @param text what is there, in reading order
 * @returns `lost`: what is missing, each word as often as it is; `more`: what else is there, in its order
 */
export function compareWords(wanted: string, text: string): { lost: string[]; more: string[] } {
  const there = wordsIn(text);
  const words = wordsIn(wanted);
  const missing = new Set(words.keys());
  // The longest first: in “A S K a friend” the word “a” must not take the first letter of another.
  for (const [at, word] of [...words.entries()].sort(([, a], [, b]) => b.length - a.length)) {
    const isThere = taken(there, there.indexOf(word), 1);
    if (isThere || there.some((_, from) => taken(there, from, partsOf(word, there, from)))) missing.delete(at);
  }
  const lost = words.filter((_, at) => missing.has(at));
  return { lost, more: there.filter((word) => word !== '') };
}

/** How many of the parts from a place on make up a word; 0 where they do not. */
function partsOf(word: string, there: readonly string[], at: number): number {
  let made = '';
  for (let next = at; word.startsWith(made) && made.length < word.length && next < there.length; next += 1) {
    made += there[next];
    if (made === word) return next + 1 - at;
  }
  return 0;
}

/** Takes parts out of a list, so that none of them counts twice; false where there are none. */
function taken(there: string[], at: number, parts: number): boolean {
  if (at === -1 || parts === 0) return false;
  there.fill('', at, at + parts);
  return true;
}
