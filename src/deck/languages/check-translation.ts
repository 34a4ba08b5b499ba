import { lookUp } from '../../model/look-up.ts';
import type { Look } from '../../model/looks.ts';
import { error, type Problem, warning } from '../../model/problem.ts';
import { didYouMean } from '../../model/suggest.ts';
import { label, placeAt } from '../../read/values.ts';
import type { Located } from '../../read/yaml.ts';
import type { CardSource, LayeredSource } from '../cards/card-file.ts';
import { areRead } from '../cards/parts.ts';
import { isGroup, valueAtKey } from '../chain/merge.ts';
import { isFilledIn, isGiven, originalOf, SEARCHED, textKeys } from './translated-texts.ts';
import type { Translation } from './translations.ts';

/** A card that is translated. */
interface Original {
  source: LayeredSource;
  /** The hash of its texts today. */
  hash: string;
  look: Look | undefined;
}

/**
 * What is wrong with a translation of a card.
 *
 * @param headings as cards name them → as this language prints them
 */
export function translationProblems(
  own: Translation,
  original: Original,
  headings: Readonly<Record<string, string>>,
): Problem[] {
  if (!own.front) return [];
  const { source, hash, look } = original;
  // Whether an unreadable text has changed can't be told.
  const isKnown = own.source === undefined || areRead(source.parts);
  return [
    ...(isKnown ? staleProblems(own, { file: source.file, hash }, 'texts') : []),
    ...frontProblems(own.front, source, textKeys(look), [SEARCHED]),
    ...partProblems(own, source, headings),
  ];
}

/**
 * What is wrong with the hash that a translation names.
 *
 * @param below the file of what is translated, and the hash of its texts today
 * @param texts as messages call them
 */
export function staleProblems(
  { source: made, file, sourcePlace: place }: Translation,
  below: { file: string; hash: string },
  texts: 'text' | 'texts',
): Problem[] {
  if (made === below.hash) return [];
  const at = { file, place };
  if (made === undefined) {
    const message = `A translation says which ${texts} it was made from: "source" is missing.`;
    const note = `For the ${texts} of today: source: ${below.hash}`;
    return [error({ ...at, rule: 'locale/missing-key', message, note })];
  }
  const message = `${below.file} has changed since this translation of it was made.`;
  const note = `Read both again; then: source: ${below.hash}`;
  return [warning({ ...at, rule: 'locale/changed', message, note })];
}

/**
 * Keys that are no texts, and texts that are not translated.
 *
 * @param texts the keys of texts
 * @param further keys that may be there
 */
export function frontProblems(
  front: Located,
  source: CardSource,
  texts: readonly string[],
  further: readonly string[] = [],
): Problem[] {
  const { file, keys } = front;
  const allowed = [...texts, ...further];
  const given = isGroup(front.value) ? Object.keys(front.value) : [];
  const unknown = given
    .filter((key) => !allowed.includes(key))
    .map((key) => {
      const message = `"${key}" is not translated: a translation holds only texts.${didYouMean(key, allowed)}`;
      return error({ file, place: placeAt(keys, [key]), rule: 'locale/unknown-key', message, allowed, got: key });
    });
  const missing = texts
    .filter((key) => isGiven(valueAtKey(source.front, key)) && !isGiven(valueAtKey(front, key)))
    .map((key) => untranslated(label([key]), file));
  return [...unknown, ...missing];
}

/** Sections that the card does not have, and those that are not translated. */
function partProblems(
  { file, parts }: Translation,
  source: LayeredSource,
  headings: Readonly<Record<string, string>>,
): Problem[] {
  if (!areRead([...parts, ...source.parts])) return [];
  const wanted = source.parts.map((part) => part.heading).filter((heading) => heading !== '');
  const allowed = wanted.map((heading) => lookUp(headings, heading) ?? heading);
  const found = parts.map((part) => originalOf(part, source, headings)?.heading);
  const unknown = parts
    .filter(({ heading }, i) => heading !== '' && found[i] === undefined)
    .map(({ heading, line }) => {
      const message = `${source.file} has no section "${heading}".${didYouMean(heading, allowed)}`;
      const note = 'Headings are translated under "sections" in ui.yaml.';
      return error({ file, place: { line, column: 1 }, rule: 'locale/unknown-section', message, allowed, note });
    });
  const filledIn = parts.flatMap((part, i) => (isFilledIn(part) ? [found[i]] : []));
  const missing = wanted
    .filter((heading) => !filledIn.includes(heading))
    .map((one) => untranslated(lookUp(headings, one) ?? one, file));
  return [...unknown, ...missing];
}

function untranslated(what: string, file: string): Problem {
  const message = `"${what}" is not translated.`;
  return warning({ file, rule: 'locale/missing', message, note: 'It is printed as in the deck’s first language.' });
}
