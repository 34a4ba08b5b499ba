import { filled } from '../../../layouts/words/words.ts';
import { charactersOf } from './compose-room.ts';
import { statusOf } from './compose-status.ts';
import { words } from './compose-words.ts';
import { autoSentence, chosenIn, type Made, ownKey, sentencesOf } from './composed.ts';
import type { ComposerData, ComposerSection, ComposerSlot, ComposerText, ComposerWidths } from './composer-data.ts';
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
    return textField(field, data.widths, write);
  });
  const own = sentencesOf(data).map((section) => {
    const key = ownKey(section);
    const write = (text: string) => change({ ...made(), texts: { ...made().texts, [key]: text } });
    return ownField(section, () => autoSentence(section, made(), data), write, data.widths);
  });
  need('compose-form').append(...slots, ...texts, ...own);
}

function withSlot(made: Made, key: string, ids: readonly string[]): Made {
  return { ...made, slots: { ...made.slots, [key]: ids } };
}

/** Shows what is chosen and what is still missing. Text fields are left alone: somebody may be typing in one. */
export function showForm(made: Made, data: ComposerData, change: (made: Made) => void): void {
  need('compose-missing').replaceChildren(...statusOf(made, data).map((line) => make('span', {}, line, ' ')));
  for (const box of need('compose-form').querySelectorAll<HTMLInputElement>('input[type=checkbox]')) {
    const chosen = chosenIn(made, box.name);
    const most = data.slots.find(({ key }) => key === box.name)?.most ?? 0;
    box.checked = chosen.includes(box.value);
    box.disabled = !box.checked && chosen.length >= most;
  }
  for (const section of sentencesOf(data)) {
    need<HTMLTextAreaElement>(`compose-${ownKey(section)}`).placeholder = autoSentence(section, made, data);
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

function textField(
  { key, name, most }: ComposerText,
  widths: ComposerWidths,
  write: (text: string) => void,
): HTMLElement {
  const input = make('input', { id: `compose-${key}`, autocomplete: 'off', 'aria-describedby': `compose-${key}-over` });
  const over = make('span', { class: 'over', id: `compose-${key}-over` });
  input.addEventListener('input', () => {
    const count = charactersOf(input.value, widths) - most;
    over.textContent = most > 0 && count > 0 ? filled(words.tooLong, { count }) : '';
    write(input.value);
  });
  return make('p', { class: 'field' }, make('label', { for: `compose-${key}` }, name), input, over);
}

/** The field in which a section's sentence is written in one's own words. Going into it copies the sentence there, to be changed. */
function ownField(
  section: ComposerSection,
  auto: () => string,
  write: (text: string) => void,
  widths: ComposerWidths,
): HTMLElement {
  const id = `compose-${ownKey(section)}`;
  const input = make('textarea', { id, rows: 4, 'aria-describedby': `${id}-over` });
  const over = make('span', { class: 'over', id: `${id}-over` }, words.writesItself);
  const show = () => {
    const count = charactersOf(input.value || auto(), widths) - section.most;
    over.textContent = section.most > 0 && count > 0 ? filled(words.tooLong, { count }) : words.writesItself;
  };
  input.addEventListener('focus', () => {
    if (input.value === '') input.value = auto();
    show();
  });
  input.addEventListener('blur', () => {
    if (input.value.trim() === auto()) input.value = '';
  });
  input.addEventListener('input', () => {
    show();
    write(input.value.trim() === auto() ? '' : input.value);
  });
  const label = make('label', { for: id }, filled(words.ownWords, { name: section.name }));
  return make('p', { class: 'field' }, label, input, over);
}
