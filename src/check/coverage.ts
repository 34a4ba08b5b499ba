import { madeOf } from '../font/joined.ts';
import { openFont } from '../font/open.ts';
import type { Card } from '../model/card.ts';
import { codePoint } from '../model/code-point.ts';
import type { Deck } from '../model/deck.ts';
import { error, type Problem } from '../model/problem.ts';
import type { Font, Theme } from '../model/theme.ts';
import { IDEOGRAPHS } from '../model/unspaced.ts';
import type { WordPlace } from '../model/word-place.ts';
import { type PrintedText, printedIn } from './printed-texts.ts';
import { type Unset, unsetIn } from './scripts.ts';

/** Cards of which all can be printed, each with the theme whose fonts have its characters. */
export type Covered = WeakMap<Card, Theme>;

/** How printed texts are looked at. */
export interface Looking {
  /** Cards that are not looked at again; those that nothing is wrong with are added. */
  covered?: Covered;
  /** Where words are written that are on no card; left out: only their files are named. */
  wordPlace?: WordPlace;
}

/**
 * Characters that need no glyph: these become spaces and ends of lines, and a soft hyphen a hyphen. Other white space is drawn: few fonts
 * have a thin or a narrow no-break space, which French typing programs write.
 */
const BLANK = /[ \t\n\r\u00ad]/u;
/** What is not seen in a message. */
const UNSEEN = /[\s\p{Cf}]/u;

/** Weights that text is set in; a family's other weights are used only where a look asks for them. */
const WEIGHTS = [400, 600, 700];

/** Whether faces ask for a font, as `Theme.font` says. */
function isAsked({ family, weight, italic }: Font, { display, text, label }: Theme['font']): boolean {
  if (family === text && WEIGHTS.includes(weight)) return true;
  return !italic && ((family === display && weight === 600) || (family === label && weight === 700));
}

/**
 * Every character of every printed text is in every font that may set it, or in a font that stands in for that one: react-pdf prints a wrong
 * sign for a missing one. Titles are set in the display family too; everything is set in each weight of the text family. A script
 * that the fonts lack is one problem, however many texts are in it; of other signs each is.
 */
export function checkCoverage(deck: Deck, { covered = new WeakMap(), wordPlace }: Looking = {}): Problem[] {
  const { font, fonts } = deck.theme;
  const all = fonts.map(charactersOf);
  const read = all.filter((_, at) => isAsked(fonts[at] as Font, font));
  if (read.length === 0) return [];
  const text = read.filter((one) => one.family !== font.display || one.family === font.text);
  const causes = new Map<string, Cause>();
  const cards = deck.cards.filter((card) => covered.get(card) !== deck.theme);
  const printed = printedIn({ ...deck, cards }, wordPlace);
  const refused = scriptsIn(printed);
  const isRefused = (letter: string) => refused.some(({ letters }) => letters.test(letter));
  const [inTitles, inTexts] = [read, text].map((fonts): Held => ({ fonts, isRefused, fine: new Set() })) as [
    Held,
    Held,
  ];
  for (const one of printed) collect(one, one.title ? inTitles : inTexts, causes);
  if (refused.length === 0 && causes.size === 0) for (const card of cards) covered.set(card, deck.theme);
  const lacking = [...causes.values()].map((cause) => asProblem(cause, all));
  return [...refused.map(refusal), ...lacking];
}

/** Tells whether a character can be printed wherever a deck sets texts: in every font that may set it, or one that stands in for that. */
export function printableIn({ font, fonts }: Theme): (character: string) => boolean {
  const all = fonts.filter((one) => isAsked(one, font)).map(charactersOf);
  return (character) => BLANK.test(character) || all.every(({ prints }) => prints(character));
}

/** A script that can't be set, and the texts that hold it. */
interface Refused extends Unset {
  texts: PrintedText[];
}

function scriptsIn(all: readonly PrintedText[]): Refused[] {
  const found = new Map<string, Refused>();
  for (const [printed, scripts] of unsetIn(all)) {
    for (const script of scripts) {
      const known = found.get(script.name) ?? { ...script, texts: [] };
      known.texts.push(printed);
      found.set(script.name, known);
    }
  }
  return [...found.values()];
}

function refusal({ name, why, texts: [first, ...others] }: Refused): Problem {
  const { what = '', file = '', place } = first ?? {};
  const message = `"${what}" holds ${name}, which ${why}.`;
  const note = `Write it in another script, or print it as a picture.${alsoIn(others)}`;
  return error({ file, place, rule: 'text/script', message, note });
}

/** Where else the same characters are missing, for the end of a message. */
function alsoIn(others: readonly PrintedText[]): string {
  return others.length > 0 ? ` It is in more texts: ${listed(others.map(whereOf))}.` : '';
}

interface Characters {
  family: string;
  name: string;
  /** Whether it prints a character, or the first font that stands in for it and has that. */
  prints: (character: string) => boolean;
  /** Whether it prints one itself, or has a glyph for it that draws nothing; its name as its file gives it. */
  draws: (character: string) => boolean;
  isBlank: (character: string) => boolean;
  called: string;
}

/** Characters that fonts lack for one reason, and the texts that hold them. */
interface Cause {
  characters: Set<string>;
  without: Set<string>;
  texts: PrintedText[];
}

