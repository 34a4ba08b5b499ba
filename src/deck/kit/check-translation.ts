import { error, type Problem } from '../../model/problem.ts';
import { literalAttributes, tagsIn } from '../cards/attributes.ts';
import { areRead, type Part } from '../cards/parts.ts';
import { frontProblems, staleProblems } from '../languages/check-translation.ts';
import { isFilledIn } from '../languages/translated-texts.ts';
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
  return [
    ...staleProblems(own, { file: source.file, hash }, 'text'),
    ...(own.front ? frontProblems(own.front, source, PAGE_TEXTS) : []),
    ...partProblems(own, source),
  ];
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
