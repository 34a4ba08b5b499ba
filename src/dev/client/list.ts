import type { ListedCard, Overview } from '../views.ts';
import { make, need } from './page-dom.ts';

/** Lists all cards by suit; only those that hold the words, and only those with problems where that is wished. */
export function listCards({ suits, cards }: Overview, words: string, onlyFaulty: boolean): void {
  const wanted = words.toLowerCase();
  const shown = cards.filter(
    ({ id, code, title, errors, warnings }) =>
      `${id} ${code} ${title}`.toLowerCase().includes(wanted) && (!onlyFaulty || errors + warnings > 0),
  );
  const groups = [{ id: '', name: 'Can’t be read', colour: '#b3261e' }, ...suits];
  const parts = groups.flatMap(({ id, name, colour }) => {
    const own = shown.filter((card) => card.suit === id);
    if (own.length === 0) return [];
    const swatch = make('i', {});
    swatch.style.setProperty('--suit', colour);
    return [make('h3', {}, swatch, `${name} `, String(own.length)), make('ul', {}, ...own.map(item))];
  });
  need('cards').replaceChildren(...(parts.length > 0 ? parts : [make('p', {}, 'No card.')]));
}

/** Marks the card that is shown. */
export function markCurrent(id: string): void {
  for (const link of need('cards').querySelectorAll('a')) {
    const isCurrent = link.getAttribute('href') === `#${id}`;
    if (isCurrent && !link.hasAttribute('aria-current')) link.scrollIntoView({ block: 'nearest' });
    link.toggleAttribute('aria-current', isCurrent);
  }
}

function item({ id, code, title, errors, warnings }: ListedCard): HTMLElement {
  const link = make('a', { href: `#${id}` });
  if (code) link.append(make('span', { class: 'number' }, code));
  link.append(make('span', { class: 'name' }, title));
  if (errors > 0) link.append(make('span', { class: 'mark', title: `${errors} errors` }, String(errors)));
  else if (warnings > 0)
    link.append(make('span', { class: 'mark warning', title: `${warnings} warnings` }, String(warnings)));
  return make('li', {}, link);
}
