import { lookUp } from '../../model/look-up.ts';
import type { Look } from '../../model/looks.ts';
import type { LayeredSource } from '../cards/card-file.ts';
import { withoutComments } from '../cards/comments.ts';
import { hashOf } from '../cards/hash.ts';
import { areRead, type Part } from '../cards/parts.ts';
import { isGroup, onlyKeys } from '../chain/merge.ts';
import type { Translation } from './translations.ts';

/** Front matter that every card's translation may have, beside its look's texts. */
const TEXTS = ['title', 'gist', 'alt', 'choose'];
/** What it may have beside texts: the words that people who speak it look for. Nobody is asked for them, as they are not printed. */
export const SEARCHED = 'also';

/** The hash of what a translation is made from: the texts of a card. A new number or a new effort does not change it. */
export function textHash({ front, parts }: LayeredSource, look: Look | undefined): string {
  return hashOf(front && onlyKeys(front, textKeys(look)), parts);
}

/** The keys of front matter that hold texts to translate: those that have budgets. */
export function textKeys(look: Look | undefined): string[] {
  const own = Object.keys(look?.budgets ?? {}).map((key) => key.split('.', 1)[0] ?? '');
  return [...new Set([...TEXTS, ...own])];
}

/**
 * The section of the card that a translated one stands for, by its heading.
 *
 * @param headings as cards name them → as this language prints them
 */
export function originalOf(
  { heading }: Part,
  { parts }: LayeredSource,
  headings: Readonly<Record<string, string>>,
): Part | undefined {
  const translated = parts.find((part) => (lookUp(headings, part.heading) ?? part.heading) === heading);
  return translated ?? parts.find((part) => part.heading === heading);
}

/** Whether a text of front matter is filled in. */
export function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '';
}

/** Whether there is anything in a section but its heading and comments. */
export function isFilledIn({ heading, tree, mistake }: Part): boolean {
  return mistake !== undefined || withoutComments(tree).children.length > (heading === '' ? 0 : 1);
}

/** Whether a translation is begun no further than `prepdeck translate` does: it is not translated. */
export function saysNothing({ front, parts }: Pick<Translation, 'front' | 'parts'>): boolean {
  const values = isGroup(front?.value) ? Object.values(front.value) : [];
  return front !== undefined && areRead(parts) && !values.some(isGiven) && !parts.some(isFilledIn);
}
