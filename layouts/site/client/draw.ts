import { type IndexCard, type IndexData, indexData, textsData } from './data.ts';
import { make, need, setQuery, toast } from './dom.ts';
import { type Draw, drawCards, type Place, placesOf, readDraw, writeDraw } from './drawing.ts';
import { passes, readFilter } from './filter.ts';
import { keepHand, myHand } from './store.ts';
import { thumb } from './thumb.ts';

/** Facets that limit which patterns are drawn. */
const LIMITS = ['family', 'level', 'stage', 'market', 'effort'];

/** A draw with a card for each place; the seed, the places, limits and kept cards are in the address. */
export async function startDraw(): Promise<void> {
  const [index, texts] = await Promise.all([indexData(), textsData()]);
  const places = placesOf(index);
  const cards = new Map(index.cards.map((card) => [card[0], card]));
  let draw: Draw = readDraw(location.search, places);
  let drawn: IndexCard[] = [];

  function show(next: Draw, push: boolean): void {
    draw = next;
    const chosen = readFilter(draw.limits, index).chosen;
    const eligible = index.cards.filter((card) => !draw.limits || !isPattern(index, card) || passes(card, chosen));
    drawn = drawCards(eligible, places, draw);
    setQuery(
      writeDraw({ ...draw, kept: draw.kept.filter((id) => drawn.some((card) => card[0] === id)) }, places),
      push,
    );
    need('draw').replaceChildren(...drawn.map(rowOf));
    need('draw-said').textContent = `Drawn: ${drawn.map((card) => card[2]).join(', ')}`;
    showChoices();
  }

  function rowOf(card: IndexCard): HTMLElement {
    const kept = draw.kept.includes(card[0]);
    const button = make(
      'button',
      { type: 'button', class: 'small', 'aria-pressed': String(kept), 'aria-label': `Keep ${card[2]}` },
      kept ? '✓ Kept' : 'Keep',
    );
    button.addEventListener('click', () => {
      show({ ...draw, kept: kept ? draw.kept.filter((id) => id !== card[0]) : [...draw.kept, card[0]] }, false);
      document.querySelector<HTMLElement>(`[data-id="${card[0]}"] .small`)?.focus();
    });
    return thumb(card, texts, make('div', { class: 'held' }, button));
  }

  function showChoices(): void {
    for (const box of document.querySelectorAll<HTMLInputElement>('#draw-kinds input')) {
      box.checked = draw.places.includes(box.value);
    }
    const limits = new URLSearchParams(draw.limits);
    for (const select of document.querySelectorAll<HTMLSelectElement>('#draw-limits select')) {
      select.value = limits.get(select.name) ?? '';
    }
  }

  need('draw-kinds').replaceChildren(
    ...places.map((place) =>
      kindChoice(place, (on) => {
        const chosen = places
          .map(({ key }) => key)
          .filter((key) => (key === place.key ? on : draw.places.includes(key)));
        show({ ...draw, places: chosen }, true);
      }),
    ),
  );
  need('draw-limits').append(...limitChoices(index, () => show({ ...draw, limits: chosenLimits() }, true)));
  need('draw-again').addEventListener('click', () => show({ ...draw, seed: newSeed() }, true));
  need('draw-take').addEventListener('click', () => {
    const hand = myHand();
    const more = drawn.filter((card) => !hand.some((held) => held.id === card[0])).map(([id]) => ({ id, copies: 1 }));
    keepHand([...hand, ...more]);
    toast(`${more.length} ${more.length === 1 ? 'card' : 'cards'} put in the hand`);
  });
  window.addEventListener('popstate', () => show(readDraw(location.search, places), false));
  show(draw.seed ? { ...draw, kept: draw.kept.filter((id) => cards.has(id)) } : { ...draw, seed: newSeed() }, false);
}

function isPattern(index: IndexData, card: IndexCard): boolean {
  const at = index.facets.findIndex(({ key }) => key === 'suit');
  return index.facets[at]?.values[card[4][at] ?? -1]?.[0] === 'pattern';
}

function kindChoice(place: Place, change: (on: boolean) => void): HTMLElement {
  const box = make('input', { type: 'checkbox', value: place.key });
  box.addEventListener('change', () => change(box.checked));
  return make('label', {}, box, place.name);
}

function limitChoices(index: IndexData, change: () => void): HTMLElement[] {
  return LIMITS.flatMap((key) => {
    const facet = index.facets.find((one) => one.key === key);
    if (!facet) return [];
    const at = index.facets.indexOf(facet);
    const values = facet.values.filter((_, place) =>
      index.cards.some((card) => isPattern(index, card) && card[4][at] === place),
    );
    const options = values.map(([value, name]) => make('option', { value }, name));
    const select = make('select', { name: key }, make('option', { value: '' }, 'any'), ...options);
    select.addEventListener('change', change);
    return make('label', {}, facet.name, select);
  });
}

function chosenLimits(): string {
  const chosen = [...document.querySelectorAll<HTMLSelectElement>('#draw-limits select')].filter(({ value }) => value);
  return chosen.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('&');
}

/** Six letters: enough that two tables do not draw alike. */
function newSeed(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz';
  return [...crypto.getRandomValues(new Uint8Array(6))].map((one) => letters[one % letters.length]).join('');
}
