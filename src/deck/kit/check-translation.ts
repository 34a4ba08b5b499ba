import { error, type Problem, warning } from '../../model/problem.ts';
import { didYouMean } from '../../model/suggest.ts';
import { placeAt } from '../../read/values.ts';
import { literalAttributes, tagsIn } from '../cards/attributes.ts';
import { areRead, type Part } from '../cards/parts.ts';
import { isGroup, valueAtKey } from '../chain/merge.ts';
import { isFilledIn, isGiven } from '../languages/translated-texts.ts';
import type { Translation } from '../languages/translations.ts';
import type { KitSource } from './stack-kit.ts';
import { isKitTag } from './tags.ts';

/** What a translation of a page says on top; all else is as in the first language. */
export const PAGE_TEXTS: readonly string[] = ['title', 'lead', 'part'];

/**
 * What is wrong with the translation of a board, a worksheet or a chapter, which must have all of its sections and tags.
 *
 * @param hash of the page's texts as they are
 */
export function pageTranslationProblems(own: Translation, source: KitSource, hash: string): Problem[] {
  const stale = staleProblem(own, source, hash);
  return [...(stale ? [stale] : []), ...frontProblems(own, source), ...partProblems(own, source)];
}

function staleProblem(own: Translation, source: KitSource, hash: string): Problem | undefined {
  const at = { file: own.file, place: own.sourcePlace };
  if (own.source === undefined) {
    const message = 'A translation says which text it was made from: "source" is missing.';
    return error({ ...at, rule: 'locale/missing-key', message, note: `For the text of today: source: ${hash}` });
  }
  if (own.source === hash) return undefined;
  const message = `${source.file} has changed since this translation of it was made.`;
  return warning({ ...at, rule: 'locale/changed', message, note: `Read both again; then: source: ${hash}` });
}

/** Keys that are no texts, and texts that are not translated. */
function frontProblems({ front, file }: Translation, source: KitSource): Problem[] {
  const given = isGroup(front?.value) ? Object.keys(front.value) : [];
  const unknown = given
    .filter((key) => !PAGE_TEXTS.includes(key))
    .map((key) => {
      const message = `"${key}" is not translated: a translation holds only texts.${didYouMean(key, PAGE_TEXTS)}`;
      const place = placeAt(front?.keys ?? {}, [key]);
      return error({ file, place, rule: 'locale/unknown-key', message, allowed: PAGE_TEXTS, got: key });
    });
  const missing = PAGE_TEXTS.filter(
    (key) => isGiven(valueAtKey(source.front, key)) && !isGiven(valueAtKey(front, key)),
  );
  return [...unknown, ...missing.map((key) => untranslated(key, file))];
}

function untranslated(key: string, file: string): Problem {
  const [message, note] = [`"${key}" is not translated.`, 'It is printed as in the deck’s first language.'];
  return warning({ file, rule: 'locale/missing', message, note });
}

/** Sections that are not there or say nothing, and other tags than the page has. */
function partProblems({ file, parts }: Translation, source: KitSource): Problem[] {
  if (!areRead([...parts, ...source.parts])) return [];
  const saysSomething = (part: Part | undefined) => part === undefined || isFilledIn(part);
  const empty = parts.filter((part, at) => !isFilledIn(part) && saysSomething(source.parts[at]));
  if (empty.length > 0) {
    return empty.map(({ heading, line }) => {
      const message = `"${heading}" says nothing: a translation is the whole page.`;
      return error({ file, place: { line, column: 1 }, rule: 'locale/empty-section', message });
    });
  }
  const wrong = [...otherSections(parts, source.parts), ...otherFields(parts, source.parts)];
  if (wrong.length === 0) return [];
  const message = `This translation of ${source.file} ${wrong.join(' and ')}.`;
  const note = 'It has the same sections, and the same tags with the same ids.';
  return [error({ file, rule: 'locale/fields', message, note })];
}

function otherSections(given: readonly Part[], wanted: readonly Part[]): string[] {
  return given.length === wanted.length ? [] : [`has ${given.length} sections, not ${wanted.length},`];
}

function otherFields(parts: readonly Part[], wantedParts: readonly Part[]): string[] {
  const [wanted, given] = [fieldIds(wantedParts), fieldIds(parts)];
  return [
    ...wanted.filter((id) => !given.includes(id)).map((id) => `lacks "${id}"`),
    ...given.filter((id) => !wanted.includes(id)).map((id) => `must not have "${id}"`),
  ];
}

/** The tags of fields in a body, each with its id. */
function fieldIds(parts: readonly Part[]): string[] {
  const tags = parts.flatMap(({ tree }) => tagsIn(tree)).filter(({ name }) => isKitTag(name ?? ''));
  return tags.flatMap((tag) => {
    const { id } = literalAttributes(tag) ?? {};
    return id === undefined ? [] : [`${tag.name} ${id}`];
  });
}
