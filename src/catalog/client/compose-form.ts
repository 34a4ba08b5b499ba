import { filled } from '../../../layouts/words/words.ts';
import { words } from './compose-words.ts';
import { chosenIn, type Made, missingIn } from './composing.ts';
import type { ComposerData, ComposerSlot, ComposerText } from './data.ts';
import { make, need } from './dom.ts';

/** A slot with more cards than these is a list to choose from, others are boxes to tick. */
const BOXES = 12;

/** Puts the composer's form on the page. `made` gives the card of the moment, `change` takes the next one. */
export function fillForm(data: ComposerData, made: () => Made, change: (made: Made) => void): void {
  const slots = data.slots.map((slot) => {
    const toggle = (id: string, on: boolean) => {
      const rest = chosenIn(made(), slot.key).filter((one) => one !== id);
      change(withSlot(made(), slot.key, on ? [...rest, id].slice(0, slot.most) : rest));
    };
    return slot.cards.length > BOXES ? listField(slot, toggle) : boxField(slot, toggle);
  });
  const texts = data.texts.map((field) => {
    const write = (text: string) => change({ ...made(), texts: { ...made().texts, [field.key]: text } });
    return textField(field, write);
  });
  need('compose-form').append(...slots, ...texts);
}

function withSlot(made: Made, key: string, ids: readonly string[]): Made {
  return { ...made, slots: { ...made.slots, [key]: ids } };
}

/** Shows what is chosen and what is still missing. Text fields are left alone: somebody may be typing in one. */
export function showForm(made: Made, data: ComposerData, change: (made: Made) => void): void {
  const missing = missingIn(made, data);
  const status = missing.length > 0 ? filled(words.stillToFill, { names: missing.join(' · ') }) : words.ready;
  need('compose-missing').textContent = status;
  for (const box of need('compose-form').querySelectorAll<HTMLInputElement>('input[type=checkbox]')) {
    const chosen = chosenIn(made, box.name);
    const most = data.slots.find(({ key }) => key === box.name)?.most ?? 0;
    box.checked = chosen.includes(box.value);
    box.disabled = !box.checked && chosen.length >= most;
  }
  for (const slot of data.slots.filter(({ cards }) => cards.length > BOXES)) showChosen(slot, made, change);
}

function showChosen({ key, cards, most }: ComposerSlot, made: Made, change: (made: Made) => void): void {
  const chosen = chosenIn(made, key);
  const pills = chosen.map((id) => {
    const title = cards.find((card) => card.id === id)?.title ?? id;
    const rest = chosen.filter((one) => one !== id);
    const take = () => change(withSlot(made, key, rest));
    const label = filled(words.takeOff, { name: title });
    return make(
      'li',
      {},
      make('button', { type: 'button', class: 'chip', 'aria-label': label, onclick: take }, title, ' ×'),
    );
  });
  need(`compose-${key}-chosen`).replaceChildren(...pills);
  need<HTMLSelectElement>(`compose-${key}`).disabled = chosen.length >= most;
}

function boxField({ key, name, cards }: ComposerSlot, toggle: (id: string, on: boolean) => void): HTMLElement {
  const choices = cards.map(({ id, title, clause }) => {
    const box = make('input', { type: 'checkbox', name: key, value: id });
    box.addEventListener('change', () => toggle(id, box.checked));
    return make('label', { title: clause }, box, title);
  });
  return make('fieldset', {}, make('legend', {}, name), make('div', { class: 'choices' }, ...choices));
}

function listField({ key, name, cards }: ComposerSlot, toggle: (id: string, on: boolean) => void): HTMLElement {
  const options = cards.map(({ id, code, title }) => make('option', { value: id }, `${code} ${title}`));
  const select = make('select', { id: `compose-${key}` }, make('option', { value: '' }, words.add), ...options);
  select.addEventListener('change', () => {
    if (select.value) toggle(select.value, true);
    select.value = '';
  });
  const label = make('label', { for: `compose-${key}` }, name);
  return make('div', { class: 'field' }, label, select, make('ul', { class: 'chips', id: `compose-${key}-chosen` }));
}

function textField({ key, name, most }: ComposerText, write: (text: string) => void): HTMLElement {
  const input = make('input', { id: `compose-${key}`, autocomplete: 'off', 'aria-describedby': `compose-${key}-over` });
  const over = make('span', { class: 'over', id: `compose-${key}-over` });
  input.addEventListener('input', () => {
    const count = input.value.length - most;
    over.textContent = most > 0 && count > 0 ? filled(words.tooLong, { count }) : '';
    write(input.value);
  });
  return make('p', { class: 'field' }, make('label', { for: `compose-${key}` }, name), input, over);
}
