import type { IndexCard, IndexData } from './card-data.ts';

/** What the grid shows: words, and the chosen values of each facet (by place in `index.facets`). */
export interface Filter {
  words: string;
  chosen: readonly ReadonlySet<number>[];
}

/** Reads `q=…&family=REC,TRU&level=feature`. Values the deck does not know are left out; one that it knows may itself have a comma. */
export function readFilter(query: string, index: IndexData): Filter {
  const params = new URLSearchParams(query);
  const chosen = index.facets.map(({ key, values }) => {
    const wanted = `,${params.getAll(key).join()},`.toLowerCase();
    return new Set(values.flatMap(([value], at) => (wanted.includes(`,${value.toLowerCase()},`) ? [at] : [])));
  });
  return { words: params.get('q') ?? '', chosen };
}

/** Writes a filter as an address' query: one parameter a facet, always in the same order. */
export function writeFilter({ words, chosen }: Filter, index: IndexData): string {
  const facets = index.facets.flatMap(({ key, values }, at) => {
    const names = [...(chosen[at] ?? [])]
      .sort((a, b) => a - b)
      .map((one) => encodeURIComponent(values[one]?.[0] ?? ''));
    return names.length > 0 ? [`${encodeURIComponent(key)}=${names.join(',')}`] : [];
  });
  return [...(words ? [`q=${encodeURIComponent(words)}`] : []), ...facets].join('&');
}

/** True for a card that has one of the chosen values of every facet; `but` leaves one facet out of account. */
export function passes(card: IndexCard, chosen: Filter['chosen'], but = -1): boolean {
  return chosen.every(
    (values, at) => at === but || values.size === 0 || (card[4][at] ?? []).some((one) => values.has(one)),
  );
}

/** For each facet, how many cards each value would show, given the choices in all others. */
export function countValues(cards: readonly IndexCard[], chosen: Filter['chosen'], index: IndexData): number[][] {
  return index.facets.map(({ values }, at) => {
    const counts = values.map(() => 0);
    for (const card of cards) {
      if (!passes(card, chosen, at)) continue;
      for (const value of card[4][at] ?? []) counts[value] = (counts[value] ?? 0) + 1;
    }
    return counts;
  });
}

/** The filter with one value turned on or off. */
export function toggled(filter: Filter, facet: number, value: number): Filter {
  const chosen = filter.chosen.map((values, at) => {
    if (at !== facet) return values;
    return values.has(value) ? new Set([...values].filter((one) => one !== value)) : new Set([...values, value]);
  });
  return { ...filter, chosen };
}
