import { lookUp } from '../../model/look-up.ts';
import { blocksOf } from './blocks.ts';
import type { IndexCard, TextsData } from './card-data.ts';
import { make } from './dom.ts';
import { thumbOf } from './thumb.ts';

/** A card for the projector: one side's picture, and beside it that side's words in large type. */
export function slideOf(card: IndexCard, texts: TextsData, turned: boolean): HTMLElement {
  const [id, code, title, gist] = card;
  const text = lookUp(texts, id);
  const front = [
    make('p', { class: 'stage-gist' }, gist),
    ...(text?.said ? [make('p', { class: 'quote' }, text.said)] : []),
  ];
  const back = (text?.sections ?? []).map(([heading, words, shapes]) =>
    make('section', {}, make('h3', { class: 'label' }, heading), ...blocksOf(words, shapes)),
  );
  const words = make(
    'div',
    { class: turned ? 'stage-text back' : 'stage-text' },
    make('p', { class: 'eyebrow' }, [text?.kind, code].filter(Boolean).join(' · ')),
    make('h2', {}, title),
    ...(turned ? back : front),
  );
  return make('article', { class: `slide ${text?.tint ?? ''}` }, thumbOf(id, texts, turned ? 1 : 0), words);
}
