import type { IndexData } from './data.ts';
import { make, need } from './dom.ts';
import { type Draw, isPattern, type Place } from './drawing.ts';
import { words } from './words.ts';

/** Facets that limit which patterns are drawn. */
const LIMITS = ['family', 'level', 'stage', 'market', 'effort'];

/** What the choices ask for. */
type Choice = Partial<Pick<Draw, 'places' | 'limits'>>;

/** Puts the choices on the page: which places to draw for, and the limits on patterns. */
export function fillChoices(index: IndexData, places: readonly Place[], change: (choice: Choice) => void): void {
  const kinds = places.map(({ key, name }) => {
    const box = make('input', { type: 'checkbox', value: key });
    box.addEventListener('change', () => change({ places: chosenPlaces() }));
    return make('label', {}, box, name);
  });
  need('draw-kinds').replaceChildren(...kinds);
  need('draw-limits').append(
    ...LIMITS.flatMap((key) => limitChoice(index, key, () => change({ limits: chosenLimits() }))),
  );
}

/** Sets the choices to what is drawn. */
export function showChoices(draw: Draw): void {
  for (const box of boxes()) box.checked = draw.places.includes(box.value);
  const limits = new URLSearchParams(draw.limits);
  for (const select of selects()) select.value = limits.get(select.name) ?? '';
}

function limitChoice(index: IndexData, key: string, change: () => void): HTMLElement[] {
  const facet = index.facets.find((one) => one.key === key);
  if (!facet) return [];
  const at = index.facets.indexOf(facet);
  const used = new Set(index.cards.filter((card) => isPattern(index, card)).flatMap((card) => card[4][at] ?? []));
  const options = facet.values.flatMap(([value, name], place) =>
    used.has(place) ? [make('option', { value }, name)] : [],
  );
  const select = make('select', { name: key }, make('option', { value: '' }, words.any), ...options);
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
