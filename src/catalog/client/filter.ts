import { parameterOf } from '../../model/addresses.ts';
import type { IndexCard, IndexData } from './card-data.ts';

/** What the grid shows: words, and the chosen values of each facet (by place in `index.facets`). */
export interface Filter {
  words: string;
  chosen: readonly ReadonlySet<number>[];
}

/** Reads `q=…&family=REC,TRU&level=feature`. What the deck does not know is left out: `unknownIn` names it. */
export function readFilter(query: string, index: IndexData): Filter {
  const params = new URLSearchParams(query);
  const chosen = index.facets.map(({ key, values }) => new Set(readValues(params, parameterOf(key), values).places));
  return { words: params.get('q') ?? '', chosen };
}

/** What mail programs and networks add to the links that they pass on, to count clicks. */
const ADDED = /^utm_|clid$/;

/**
 * What of an address the deck does not know: values of its facets, `level=nope`, and parameters.
 *
 * @param own parameters of the page that are no facets
 */
export function unknownIn(query: string, index: Pick<IndexData, 'facets'>, own: readonly string[]): string[] {
  const params = new URLSearchParams(query);
  const facets = new Map(index.facets.map(({ key, values }) => [parameterOf(key), values]));
  return [...new Set(params.keys())].flatMap((name) => {
    if (own.includes(name) || ADDED.test(name)) return [];
    const values = facets.get(name);
    return values ? readValues(params, name, values).unknown.map((value) => `${name}=${value}`) : [name];
  });
}

/** The places of the values that a parameter names, and what it names beside them. A value may itself have a comma. */
function readValues(
  params: URLSearchParams,
  name: string,
  values: IndexData['facets'][number]['values'],
): { places: number[]; unknown: string[] } {
  let left = `,${params.getAll(name).join()},`;
  const places: number[] = [];
  // The longest first: `A, B` is not `A` and something else.
  const byLength = [...values.entries()].sort(([, [a]], [, [b]]) => b.length - a.length);
  for (const [place, [value]] of byLength) {
    const without = left.replace(new RegExp(`,${escaped(value)}(?=,)`, 'giu'), '');
    if (without !== left) places.push(place);
    left = without;
  }
  return { places: places.sort((a, b) => a - b), unknown: left.split(',').filter(Boolean) };
}

/** Parameters of an address that a page without facets does not know. */
export function unknownKeys(query: string, own: readonly string[]): string[] {
  return unknownIn(query, { facets: [] }, own);
}

/** A text as a regular expression that finds it. */
function escaped(text: string): string {
  return text.replace(/[\^$.*+?()[\]{}|/]/g, '$&');
}

/** Writes a filter as an address' query: one parameter a facet, always in the same order. */
export function writeFilter({ words, chosen }: Filter, index: IndexData): string {
  const facets = index.facets.flatMap(({ key, values }, at) => {
    const names = [...(chosen[at] ?? [])]
      .sort((a, b) => a - b)
      .map((one) => encodeURIComponent(values[one]?.[0] ?? ''));
    return names.length > 0 ? [`${encodeURIComponent(parameterOf(key))}=${names.join(',')}`] : [];
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
