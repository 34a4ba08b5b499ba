import { jobStoryOf, type Recipe, SLOTS, sentenceOf } from './cooking.ts';
import type { RecipeData } from './data.ts';
import { make } from './dom.ts';
import { words } from './words.ts';

/** The recipe as its card: on screen side by side, on paper two cards of the deck's size. */
export function indexCard(recipe: Recipe, ingredients: RecipeData): HTMLElement[] {
  const rows = SLOTS.map(({ key, name }) => {
    const titles = recipe.slots[key].flatMap((id) => ingredients.find((one) => one.id === id)?.title ?? []);
    return make('div', {}, make('dt', {}, name), make('dd', {}, titles.join(` ${words.or} `) || '…'));
  });
  const front = make(
    'div',
    { class: 'recipe-face' },
    make('p', { class: 'label' }, words.recipe),
    make('h2', {}, recipe.texts.title || words.yourRecipe),
    make('dl', { class: 'recipe-rows' }, ...rows),
  );
  const parts: [string, string][] = [
    [words.headIfThen, sentenceOf(recipe, ingredients)],
    [words.headJobStory, jobStoryOf(recipe)],
    [words.forUs, recipe.texts.business],
    [words.headWatch, recipe.texts.watch],
    [words.headMeasure, recipe.texts.proof],
  ];
  const back = make(
    'div',
    { class: 'recipe-face' },
    ...parts
      .filter(([, text]) => text !== '')
      .flatMap(([name, text]) => [
        make('p', { class: 'label' }, name),
        make('p', name === words.headIfThen ? { class: 'sentence' } : {}, text),
      ]),
  );
  return [front, back];
}
