import { lookUp } from '../../model/look-up.ts';
import type { IndexCard, TextsData } from './card-data.ts';
import { base, make } from './dom.ts';

/** One side of a card as a picture; its words where there is none. */
export function thumbOf(id: string, texts: TextsData, side: 0 | 1 = 0, alt = ''): HTMLElement {
  const card = lookUp(texts, id);
  const path = card?.pictures[side];
  if (!card || !path) return make('span', { class: 'face blank-face' });
  const [width, height] = card.size;
  return make('img', { class: 'face', src: base() + path, width, height, alt, decoding: 'async' });
}

/** A card in a list made by script, like the grid's. `more` stands below it. */
export function thumb(card: IndexCard, texts: TextsData, more?: HTMLElement): HTMLLIElement {
  const [id, code, title, gist] = card;
  const words = make(
    'span',
    { class: 'tile-text' },
    code !== '' && make('span', { class: 'code' }, code),
    make('span', { class: 'tile-title' }, title),
    make('span', { class: 'gist' }, gist),
  );
  const back = thumbOf(id, texts, 1);
  back.classList.add('face-back');
  back.setAttribute('loading', 'lazy');
  const link = make('a', { href: `${base()}c/${id}.html` }, thumbOf(id, texts), back, words);
  return make('li', { class: `tile ${lookUp(texts, id)?.tint ?? ''}`, 'data-id': id }, link, more);
}
