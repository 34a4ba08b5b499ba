import { lookUp } from './look-up.ts';

/** The allowed word nearest to what was written, if it is near enough to be what was meant. */
export function nearest(word: string, allowed: Iterable<string>): string | undefined {
  // Nobody misspells a word of this length, and looking for one near it would take seconds.
  if (word.length > 80) return undefined;
  const wanted = word.toLowerCase();
  let best: string | undefined;
  // One mistake in three letters; `9` is not a misspelt `1`.
  let least = Math.min(Math.max(1, Math.floor(wanted.length / 3)) + 1, wanted.length);
  for (const one of allowed) {
    const distance = editDistance(wanted, one.toLowerCase(), least);
    if (distance < least) [best, least] = [one, distance];
  }
  return best;
}

/** ` Did you mean "title"?`, to be put after a sentence; empty where nothing is near. */
export function didYouMean(word: string, allowed: Iterable<string>): string {
  const near = nearest(word, allowed);
  return near === undefined ? '' : ` Did you mean "${near}"?`;
}

/** Retired ids → the id of the card that took their place, or an empty string. */
export type RetiredIds = Readonly<Record<string, string>>;

/** The message that an id names no card of the deck, or of a suit. For a retired card it names the one that took its place. */
export function noCard(
  id: string,
  ids: Iterable<string>,
  { retired, suit }: { retired?: RetiredIds | undefined; suit?: string | undefined } = {},
): string {
  return retiredMessage(id, retired) ?? `There is no ${suit ? `${suit} card` : 'card'} "${id}".${didYouMean(id, ids)}`;
}

/** The message that a card is retired, with the one that took its place; undefined where it is not. */
export function retiredMessage(id: string, retired: RetiredIds | undefined): string | undefined {
  const heir = lookUp(retired, id);
  if (heir === undefined) return undefined;
  return `The card "${id}" is retired: ${heir === '' ? 'nothing' : `"${heir}"`} took its place.`;
}

/** Levenshtein's distance, two letters that changed places counted as one mistake; `limit` where it is at least that. */
function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) >= limit) return limit;
  const rows = [Array.from({ length: to.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? limit;
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1];
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      const costs = [at(i - 1, j - 1) + (same ? 0 : 1), at(i - 1, j) + 1, at(i, j - 1) + 1];
      row.push(Math.min(...costs, swapped ? at(i - 2, j - 2) + 1 : limit));
    }
  }
  return Math.min(at(from.length, to.length), limit);
}
