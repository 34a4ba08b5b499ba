import type { ListedItem, Overview } from '../views.ts';
import { make, need } from './page-dom.ts';

/** Lists all items by group; only those that hold the words, and only those with problems where that is wished. */
export function listItems({ groups, items }: Overview, words: string, onlyFaulty: boolean): void {
  const wanted = words.toLowerCase();
  const shown = items.filter(
    ({ id, code, title, errors, warnings }) =>
      `${id} ${code} ${title}`.toLowerCase().includes(wanted) && (!onlyFaulty || errors + warnings > 0),
  );
  const all = [{ id: '', name: 'Can’t be read', colour: '#b3261e' }, ...groups];
  const parts = all.flatMap(({ id, name, colour }) => {
    const own = shown.filter((one) => one.suit === id);
    if (own.length === 0) return [];
    const swatch = make('i', {});
    swatch.style.setProperty('--suit', colour);
    return [make('h3', {}, swatch, `${name} `, String(own.length)), make('ul', {}, ...own.map(item))];
  });
  need('cards').replaceChildren(...(parts.length > 0 ? parts : [make('p', {}, 'Nothing.')]));
}

/** Marks what is shown. */
export function markCurrent(id: string): void {
  for (const link of need('cards').querySelectorAll('a')) {
    const isCurrent = link.getAttribute('href') === `#${id}`;
    if (isCurrent && !link.hasAttribute('aria-current')) link.scrollIntoView({ block: 'nearest' });
    link.toggleAttribute('aria-current', isCurrent);
  }
}

function item({ id, code, title, errors, warnings }: ListedItem): HTMLElement {
  const link = make('a', { href: `#${id}` });
  if (code) link.append(make('span', { class: 'number' }, code));
  link.append(make('span', { class: 'name' }, title));
  if (errors > 0) link.append(make('span', { class: 'mark', title: `${errors} errors` }, String(errors)));
  else if (warnings > 0)
    link.append(make('span', { class: 'mark warning', title: `${warnings} warnings` }, String(warnings)));
  return make('li', {}, link);
}
