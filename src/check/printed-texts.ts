import type { Card } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';
import { lookUp } from '../model/look-up.ts';
import { type Word as Said, textsOf } from '../model/plurals.ts';
import type { Place } from '../model/problem.ts';
import type { WordPlace } from '../model/word-place.ts';
import { shownFile } from './shown-file.ts';

/** A text that is printed, and where it stands. */
export interface PrintedText {
  what: string;
  text: string;
  file: string;
  place: Place | undefined;
  /** Set in the display family too. */
  title: boolean;
}

/**
 * Every text that faces, sheets and boxes print.
 *
 * @param wordPlace where words are written that are on no card
 */
export function printedIn(deck: Deck, wordPlace: WordPlace = () => undefined): PrintedText[] {
  const at = (path: readonly string[], text: string, usual: string): PrintedText => {
    const { file = shownFile(deck, usual), place } = wordPlace(path) ?? {};
    return { what: text, text, file, place, title: false };
  };
  const ofDeck = (key: 'name' | 'version' | 'credit'): PrintedText => ({
    ...at(['deck', key], deck[key], 'deck.yaml'),
    what: key,
  });
  const names = namesIn(deck).map(([path, text]) => ({ ...at(path, text, 'suits.yaml'), title: true }));
  const words = wordsIn(deck).map(([path, text]) => at(path, text, `locales/${deck.lang}/ui.yaml`));
  return [ofDeck('name'), ofDeck('version'), ofDeck('credit'), ...names, ...words, ...deck.cards.flatMap(printedOn)];
}

/** A word, and its keys in a `ui.yaml`. */
type Word = [path: readonly string[], text: string];

/** Names of suits, of their families and of the values of lists. */
function namesIn({ suits, lists }: Deck): Word[] {
  const ofSuits = suits.flatMap(
    ({ id, name, about, one, zero = '', two = '', few = '', many = '', families }): Word[] => [
      ...worded({ name, about, one, zero, two, few, many }, ['suits', id]),
      ...families.flatMap((family) =>
        worded({ name: family.name, about: family.about }, ['suits', id, 'families', family.id]),
      ),
    ],
  );
  return [...ofSuits, ...Object.entries(lists).flatMap(([id, list]) => worded(list, ['lists', id]))];
}

/** The words that faces and sheets print by themselves, and the headings of sections, in a language other than English. */
function wordsIn({ words: { faces, sheets, kit, guide }, headings }: Deck): Word[] {
  const groups = Object.entries({ faces, sheets, kit, guide, sections: headings });
  return groups.flatMap(([group, texts]) => worded(texts, [group]));
}

/** The words of a group by their keys, each in all of its forms. */
function worded(texts: Readonly<Record<string, Said>>, path: readonly string[]): Word[] {
  return Object.entries(texts).flatMap(([key, word]) =>
    textsOf(word).map(([form, text]): Word => [[...path, key, ...(form ? [form] : [])], text]),
  );
}

function printedOn({ file, code, title, gist, fields, sections, places }: Card): PrintedText[] {
  const at = (what: string, text: string): PrintedText => ({
    what,
    text,
    file,
    place: lookUp(places, what),
    title: what === 'title',
  });
  return [
    { ...at('code', code), place: lookUp(places, 'label') ?? lookUp(places, 'number'), title: true },
    at('title', title),
    at('gist', gist),
    ...fieldTexts(fields, '').map(([path, text]) => at(path, text)),
    ...sections.map(({ heading, text, place }) => ({ ...at(heading, `${heading} ${text}`), place })),
  ];
}

function fieldTexts(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => fieldTexts(one, path === '' ? key : `${path}.${key}`));
}
