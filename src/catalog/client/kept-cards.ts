import { keep, recall } from './store.ts';

/** Composed cards kept in this browser, as the queries of their addresses. */
export function keptOnes(): string[] {
  return recall('composed').split('\n').filter(Boolean);
}

/** Keeps a card; one of the same title takes its place. False where it lasts only until the page is left. */
export function keepMade(query: string): boolean {
  const title = new URLSearchParams(query).get('title');
  const others = keptOnes().filter(
    (one) => one !== query && (!title || new URLSearchParams(one).get('title') !== title),
  );
  return keepAll([...others, query]);
}

/** Removes a kept card. */
export function forget(query: string): void {
  const others = keptOnes().filter((one) => one !== query);
  keepAll(others);
}

/** Keeps these cards and no others, e.g. to take a change back. */
export function keepAll(queries: readonly string[]): boolean {
  return keep('composed', queries.join('\n'));
}

/**
 * The number for a card that is saved as a file: the same each time, and no other card's of this browser.
 *
 * @param first the first number that is free in the deck: one given before that edition is given anew
 */
export function numberFor(id: string, first: number): number {
  const given = recall('numbers')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(' '));
  const numbers = new Map(given.map(([name = '', number]) => [name, Number(number)]));
  const known = numbers.get(id);
  if (known !== undefined && known >= first) return known;
  const number = Math.max(first - 1, ...numbers.values()) + 1;
  keep('numbers', [...numbers.set(id, number)].map((pair) => pair.join(' ')).join('\n'));
  return number;
}
