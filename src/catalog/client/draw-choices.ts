import { parameterOf } from '../../model/addresses.ts';
import type { IndexData } from './card-data.ts';
import { make, need } from './dom.ts';
import { type Draw, type DrawPlace, isLimited, MOST_OF_A_PLACE, type Wanted } from './drawing.ts';
import { words } from './words.ts';

/** The draw that the form's choices ask for. */
type Choice = Partial<Pick<Draw, 'places' | 'limits'>>;

/** Puts the choices on the page: how many cards to draw for each place, and the limits on one suit. */
export function fillChoices(index: IndexData, places: readonly DrawPlace[], change: (choice: Choice) => void): void {
  const kinds = places.map(({ key, name }) => {
    const counts = Array.from({ length: MOST_OF_A_PLACE + 1 }, (_, count) =>
      make('option', { value: count }, count === 0 ? words.none : String(count)),
    );
    const select = make('select', { id: `draw-${key}`, name: key }, ...counts);
    select.addEventListener('change', () => change({ places: chosenPlaces() }));
    return make('span', { class: 'choice' }, make('label', { for: select.id }, name), select);
  });
  need('draw-kinds').replaceChildren(...kinds);
  const limits = index.facets.flatMap((_, at) => limitChoice(index, at, () => change({ limits: chosenLimits() })));
  need('draw-limits').append(...limits);
  need('draw-limits').hidden = limits.length === 0;
}

/** Sets the choices to what is drawn. */
export function showChoices(draw: Draw): void {
  for (const select of selects('draw-kinds')) {
    const count = draw.places.find(({ key }) => key === select.name)?.count ?? 0;
    select.value = String(count);
    select.parentElement?.classList.toggle('chosen', count > 0);
  }
  const limits = new URLSearchParams(draw.limits);
  for (const select of selects('draw-limits')) select.value = limits.get(select.name) ?? '';
}

function limitChoice(index: IndexData, at: number, change: () => void): HTMLElement[] {
  const facet = index.facets[at];
  const used = new Set(index.cards.filter((card) => isLimited(index, card)).flatMap((card) => card[4][at] ?? []));
  if (!facet || used.size < 2) return [];
  const options = facet.values.flatMap(([value, name], place) =>
    used.has(place) ? [make('option', { value }, name)] : [],
  );
  const select = make('select', { name: parameterOf(facet.key) }, make('option', { value: '' }, words.any), ...options);
  select.addEventListener('change', change);
  return [make('label', {}, facet.name, select)];
}

function selects(fieldset: 'draw-kinds' | 'draw-limits'): HTMLSelectElement[] {
  return [...need(fieldset).querySelectorAll('select')];
}

function chosenPlaces(): Wanted[] {
  return selects('draw-kinds')
    .map(({ name, value }) => ({ key: name, count: Number(value) }))
    .filter(({ count }) => count > 0);
}

function chosenLimits(): string {
  const chosen = selects('draw-limits').filter(({ value }) => value !== '');
  return chosen.map(({ name, value }) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
}
