import { filled } from '../../../layouts/words/words.ts';
import type { Compose } from '../../model/deck.ts';
import { MOST, missingIn, type Recipe, SLOTS, TEXTS } from './cooking.ts';
import type { IndexCard, RecipeData } from './data.ts';
import { make, need } from './dom.ts';
import { words } from './words.ts';

/** The ingredients and patterns that the form offers. */
export interface Parts {
  ingredients: RecipeData;
  patterns: readonly IndexCard[];
  /** For each slot the family of ingredients that fits it. */
  slots: Compose['slots'];
}

/** Puts the composer's form on the page. `recipe` gives the recipe of the moment, `change` takes the next one. */
export function fillForm(
  { ingredients, patterns, slots: families }: Parts,
  recipe: () => Recipe,
  change: (recipe: Recipe) => void,
): void {
  const slots = SLOTS.map(({ key, name }) => {
    const toggle = (id: string, on: boolean) => {
      const rest = recipe().slots[key].filter((one) => one !== id);
      change({ ...recipe(), slots: { ...recipe().slots, [key]: on ? [...rest, id] : rest } });
    };
    const fitting = ingredients.filter((one) => one.family === families[key]);
    return slotField(key, name, fitting, toggle);
  });
  const texts = TEXTS.map((field) => {
    const write = (text: string) => change({ ...recipe(), texts: { ...recipe().texts, [field.key]: text } });
    return textField(field, write);
  });
  const add = (id: string) => {
    const chosen = recipe().patterns;
    if (!chosen.includes(id)) change({ ...recipe(), patterns: [...chosen, id].slice(0, MOST) });
  };
  need('recipe-form').append(...slots, ...texts, patternField(patterns, add));
}

/** Shows what is chosen and what is still missing. Text fields are left alone: somebody may be typing in one. */
export function showForm(recipe: Recipe, patterns: readonly IndexCard[], change: (recipe: Recipe) => void): void {
  const missing = missingIn(recipe);
  const status = missing.length > 0 ? filled(words.stillToFill, { names: missing.join(' · ') }) : words.ready;
  need('recipe-missing').textContent = status;
  for (const box of need('recipe-form').querySelectorAll<HTMLInputElement>('input[type=checkbox]')) {
    const chosen = recipe.slots[box.name as keyof Recipe['slots']];
    box.checked = chosen.includes(box.value);
    box.disabled = !box.checked && chosen.length >= MOST;
  }
  const pills = recipe.patterns.map((id) => {
    const title = patterns.find((card) => card[0] === id)?.[2] ?? id;
    const take = () => change({ ...recipe, patterns: recipe.patterns.filter((one) => one !== id) });
    const label = filled(words.takeOff, { name: title });
    return make(
      'li',
      {},
      make('button', { type: 'button', class: 'chip', 'aria-label': label, onclick: take }, title, ' ×'),
    );
  });
  need('recipe-patterns').replaceChildren(...pills);
  need<HTMLSelectElement>('recipe-pattern').disabled = recipe.patterns.length >= MOST;
}

function slotField(
  key: string,
  name: string,
  ingredients: RecipeData,
  toggle: (id: string, on: boolean) => void,
): HTMLElement {
  const choices = ingredients.map(({ id, title, clause }) => {
    const box = make('input', { type: 'checkbox', name: key, value: id });
    box.addEventListener('change', () => toggle(id, box.checked));
    return make('label', { title: clause }, box, title);
  });
  return make('fieldset', {}, make('legend', {}, name), make('div', { class: 'choices' }, ...choices));
}

function textField({ key, name, max }: (typeof TEXTS)[number], write: (text: string) => void): HTMLElement {
  const input = make('input', { id: `recipe-${key}`, autocomplete: 'off', 'aria-describedby': `recipe-${key}-over` });
  const over = make('span', { class: 'over', id: `recipe-${key}-over` });
  input.addEventListener('input', () => {
    const count = input.value.length - max;
    over.textContent = count > 0 ? filled(words.tooLong, { count }) : '';
    write(input.value);
  });
  return make('p', { class: 'field' }, make('label', { for: `recipe-${key}` }, name), input, over);
}

function patternField(patterns: readonly IndexCard[], add: (id: string) => void): HTMLElement {
  const options = patterns.map(([id, code, title]) => make('option', { value: id }, `${code} ${title}`));
  const select = make('select', { id: 'recipe-pattern' }, make('option', { value: '' }, words.addPattern), ...options);
  select.addEventListener('change', () => {
    if (select.value) add(select.value);
    select.value = '';
  });
  const label = make('label', { for: 'recipe-pattern' }, words.patternsItCooks);
  return make('div', { class: 'field' }, label, select, make('ul', { class: 'chips', id: 'recipe-patterns' }));
}