function charactersOf(font: Font): Characters {
  const { family, weight, italic, fallbacks = [] } = font;
  const own = openFont(font);
  const fonts = [own, ...fallbacks.map(openFont)];
  const draws = (character: string) => isPrinted(character, [own]);
  return {
    family,
    name: `${family} ${weight}${italic ? ' italic' : ''}`,
    prints: (character) => isPrinted(character, fonts),
    draws,
    isBlank: (character) => own.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) && !draws(character),
    called: own.getName('preferredFamily', 'en') ?? own.familyName,
  };
}

type Opened = ReturnType<typeof openFont>;

/** Signs that one sees: not spaces, marks, and what only tells a font something. */
const SEEN = /(?!\p{Default_Ignorable_Code_Point}|\u2800)[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * Whether a character has a glyph in one of these fonts, and the first that has one draws something. Fonts of signs in colors have glyphs without
 * an outline: what one sees of them elsewhere is a picture that nothing here reads, and a gap would be printed.
 */
function isPrinted(character: string, fonts: readonly Opened[]): boolean {
  const code = character.codePointAt(0) ?? 0;
  const font = fonts.find((one) => one.hasGlyphForCodePoint(code));
  return font !== undefined && (!SEEN.test(character) || font.glyphForCodePoint(code).path.commands.length > 0);
}

interface Held {
  fonts: readonly Characters[];
  /** Whether a letter is one of a script that is refused whole. */
  isRefused: (letter: string) => boolean;
  /** Characters that were found to be in all of these fonts. */
  fine: Set<string>;
}

function collect(printed: PrintedText, { fonts, isRefused, fine }: Held, causes: Map<string, Cause>): void {
  // Most texts are made of the few letters that were looked up before.
  const characters = new Set<string>();
  // Without the parts of a letter, as a font that was cut to a text may be, HarfBuzz leaves one out and says nothing.
  for (const character of printed.text + madeOf(printed.text)) if (!fine.has(character)) characters.add(character);
  for (const character of characters) {
    if (isRefused(character)) continue;
    const without = BLANK.test(character) ? [] : fonts.filter(({ prints }) => !prints(character));
    if (without.length === 0) {
      fine.add(character);
      continue;
    }
    const key = scriptOf(character) ?? character;
    const cause = causes.get(key) ?? { characters: new Set(), without: new Set(), texts: [] };
    causes.set(key, cause);
    cause.characters.add(character);
    for (const { name } of without) cause.without.add(name);
    if (cause.texts.at(-1) !== printed) cause.texts.push(printed);
  }
}

/** Scripts that a font has whole or not at all. */
const SCRIPTS = [
  ...['Latin', 'Greek', 'Cyrillic', 'Hangul', 'Georgian', 'Armenian', 'Ethiopic', 'Arabic', 'Hebrew'],
  ...['Thai', 'Lao', 'Tibetan', 'Myanmar', 'Khmer'],
  ...['Devanagari', 'Bengali', 'Gujarati', 'Gurmukhi', 'Kannada', 'Malayalam', 'Sinhala', 'Tamil', 'Telugu'],
];

const IDEOGRAPH = new RegExp(`[${IDEOGRAPHS}]`, 'u');

/** Chinese and Japanese with their signs are one: a font has all of them. */
function scriptOf(character: string): string | undefined {
  return IDEOGRAPH.test(character) ? 'Han' : SCRIPTS.find((name) => isOf(name, character));
}

/** Made where a character is missing: some of these take milliseconds, and most decks need none. */
function isOf(script: string, character: string): boolean {
  return new RegExp(`\\p{Script=${script}}`, 'u').test(character);
}

/** The most characters, and the most places, that a message names. */
const NAMED = 8;

function asProblem({ characters, without, texts: [first, ...others] }: Cause, fonts: readonly Characters[]): Problem {
  const { what = '', file = '', place } = first ?? {};
  const list = listed([...characters].map(shown));
  const message = `"${what}" holds what the fonts can't print: ${list}.`;
  const having = fonts.filter(({ draws }) => [...characters].every(draws)).map(({ called }) => called);
  const blank = fonts.filter(({ isBlank }) => [...characters].some(isBlank)).map(({ called }) => called);
  const note = [
    ...(others.length > 0 ? [alsoIn(others).trim()] : []),
    having.length > 0
      ? `Take it out, or name a font that has it after the one in tokens.json: ${listed([...new Set(having)])}.`
      : 'Take it out, or add a font that has it: none of the deck’s has.',
    ...([...characters].some((one) => /\s/u.test(one)) ? ['A plain or a no-break space is in all fonts.'] : []),
    ...(blank.length > 0
      ? [`${listed([...new Set(blank)])} draws nothing there, as fonts in colors do whose pictures are not read.`]
      : []),
    `Without: ${listed([...without])}.`,
  ];
  return error({
    file,
    place,
    rule: 'font/no-glyph',
    message,
    note: note.join(' '),
    got: [...characters].map((one) => (UNSEEN.test(one) ? codePoint(one) : one)).join(' '),
  });
}

function whereOf({ file, place, what }: PrintedText): string {
  return place ? `${place.file ?? file}:${place.line}:${place.column}` : `${file} "${what}"`;
}

function listed(all: readonly string[]): string {
  const more = all.length - NAMED;
  return `${all.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** `U+1F600 😀`; of what is not seen its number alone. */
function shown(character: string): string {
  return UNSEEN.test(character) ? codePoint(character) : `${codePoint(character)} ${character}`;
}
