import type { IndexData } from './data.ts';
import { make, need } from './dom.ts';
import { type Draw, isLimited, type Place } from './drawing.ts';
import { words } from './words.ts';

/** The draw that the form's choices ask for. */
type Choice = Partial<Pick<Draw, 'places' | 'limits'>>;

/** Puts the choices on the page: which places to draw for, and the limits on one suit. */
export function fillChoices(index: IndexData, places: readonly Place[], change: (choice: Choice) => void): void {
  const kinds = places.map(({ key, name }) => {
    const box = make('input', { type: 'checkbox', value: key });
    box.addEventListener('change', () => change({ places: chosenPlaces() }));
    return make('label', {}, box, name);
  });
  need('draw-kinds').replaceChildren(...kinds);
  const limits = index.facets.flatMap((_, at) => limitChoice(index, at, () => change({ limits: chosenLimits() })));
  need('draw-limits').append(...limits);
  need('draw-limits').hidden = limits.length === 0;
}

/** Sets the choices to what is drawn. */
export function showChoices(draw: Draw): void {
  for (const box of boxes()) box.checked = draw.places.includes(box.value);
  const limits = new URLSearchParams(draw.limits);
  for (const select of selects()) select.value = limits.get(select.name) ?? '';
}

function limitChoice(index: IndexData, at: number, change: () => void): HTMLElement[] {
  const facet = index.facets[at];
  const used = new Set(index.cards.filter((card) => isLimited(index, card)).flatMap((card) => card[4][at] ?? []));
  if (!facet || used.size < 2) return [];
  const options = facet.values.flatMap(([value, name], place) =>
    used.has(place) ? [make('option', { value }, name)] : [],
  );
  const select = make('select', { name: facet.key }, make('option', { value: '' }, words.any), ...options);
  select.addEventListener('change', change);
  return [make('label', {}, facet.name, select)];
}

function boxes(): HTMLInputElement[] {
  return [...need('draw-kinds').querySelectorAll('input')];
}

function selects(): HTMLSelectElement[] {
  return [...need('draw-limits').querySelectorAll('select')];
}

function chosenPlaces(): string[] {
  return boxes()
    .filter((box) => box.checked)
    .map((box) => box.value);
}

function chosenLimits(): string {
  const chosen = selects().filter(({ value }) => value !== '');
  return chosen.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('&');
}
