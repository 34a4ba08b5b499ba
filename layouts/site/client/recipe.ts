import { csvOf, idOf, MOST, mdxOf, missingIn, type Recipe, readRecipe, SLOTS, TEXTS, writeRecipe } from './cooking.ts';
import { type IndexCard, type IndexData, indexData, recipeData } from './data.ts';
import { copyAddress, download, make, need, setQuery, toast } from './dom.ts';
import { indexCard } from './indexcard.ts';
import { forget, keepRecipe, keptRecipes } from './kept.ts';

/** The composer. The address is the recipe; kept ones stay in this browser. */
export async function startRecipe(): Promise<void> {
  const [index, ingredients] = await Promise.all([indexData(), recipeData()]);
  const patterns = cardsOf(index, 'pattern');
  const ids = new Set([...ingredients, ...patterns.map(([id]) => ({ id }))].map(({ id }) => id));
  const known = (id: string) => ids.has(id);
  let recipe = readRecipe(location.search, known);

  function change(next: Recipe): void {
    recipe = next;
    setQuery(writeRecipe(recipe));
    show();
  }

  function show(): void {
    need('recipe-card').replaceChildren(...indexCard(recipe, ingredients));
    const missing = missingIn(recipe);
    need('recipe-missing').textContent =
      missing.length > 0 ? `Still to fill: ${missing.join(' · ')}` : 'Ready to be a card.';
    for (const box of need('recipe-form').querySelectorAll<HTMLInputElement>('input[type=checkbox]')) {
      const chosen = recipe.slots[box.name as keyof Recipe['slots']];
      box.checked = chosen.includes(box.value);
      box.disabled = !box.checked && chosen.length >= MOST;
    }
    need('recipe-patterns').replaceChildren(...recipe.patterns.map(patternPill));
    need<HTMLSelectElement>('recipe-pattern').disabled = recipe.patterns.length >= MOST;
    showKept();
  }

  function fill(): void {
    for (const { key } of TEXTS) need<HTMLInputElement>(`recipe-${key}`).value = recipe.texts[key];
    show();
  }

  function patternPill(id: string): HTMLElement {
    const title = patterns.find((card) => card[0] === id)?.[2] ?? id;
    const take = () => change({ ...recipe, patterns: recipe.patterns.filter((one) => one !== id) });
    return make(
      'li',
      {},
      make('button', { type: 'button', class: 'chip', 'aria-label': `Take off ${title}`, onclick: take }, title, ' ×'),
    );
  }

  function showKept(): void {
    const kept = keptRecipes();
    need('recipe-kept').hidden = kept.length === 0;
    need('recipe-list').replaceChildren(
      ...kept.map((query) => {
        const one = readRecipe(query, known);
        const name = one.texts.title || 'Untitled recipe';
        const drop = () => {
          forget(query);
          show();
        };
        return make(
          'li',
          {},
          make('a', { href: `recipe.html?${query}` }, name),
          ' ',
          make('button', { type: 'button', class: 'small', 'aria-label': `Remove ${name}`, onclick: drop }, '×'),
        );
      }),
    );
  }

  const form = need('recipe-form');
  form.append(
    ...SLOTS.map(({ key, name, kind }) => {
      const toggle = (id: string, on: boolean) => {
        const rest = recipe.slots[key].filter((one) => one !== id);
        change({ ...recipe, slots: { ...recipe.slots, [key]: on ? [...rest, id] : rest } });
      };
      const of = ingredients.filter((one) => one.kind === kind);
      return slotField(key, name, of, toggle);
    }),
    ...TEXTS.map((field) =>
      textField(field, (text) => change({ ...recipe, texts: { ...recipe.texts, [field.key]: text } })),
    ),
    patternField(patterns, (id) => {
      if (!recipe.patterns.includes(id)) change({ ...recipe, patterns: [...recipe.patterns, id].slice(0, MOST) });
    }),
  );
  need('recipe-card').after(
    make('p', { id: 'recipe-missing', role: 'status', class: 'found' }),
    make(
      'p',
      { class: 'actions' },
      act('Keep', () => {
        keepRecipe(writeRecipe(recipe));
        show();
        toast('Kept in this browser');
      }),
      act('Copy link', () => void copyAddress()),
      act('Print', () => print()),
      act('Save as MDX', () =>
        download(`${idOf(recipe)}.mdx`, 'text/markdown', mdxOf(recipe, ingredients, nextNumber(index))),
      ),
      act('All as CSV', () => {
        const all = [...new Set([...keptRecipes(), writeRecipe(recipe)])].filter(Boolean);
        download(
          'recipes.csv',
          'text/csv',
          csvOf(
            all.map((one) => readRecipe(one, known)),
            ingredients,
          ),
        );
      }),
      act('New', () => {
        change(readRecipe('', known));
        fill();
      }),
    ),
  );
  window.addEventListener('popstate', () => {
    recipe = readRecipe(location.search, known);
    fill();
  });
  fill();
}

function act(name: string, then: () => void): HTMLElement {
  return make('button', { type: 'button', class: name === 'Keep' ? 'button' : 'button quiet', onclick: then }, name);
}

function slotField(
  key: string,
  name: string,
  ingredients: readonly { id: string; code: string; title: string; clause: string }[],
  toggle: (id: string, on: boolean) => void,
): HTMLElement {
  const choices = ingredients.map(({ id, title, clause }) => {
    const box = make('input', { type: 'checkbox', name: key, value: id });
    box.addEventListener('change', () => toggle(id, box.checked));
    return make('label', { class: 'choice', title: clause }, box, title);
  });
  return make('fieldset', {}, make('legend', {}, name), make('div', { class: 'choices' }, ...choices));
}

function textField({ key, name, max }: (typeof TEXTS)[number], change: (text: string) => void): HTMLElement {
  const input = make('input', { id: `recipe-${key}`, autocomplete: 'off', 'aria-describedby': `recipe-${key}-left` });
  const left = make('span', { class: 'left', id: `recipe-${key}-left` });
  input.addEventListener('input', () => {
    const over = input.value.length - max;
    left.textContent = over > 0 ? `${over} over what the card holds` : '';
    change(input.value);
  });
  return make('p', { class: 'field' }, make('label', { for: `recipe-${key}` }, name), input, left);
}

function patternField(patterns: readonly IndexCard[], add: (id: string) => void): HTMLElement {
  const options = patterns.map(([id, code, title]) => make('option', { value: id }, `${code} ${title}`));
  const select = make('select', { id: 'recipe-pattern' }, make('option', { value: '' }, 'Add a pattern'), ...options);
  select.addEventListener('change', () => {
    if (select.value) add(select.value);
    select.value = '';
  });
  const label = make('label', { for: 'recipe-pattern' }, 'Patterns it cooks');
  return make('div', { class: 'field' }, label, select, make('ul', { class: 'chips', id: 'recipe-patterns' }));
}

function cardsOf(index: IndexData, suit: string): IndexCard[] {
  const at = index.facets.findIndex(({ key }) => key === 'suit');
  return index.cards.filter((card) => card[1] !== '' && index.facets[at]?.values[card[4][at] ?? -1]?.[0] === suit);
}

/** The first number after the deck's own recipes. */
function nextNumber(index: IndexData): number {
  return 1 + Math.max(0, ...cardsOf(index, 'recipe').map(([, code]) => Number(/\d+$/.exec(code)?.[0] ?? 0)));
}
