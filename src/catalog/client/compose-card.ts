import { filled } from '../../../layouts/words/words.ts';
import { charactersOf } from './compose-room.ts';
import { words } from './compose-words.ts';
import { chosenIn, type Made, sentenceOf, writtenText } from './composed.ts';
import type { ComposerData } from './composer-data.ts';
import { make } from './dom.ts';

/** The composed card: on screen side by side, on paper two cards of the deck's size. */
export function composedCard(made: Made, data: ComposerData): HTMLElement[] {
  const rows = data.slots.map(({ key, name, cards }) => {
    const titles = chosenIn(made, key).flatMap((id) => cards.find((one) => one.id === id)?.title ?? []);
    return make('div', {}, make('dt', {}, name), make('dd', {}, titles.join(` ${words.or} `) || '…'));
  });
  const front = make(
    'div',
    { class: 'composed-face' },
    make('p', { class: 'label' }, data.one),
    make('h2', {}, writtenText(made, 'title') || words.made),
    make('dl', { class: 'composed-rows' }, ...rows),
  );
  const parts = [...sectionParts(made, data), ...factParts(made, data)].filter(({ text }) => text !== '');
  const back = make('div', { class: 'composed-face' }, ...parts.flatMap(partElements));
  return [front, back];
}

interface Part {
  name: string;
  text: string;
  /** How the text is set. */
  style: string;
  /** How many characters more than the card holds. */
  over: number;
}

function sectionParts(made: Made, data: ComposerData): Part[] {
  return data.sections.map((section, index) => {
    const text = sentenceOf(section, made, data);
    return {
      name: section.name,
      text,
      style: index === 0 ? 'sentence' : '',
      over: charactersOf(text, data.widths) - section.most,
    };
  });
}

/** What is written for the front matter and stands in no sentence. */
function factParts(made: Made, { texts, sections }: ComposerData): Part[] {
  const shown = texts.filter(({ key, path }) => {
    return path.length > 0 && key !== 'title' && !sections.some(({ sentence }) => sentence.includes(`{${key}}`));
  });
  return shown.map(({ key, name }) => ({ name, text: writtenText(made, key), style: '', over: 0 }));
}

function partElements({ name, text, style, over }: Part): HTMLElement[] {
  const tooLong = over > 0 && make('p', { class: 'over' }, filled(words.tooLong, { count: over }));
  return [
    make('p', { class: 'label' }, name),
    make('p', style === '' ? {} : { class: style }, text),
    ...(tooLong ? [tooLong] : []),
  ];
}
