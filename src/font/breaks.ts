// Where a word may be divided. Cards are not hyphenated: only its author divides a word, by a soft hyphen (U+00AD), which is
// printed as a hyphen at the end of a line and not at all elsewhere; a word wider than its line is divided after / - and _ and at
// the joints of an address, without a hyphen.

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
