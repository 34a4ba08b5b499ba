import type { Card, Suit } from '../../model/card.ts';
import { refsOf } from '../../model/fields.ts';
import type { Looks } from '../../model/loaded-looks.ts';
import { lookInto } from '../../model/look-into.ts';
import { lookUp } from '../../model/look-up.ts';
import { type Look, SHARED_BUDGETS } from '../../model/looks.ts';
import { error, type Place } from '../../model/problem.ts';
import { didYouMean } from '../../model/suggest.ts';
import type { Report } from '../../read/files.ts';
import { label, placeAt } from '../../read/values.ts';
import type { Located } from '../../read/yaml.ts';
import { valueAtKey } from '../chain/merge.ts';
import { isNumbered } from '../codes.ts';
import type { Suits } from '../suits.ts';
import { overBudget } from './budgets.ts';
import type { Front } from './front-schema.ts';
import { hasTally } from './tallies.ts';

/** The suit of a card and the look that draws it; one that does not exist is left out after it is reported. */
export function suitAndLook(
  front: Located,
  suits: readonly Suit[],
  looks: Looks,
  report: Report,
): { suit?: Suit | undefined; look?: Look | undefined } {
  const { file, places } = front;
  const named = valueAtKey(front, 'suit');
  const ids = suits.map((suit) => suit.id);
  const suit = suits.find((one) => one.id === named);
  if (!suit) {
    const message =
      typeof named === 'string' ? `There is no suit "${named}".${didYouMean(named, ids)}` : '"suit" is missing.';
    report(error({ file, place: placeAt(places, ['suit']), rule: 'card/suit', message, allowed: ids }));
    return {};
  }
  const face = valueAtKey(front, 'face') ?? suit.face;
  const faces = Object.keys(looks.faces);
  const look = typeof face === 'string' ? lookUp(looks.faces, face) : undefined;
  if (!look) {
    const message = `There is no face layout "${face}".${didYouMean(String(face), faces)}`;
    report(error({ file, place: placeAt(places, ['face']), rule: 'card/face', message, allowed: faces }));
  }
  return { suit, look };
}

/** The look of a card; undefined where there is none of that name. */
export function lookOf(
  front: Located | undefined,
  { suits, looks }: { suits: readonly Suit[]; looks: Looks },
): Look | undefined {
  const suit = suits.find((one) => one.id === valueAtKey(front, 'suit'));
  return lookUp(looks.faces, String(valueAtKey(front, 'face') ?? suit?.face));
}

/** Reports a number in a suit that has none, and a label without a number. */
export function checkNumber(
  { number, label: printed, blank }: Front,
  suit: Suit,
  front: Located,
  report: Report,
): void {
  const { file, places } = front;
  if (number !== undefined && (blank || !isNumbered(suit))) {
    const message = blank ? 'A blank card has no number.' : `${suit.name} have no numbers.`;
    const note = blank ? 'Take it out.' : 'Take it out, or give the suit a "code" in suits.yaml.';
    report(error({ file, place: places.number, rule: 'card/number', message, note }));
  }
  if (printed !== undefined && number === undefined) {
    const message = 'A label is printed in place of a number: "number" is missing.';
    const note = 'Cards are sorted by it: give J the number 11.';
    report(error({ file, place: places.label, rule: 'card/label', message, note }));
  }
}

/** Checks the values of closed lists; false after reporting one that is not in its list. */
export function checkLists(
  { fields, data, lists }: { fields: Look['fields']; data: Front; lists: Suits['lists'] },
  { file, places }: Located,
  report: Report,
): boolean {
  const wrong = refsOf(fields, data, 'list').flatMap(({ path: at, name, value }) => {
    const allowed = Object.keys(lookUp(lists, name) ?? {});
    if (allowed.includes(value)) return [];
    const message = `"${label(at)}" is "${value}", which is not in the list.${didYouMean(value, allowed)}`;
    const note = `The list "${name}" stands in suits.yaml.`;
    return error({ file, place: placeAt(places, at), rule: 'card/value', message, allowed, got: value, note });
  });
  for (const one of wrong) report(one);
  return wrong.length === 0;
}

/** Warns of texts of front matter that are longer than their budgets. */
export function checkBudgets(
  { title, gist, fields, file, places }: Card,
  look: Look,
  room: number,
  report: Report,
): void {
  for (const [pattern, budget] of Object.entries({ ...SHARED_BUDGETS, ...look.budgets })) {
    for (const [at, value] of textsAt({ ...fields, title, gist }, pattern.split('.'))) {
      // A gist with a tally, `<Count …/>`, is measured when all cards are known: see counted.ts.
      if (pattern === 'gist' && hasTally(value)) continue;
      const place: Place | undefined = placeAt(places, at);
      overBudget({ what: `"${label(at)}"`, text: value, budget, room, file, place }, report);
    }
  }
}

/** The texts at a dotted path, `*` for any index. */
function textsAt(value: unknown, path: readonly string[], at: readonly PropertyKey[] = []): [PropertyKey[], string][] {
  const [key, ...rest] = path;
  if (key === undefined) return typeof value === 'string' ? [[[...at], value]] : [];
  if (Array.isArray(value)) {
    return key === '*' ? value.flatMap((one, i) => textsAt(one, rest, [...at, i])) : [];
  }
  return textsAt(lookInto(value, key), rest, [...at, key]);
}
