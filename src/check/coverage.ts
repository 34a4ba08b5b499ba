import { openFont } from '../font/open.ts';
import type { Card } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';
import { lookUp } from '../model/look-up.ts';
import { error, type Place, type Problem } from '../model/problem.ts';
import type { Font } from '../model/theme.ts';
import { shownFile } from './shown.ts';

/** A text that is printed, and where it stands. */
interface Printed {
  what: string;
  text: string;
  file: string;
  place: Place | undefined;
  /** Set in the display family too. */
  title: boolean;
}

/** White space is laid out, not drawn. */
const BLANK = /[\s\u00a0\u2028\u2029]/u;

/**
 * Every character of every printed text is in every font it may be set in: react-pdf prints a wrong sign for a missing one.
 * Titles are set in the display family too; everything is set in each weight of the text family.
 */
export function checkCoverage(deck: Deck): Problem[] {
  const { font, fonts } = deck.theme;
  const read = fonts.filter(({ family }) => family === font.display || family === font.text).map(charactersOf);
  if (read.length === 0) return [];
  const text = read.filter((one) => one.family === font.text);
  return printedIn(deck).flatMap((printed) => missingIn(printed, printed.title ? read : text));
}

interface Characters {
  family: string;
  name: string;
  has: ReadonlySet<number>;
}

function charactersOf(font: Font): Characters {
  const { family, weight, italic } = font;
  const has = new Set(openFont(font).characterSet);
  return { family, name: `${family} ${weight}${italic ? ' italic' : ''}`, has };
}

function missingIn({ what, text, file, place }: Printed, fonts: readonly Characters[]): Problem[] {
  const lacking = new Map<string, Characters[]>();
  for (const character of text) {
    if (BLANK.test(character) || lacking.has(character)) continue;
    const code = character.codePointAt(0) ?? 0;
    const without = fonts.filter(({ has }) => !has.has(code));
    if (without.length > 0) lacking.set(character, without);
  }
  if (lacking.size === 0) return [];
  const list = [...lacking.keys()].map((one) => `${codePoint(one)} ${one}`).join(', ');
  const names = [...new Set([...lacking.values()].flat().map((one) => one.name))].join(', ');
  const message = `"${what}" holds what the fonts can't print: ${list}.`;
  const note = `Take it out, or give the deck fonts that have it. Without: ${names}.`;
  return [error({ file, place, rule: 'font/no-glyph', message, note, got: [...lacking.keys()].join(' ') })];
}

function printedIn(deck: Deck): Printed[] {
  const suitsFile = shownFile(deck, 'suits.yaml');
  const names = [
    ...deck.suits.flatMap((suit) => [suit, ...suit.families]),
    ...Object.values(deck.lists).map(Object.values),
  ]
    .flatMap((one) => ('about' in one ? [one.name, one.about] : one))
    .map((text): Printed => ({ what: text, text, file: suitsFile, place: undefined, title: true }));
  const credit = {
    what: 'credit',
    text: deck.credit,
    file: shownFile(deck, 'deck.yaml'),
    place: undefined,
    title: false,
  };
  return [credit, ...names, ...wordsIn(deck), ...deck.cards.flatMap(printedOn)];
}

/** What faces and sheets say, and the headings of sections, where they are not English. */
function wordsIn({ lang, words, headings, ...deck }: Deck): Printed[] {
  const file = shownFile(deck, `locales/${lang}/ui.yaml`);
  const texts = [words.faces, words.sheets, headings].flatMap((group) => Object.values(group));
  return texts.map((text): Printed => ({ what: text, text, file, place: undefined, title: false }));
}

function printedOn({ file, title, gist, fields, sections, places }: Card): Printed[] {
  const at = (what: string, text: string): Printed => ({
    what,
    text,
    file,
    place: lookUp(places, what),
    title: what === 'title',
  });
  return [
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

/** `U+1F600`. */
function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
