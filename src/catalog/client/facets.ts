import { filled } from '../../../layouts/words/words.ts';
import type { IndexCard, IndexData } from './card-data.ts';
import { make, need } from './dom.ts';
import { countValues, type Filter, toggled } from './filter.ts';
import { words } from './words.ts';

/** The filter panel and the pills. */
export interface FilterPanel {
  /** Shows what is chosen, and for each value how many of `within` it would leave. */
  show(filter: Filter, within: readonly IndexCard[]): void;
}

interface Option {
  facet: number;
  value: number;
  row: HTMLElement;
  box: HTMLInputElement;
  count: HTMLElement;
}

/** Turns the panel's links into checkboxes. `change` is told the filter that a click asks for. */
export function startFacets(index: IndexData, change: (filter: Filter) => void): FilterPanel {
  let now: Filter = { words: '', chosen: index.facets.map(() => new Set()) };
  const toggle = (facet: number, value: number) => change(toggled(now, facet, value));
  const options = index.facets.flatMap(({ key }, facet) => optionsOf(index, key, facet, toggle));
  return {
    show(filter, within) {
      now = filter;
      const counts = countValues(within, filter.chosen, index);
      for (const option of options) showOption(option, filter, counts[option.facet]?.[option.value] ?? 0);
      for (const [facet, chosen] of filter.chosen.entries()) if (chosen.size > 0) open(index.facets[facet]?.key ?? '');
      const clear = () => change({ ...now, chosen: now.chosen.map(() => new Set<number>()) });
      need('pills').replaceChildren(...pillsOf(index, filter, toggle, clear));
    },
  };
}

function optionsOf(
  index: IndexData,
  key: string,
  facet: number,
  toggle: (facet: number, value: number) => void,
): Option[] {
  const group = document.querySelector(`[data-facet="${CSS.escape(key)}"]`);
  const rows = [...(group?.querySelectorAll<HTMLElement>('[data-value]') ?? [])];
  return rows.flatMap((row) => {
    const value = index.facets[facet]?.values.findIndex(([one]) => one === row.dataset.value) ?? -1;
    const link = row.querySelector('a');
    const count = row.querySelector<HTMLElement>('.count');
    if (value < 0 || !link || !count) return [];
    const box = make('input', { type: 'checkbox', onchange: () => toggle(facet, value) });
    link.replaceWith(make('label', {}, box, link.textContent ?? ''));
    return [{ facet, value, row, box, count }];
  });
}

function showOption({ facet, value, row, box, count }: Option, filter: Filter, left: number): void {
  box.checked = filter.chosen[facet]?.has(value) ?? false;
  box.disabled = left === 0 && !box.checked;
  row.classList.toggle('dead', box.disabled);
  // Only where it changes: the browser would lay out each anew.
  if (count.textContent !== String(left)) count.textContent = String(left);
}

function open(key: string): void {
  document.querySelector(`[data-facet="${CSS.escape(key)}"]`)?.setAttribute('open', '');
}

function pillsOf(
  index: IndexData,
  filter: Filter,
  toggle: (facet: number, value: number) => void,
  clear: () => void,
): HTMLElement[] {
  const pills = filter.chosen.flatMap((chosen, facet) =>
    [...chosen].map((value) => {
      const { name, values } = index.facets[facet] ?? { name: '', values: [] };
      const label = `${name}: ${values[value]?.[1] ?? ''}`;
      const button = make('button', { type: 'button', class: 'chip', onclick: () => toggle(facet, value) }, label);
      button.setAttribute('aria-label', filled(words.takeOff, { name: label }));
      return make('li', {}, button);
    }),
  );
  if (pills.length > 1) {
    pills.push(make('li', {}, make('button', { type: 'button', class: 'chip', onclick: clear }, words.clearAll)));
  }
  return pills;
}
