/** The allowed word nearest to what was written, if it is near enough to be what was meant. */
export function nearest(word: string, allowed: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
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

/** Levenshtein's distance; `limit` where it is at least that. */
function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) >= limit) return limit;
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return Math.min(row[to.length] ?? limit, limit);
}
