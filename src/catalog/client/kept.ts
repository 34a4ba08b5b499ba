import { keep, recall } from './store.ts';

/** Recipes kept in this browser, as the queries of their addresses. */
export function keptRecipes(): string[] {
  return recall('recipes').split('\n').filter(Boolean);
}

/** Keeps a recipe; one of the same name takes its place. False where it lasts only until the page is left. */
export function keepRecipe(query: string): boolean {
  const title = new URLSearchParams(query).get('title');
  const others = keptRecipes().filter(
    (one) => one !== query && (!title || new URLSearchParams(one).get('title') !== title),
  );
  return keep('recipes', [...others, query].join('\n'));
}

/** Removes a kept recipe. */
export function forget(query: string): void {
  keep(
    'recipes',
    keptRecipes()
      .filter((one) => one !== query)
      .join('\n'),
  );
}
