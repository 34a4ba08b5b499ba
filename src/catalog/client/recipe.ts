import { filled } from '../../../layouts/words/words.ts';
import type { Compose } from '../../model/deck.ts';
import { csvOf, idOf, mdxOf, type Recipe, readRecipe, TEXTS, writeRecipe } from './cooking.ts';
import { type IndexCard, type IndexData, indexData, type RecipeData, recipeData } from './data.ts';
import { copyAddress, download, make, need, setQuery, toast } from './dom.ts';
import { indexCard } from './indexcard.ts';
import { forget, keepRecipe, keptRecipes } from './kept.ts';
import { fillForm, type Parts, showForm } from './recipeform.ts';
import { words } from './words.ts';

/** The data of the composer. */
interface Kitchen extends Parts {
  /** The suit of the card that is composed. */
  suit: string;
  /** True for ids of ingredients and patterns. */
  known: (id: string) => boolean;
  /** The first number after the deck's own recipes. */
  number: number;
}

/** The composer. The address is the recipe; kept ones stay in this browser. */
export async function startRecipe(): Promise<void> {
  const index = await indexData();
  if (!index.compose) return;
  const kitchen = kitchenOf(index, index.compose, await recipeData());
  let recipe = readRecipe(location.search, kitchen.known);

  function change(next: Recipe): void {
    recipe = next;
    setQuery(writeRecipe(recipe));
    show();
  }

  function show(): void {
    need('recipe-card').replaceChildren(...indexCard(recipe, kitchen.ingredients));
    showForm(recipe, kitchen.patterns, change);
    showKept(kitchen);
  }

  function read(): void {
    recipe = readRecipe(location.search, kitchen.known);
    for (const { key } of TEXTS) need<HTMLInputElement>(`recipe-${key}`).value = recipe.texts[key];
    show();
  }

  fillForm(kitchen, () => recipe, change);
  need('recipe-card').after(
    make('p', { id: 'recipe-missing', role: 'status', class: 'found' }),
    actionsOf(kitchen, () => recipe, read),
  );
  window.addEventListener('popstate', read);
  read();
}

function kitchenOf(index: IndexData, { makes, cooks, slots }: Compose, ingredients: RecipeData): Kitchen {
  const patterns = cardsOf(index, cooks);
  const ids = new Set([...ingredients.map(({ id }) => id), ...patterns.map(([id]) => id)]);
  const numbers = cardsOf(index, makes).map(([, code]) => Number(/\d+$/.exec(code)?.[0] ?? 0));
  const number = 1 + Math.max(0, ...numbers);
  return { ingredients, patterns, slots, suit: makes, known: (id) => ids.has(id), number };
}

function cardsOf(index: IndexData, suit: string): IndexCard[] {
  const at = index.facets.findIndex(({ key }) => key === 'suit');
  return index.cards.filter(
    (card) => card[1] !== '' && (card[4][at] ?? []).some((one) => index.facets[at]?.values[one]?.[0] === suit),
  );
}

/** The buttons for a recipe. `read` is called when the address or the kept recipes have changed. */
function actionsOf(kitchen: Kitchen, recipe: () => Recipe, read: () => void): HTMLElement {
  const { ingredients, suit, number, known } = kitchen;
  const saveAll = () => {
    const all = [...new Set([...keptRecipes(), writeRecipe(recipe())])].filter(Boolean);
    const table = csvOf(
      all.map((one) => readRecipe(one, known)),
      ingredients,
    );
    download('recipes.csv', 'text/csv', table);
  };
  const acts: [name: string, act: () => void][] = [
    [
      words.keepRecipe,
      () => {
        const kept = keepRecipe(writeRecipe(recipe()));
        read();
        toast(kept ? words.keptHere : words.notKept);
      },
    ],
    [words.copyLink, () => void copyAddress()],
    [words.print, () => print()],
    [
      words.saveMdx,
      () => download(`${idOf(recipe())}.mdx`, 'text/markdown', mdxOf(recipe(), ingredients, suit, number)),
    ],
    [words.allAsCsv, saveAll],
    [
      words.newRecipe,
      () => {
        setQuery('', true);
        read();
      },
    ],
  ];
  const buttons = acts.map(([name, act], i) =>
    make('button', { type: 'button', class: i === 0 ? 'button' : 'button quiet', onclick: act }, name),
  );
  return make('p', { class: 'actions' }, ...buttons);
}

function showKept(kitchen: Kitchen): void {
  const kept = keptRecipes();
  need('recipe-kept').hidden = kept.length === 0;
  const rows = kept.map((query) => {
    const name = readRecipe(query, kitchen.known).texts.title || words.untitled;
    const drop = () => {
      forget(query);
      showKept(kitchen);
    };
    const remove = make(
      'button',
      { type: 'button', class: 'small', 'aria-label': filled(words.remove, { name }), onclick: drop },
      '×',
    );
    return make('li', {}, make('a', { href: `recipe.html?${query}` }, name), ' ', remove);
  });
  need('recipe-list').replaceChildren(...rows);
}
