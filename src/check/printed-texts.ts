import type { Card } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';
import { lookUp } from '../model/look-up.ts';
import type { Place } from '../model/problem.ts';
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

/** Every text that faces, sheets and boxes print. */
export function printedIn(deck: Deck): PrintedText[] {
  const suitsFile = shownFile(deck, 'suits.yaml');
  const names = [
    ...deck.suits.flatMap((suit) => [suit, ...suit.families]),
    ...Object.values(deck.lists).map(Object.values),
  ]
    .flatMap((one) => ('about' in one ? [one.name, one.about, ...('one' in one ? [one.one] : [])] : one))
    .map((text): PrintedText => ({ what: text, text, file: suitsFile, place: undefined, title: true }));
  const credit = {
    what: 'credit',
    text: deck.credit,
    file: shownFile(deck, 'deck.yaml'),
    place: undefined,
    title: false,
  };
  const name: PrintedText = { ...credit, what: 'name', text: deck.name };
  const version: PrintedText = { ...credit, what: 'version', text: deck.version };
  return [name, version, credit, ...names, ...wordsIn(deck), ...deck.cards.flatMap(printedOn)];
}

/** The words that faces and sheets print by themselves, and the headings of sections, in a language other than English. */
function wordsIn({ lang, words, headings, ...deck }: Deck): PrintedText[] {
  const file = shownFile(deck, `locales/${lang}/ui.yaml`);
  const texts = [words.faces, words.sheets, words.kit, words.guide, headings].flatMap((group) => Object.values(group));
  return texts.map((text): PrintedText => ({ what: text, text, file, place: undefined, title: false }));
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
