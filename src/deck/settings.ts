import { z } from 'zod';
import type { Family, Suit } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';
import { error } from '../model/problem.ts';
import { didYouMean } from '../model/suggest.ts';
import { cardSize } from '../read/card-size.ts';
import type { Report } from '../read/files.ts';
import { checked, placeAt } from '../read/values.ts';
import type { Located } from '../read/yaml.ts';
import { toolSettings } from './cards/compose.ts';
import { printSettings } from './cards/sets.ts';
import { LAYER_KEYS } from './chain/layer.ts';
import { isGroup, valueAtKey } from './chain/merge.ts';
import { language } from './languages/language.ts';

/** What deck.yaml says. */
export type Settings = Pick<
  Deck,
  | 'name'
  | 'version'
  | 'date'
  | 'lang'
  | 'languages'
  | 'missing'
  | 'format'
  | 'ownFormat'
  | 'prints'
  | 'tagline'
  | 'about'
  | 'credit'
  | 'url'
  | 'qr'
  | 'sets'
  | 'compose'
  | 'draw'
  | 'fan'
  | 'workshop'
  | 'goals'
  | 'backOffset'
  | 'press'
  | 'logo'
>;

/** What suits.yaml says. */
export type Suits = Pick<Deck, 'suits' | 'lists'>;

const line = () => z.string().trim();
const name = () => z.string().trim().min(1);

/** deck.yaml, with a card size by its name. */
export const DECK = z.strictObject({
  name: name(),
  version: name(),
  date: z.string().refine(isDay, 'must be a date like 2026-11-21'),
  lang: language().default('en-US'),
  languages: z.array(language()).default([]),
  missing: z.enum(['fall-back', 'skip', 'fail']).default('fall-back'),
  format: name().default('poker'),
  prints: z.array(name()).min(1).default(['a4']),
  tagline: line().default(''),
  about: line().default(''),
  credit: line().default(''),
  url: z.string().refine(isBase, 'must begin with https:// and end with /').default(''),
  qr: z.boolean().default(false),
  logo: name().optional(),
  ...printSettings,
  ...toolSettings,
  // Read for each layer by itself (see chain.ts); known here, so that a misspelt one is recognized.
  ...Object.fromEntries(LAYER_KEYS.map((key) => [key, z.unknown().optional()])),
});

const FAMILY = z.strictObject({ code: code().optional(), name: name(), colour: name(), about: line().default('') });

const SUIT = z.strictObject({
  name: name(),
  one: name(),
  code: code(),
  colour: name(),
  face: name(),
  about: line().default(''),
  back: name().optional(),
  first: z.array(name()).optional(),
  familyKey: name().optional(),
  families: z.record(z.string(), FAMILY).optional(),
});

/** suits.yaml. */
export const SUITS = z.strictObject({
  suits: z.record(z.string(), SUIT),
  lists: z.record(z.string(), z.record(z.string(), name())).default({}),
});

/** Checks deck.yaml. */
export function readSettings(source: Located, report: Report): Settings | undefined {
  const sized = isGroup(valueAtKey(source, 'format'));
  const settings = sized
    ? checked(DECK.extend({ format: cardSize }), source, 'deck', report)
    : checked(DECK, source, 'deck', report);
  if (!settings) return undefined;
  const { format, ...rest } = settings;
  const own = Object.entries(rest).filter(([key]) => !LAYER_KEYS.includes(key));
  return {
    ...(Object.fromEntries(own) as typeof rest),
    ...(typeof format === 'string' ? { format } : { format: format.name, ownFormat: format }),
  };
}

/** Checks suits.yaml against itself, the theme's colours and the names of the face layouts (undefined: not known). */
export function readSuits(
  source: Located,
  colours: readonly string[] | undefined,
  faces: readonly string[] | undefined,
  report: Report,
): Suits | undefined {
  const data = checked(SUITS, source, 'suits', report);
  if (!data) return undefined;
  const suits = Object.entries(data.suits).map(([id, { familyKey = '', families = {}, ...suit }]): Suit => {
    const list = Object.entries(families).map(([key, one]): Family => ({ ...one, id: key, code: one.code ?? '' }));
    return { id, ...suit, familyKey, families: list };
  });

  const say = (path: string[], rule: string, message: string, allowed?: readonly string[], note?: string) => {
    const place = placeAt(source.places, path);
    report(error({ file: source.file, place, rule: `suits/${rule}`, message, allowed, note }));
  };
  const prefixes = new Map<string, string>();
  for (const suit of suits) {
    const at = ['suits', suit.id];
    if (!isKebab(suit.id)) say(at, 'id', `The suit "${suit.id}" needs a name of small letters, digits and hyphens.`);
    if (faces && !faces.includes(suit.face)) {
      say([...at, 'face'], 'face', `There is no face layout "${suit.face}".${didYouMean(suit.face, faces)}`, faces);
    }
    if ((suit.familyKey === '') !== (suit.families.length === 0)) {
      say(at, 'families', `The suit "${suit.id}" needs both "familyKey" and "families", or neither.`);
    }
    for (const [where, { colour }] of [
      [at, suit],
      ...suit.families.map((one) => [[...at, 'families', one.id], one]),
    ] as [string[], { colour: string }][]) {
      if (colours && !colours.includes(colour)) {
        const hint = didYouMean(colour, colours);
        const note = `A new one stands in the group "colour" of tokens.json: "${colour}": { "$value": "#1C6580" }`;
        say([...where, 'colour'], 'colour', `There is no color "${colour}" in tokens.json.${hint}`, colours, note);
      }
    }
    for (const prefix of new Set(codesOf(suit))) {
      const other = prefixes.get(prefix);
      if (prefix !== '' && other)
        say(at, 'code', `The code "${prefix}" is used by two suits: ${other} and ${suit.id}.`);
      prefixes.set(prefix, suit.id);
    }
  }
  return { suits, lists: data.lists };
}

/** What is printed before a card's number: its family's code, else its suit's, else the family's id. */
export function codePrefix(suit: Suit, family?: Family): string {
  return family?.code || suit.code || family?.id || '';
}

/** What is printed before the numbers of a suit's cards, in each of its families. */
export function codesOf(suit: Suit): string[] {
  return suit.families.length > 0 ? suit.families.map((one) => codePrefix(suit, one)) : [codePrefix(suit)];
}

/** The cards among which a number is given once: a family with a code of its own, else the suit. */
export function seriesOf(suit: Suit, family?: Family): string {
  return family?.code ? `${suit.id}/${family.id}` : suit.id;
}

/** Whether a suit's cards have numbers: those of a suit with neither a code nor families (cover, references) have not. */
export function isNumbered(suit: Suit): boolean {
  return suit.code !== '' || suit.families.length > 0;
}

/** `because-you-row`: what ids look like. */
export function isKebab(id: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id);
}

function code() {
  return z.string().regex(/^[A-Z0-9]{0,4}$/, 'up to 4 capital letters or digits');
}

function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === date;
}

function isBase(url: string): boolean {
  return url === '' || (/^https?:\/\/\S+\/$/.test(url) && URL.canParse(url));
}
