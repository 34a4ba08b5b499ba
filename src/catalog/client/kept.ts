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
  return keep('composed', [...others, query].join('\n'));
}

/** Removes a kept card. */
export function forget(query: string): void {
  const others = keptOnes().filter((one) => one !== query);
  keep('composed', others.join('\n'));
}
