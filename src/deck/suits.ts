import { z } from 'zod';
import { CAPITAL } from '../model/capitals.ts';
import type { Family, Suit } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';
import { text } from '../model/fields.ts';
import { error } from '../model/problem.ts';
import { didYouMean } from '../model/suggest.ts';
import { UsageError } from '../model/usage.ts';
import type { Report } from '../read/files.ts';
import { isKebab } from '../read/ids.ts';
import { checked, placeAt } from '../read/values.ts';
import type { Located } from '../read/yaml.ts';
import { codesOf } from './codes.ts';

/** What suits.yaml says. */
export type Suits = Pick<Deck, 'suits' | 'lists'>;

const line = () => z.string().trim();
const code = () => z.string().regex(new RegExp(`^[${CAPITAL}\\p{Nd}]{0,4}$`, 'u'), 'up to 4 capital letters or digits');

const FAMILY = z.strictObject({ code: code().optional(), name: text(), colour: text(), about: line().default('') });

const SUIT = z.strictObject({
  name: text(),
  one: text(),
  code: code(),
  colour: text(),
  face: text(),
  about: line().default(''),
  back: text().optional(),
  first: z.array(text()).optional(),
  familyKey: text().optional(),
  families: z.record(z.string(), FAMILY).optional(),
});

/** suits.yaml. */
export const SUITS = z.strictObject({
  suits: z.record(z.string(), SUIT),
  lists: z.record(z.string(), z.record(z.string(), text())).default({}),
});

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
  const say: Say = (path, rule, message, more = {}) => {
    const place = placeAt(source.places, path);
    report(error({ file: source.file, place, rule: `suits/${rule}`, message, ...more }));
  };
  for (const suit of suits) {
    checkSuit(suit, faces, say);
    if (colours) checkColours(suit, colours, say);
  }
  checkCodes(suits, say);
  return { suits, lists: data.lists };
}

/** Reports what is wrong at a path in suits.yaml. */
type Say = (
  path: readonly string[],
  rule: string,
  message: string,
  more?: { allowed?: readonly string[]; note?: string },
) => void;

function checkSuit({ id, face, familyKey, families }: Suit, faces: readonly string[] | undefined, say: Say): void {
  const at = ['suits', id];
  if (!isKebab(id)) say(at, 'id', `The suit "${id}" needs a name of small letters, digits and hyphens.`);
  if (faces && !faces.includes(face)) {
    const message = `There is no face layout "${face}".${didYouMean(face, faces)}`;
    say([...at, 'face'], 'face', message, { allowed: faces });
  }
  if (familyKey === '__proto__') {
    say([...at, 'familyKey'], 'name', `The name "${familyKey}" can't be used: take another.`);
  }
  if ((familyKey === '') !== (families.length === 0)) {
    say(at, 'families', `The suit "${id}" needs both "familyKey" and "families", or neither.`);
  }
}

/** Reports colors of a suit and its families that tokens.json does not have. */
function checkColours(suit: Suit, colours: readonly string[], say: Say): void {
  const at = ['suits', suit.id];
  const used = [
    { path: at, colour: suit.colour },
    ...suit.families.map(({ id, colour }) => ({ path: [...at, 'families', id], colour })),
  ];
  for (const { path, colour } of used.filter((one) => !colours.includes(one.colour))) {
    const message = `There is no color "${colour}" in tokens.json.${didYouMean(colour, colours)}`;
    const note = `A new one stands in the group "colour" of tokens.json: "${colour}": { "$value": "#1C6580" }`;
    say([...path, 'colour'], 'colour', message, { allowed: colours, note });
  }
}

/** Reports codes that cards of two suits would have. */
function checkCodes(suits: readonly Suit[], say: Say): void {
  const taken = new Map<string, string>();
  for (const suit of suits) {
    for (const one of new Set(codesOf(suit))) {
      const other = taken.get(one);
      if (one !== '' && other) {
        say(['suits', suit.id], 'code', `The code "${one}" is used by two suits: ${other} and ${suit.id}.`);
      }
      taken.set(one, suit.id);
    }
  }
}

/**
 * The suit that somebody typed.
 *
 * @throws UsageError where there is none of that id
 */
export function suitNamed(id: string, suits: readonly Suit[]): Suit {
  const suit = suits.find((one) => one.id === id);
  if (suit) return suit;
  const known = suits.map((one) => one.id);
  throw new UsageError(`unknown suit: ${id}.${didYouMean(id, known)} Suits: ${known.join(', ')}`);
}
