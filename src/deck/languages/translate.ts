import type { Nodes } from 'mdast';
import type { Looks } from '../../model/layouts.ts';
import { lookUp } from '../../model/look-up.ts';
import type { Look } from '../../model/looks.ts';
import { error, type Problem, warning } from '../../model/problem.ts';
import { didYouMean } from '../../model/suggest.ts';
import type { Report } from '../../read/files.ts';
import { label, placeAt } from '../../read/values.ts';
import type { LayeredSource } from '../cards/card-file.ts';
import { withoutComments } from '../cards/comments.ts';
import { hashOf } from '../cards/hash.ts';
import { areRead, isSection, mergeParts, type Part } from '../cards/parts.ts';
import { isGroup, mergePatch, onlyKeys, valueAtKey } from '../chain/merge.ts';
import type { Stack } from '../chain/stack.ts';
import type { Suits } from '../settings.ts';
import type { Locale, Translation } from './translations.ts';

/** How much of its budgets a translation may fill, in percent: German is about a tenth longer than English. */
const ROOM = 115;

/** Front matter that every card's translation may have, beside its look's texts. */
const TEXTS = ['title', 'gist', 'alt'];

/** What cards are translated with. */
interface Context extends Pick<Suits, 'suits'> {
  looks: Looks;
  /** Headings as cards name them → as this language prints them. */
  headings: Readonly<Record<string, string>>;
  report: Report;
}

/** How a card's translation stands to the card. */
export interface Translated {
  id: string;
  /** The translation's file as shown; empty where there is none. */
  file: string;
  state: 'current' | 'changed' | 'missing';
  /** The hash of the card's texts as they are. */
  hash: string;
  /** The keys of its front matter that hold texts. */
  keys: readonly string[];
  /** The card in the language; the card as it is where it is not translated. */
  source: LayeredSource;
}

/** Every card of a stack with its translation on it. What is wrong with a translation is said. */
export function translateAll({ sources, hidden }: Stack, locale: Locale, context: Context): Translated[] {
  const ids = new Set(sources.map((one) => one.id));
  for (const { id, file } of locale.cards.values()) {
    if (ids.has(id) || hidden.has(id)) continue;
    const message = `There is no card "${id}" to translate.${didYouMean(id, [...ids])}`;
    context.report(
      warning({ file, rule: 'locale/no-card', message, note: 'Delete this file, or name it as its card.' }),
    );
  }
  return sources.map((source) => {
    const look = lookOf(source, context);
    const hash = textHash(source, look);
    const own = locale.cards.get(source.id);
    const of = { id: source.id, file: own?.file ?? '', hash, keys: textKeys(look), source };
    if (!own || saysNothing(own)) return { ...of, state: 'missing' };
    const state = own.source === hash ? 'current' : 'changed';
    for (const problem of problemsOf(own, source, hash, look, context)) context.report(problem);
    return { ...of, state, source: translated(source, own, context) };
  });
}

/** The hash of what a translation is made from: the texts of a card. A new number or a new effort does not change it. */
export function textHash({ front, parts }: LayeredSource, look: Look | undefined): string {
  return hashOf(front && onlyKeys(front, textKeys(look)), parts);
}

/** Whether a translation is begun no further than `prepdeck translate` does: it is not translated. */
function saysNothing({ front, parts }: Translation): boolean {
  const values = isGroup(front?.value) ? Object.values(front.value) : [];
  return front !== undefined && areRead(parts) && !values.some(isGiven) && !parts.some(isSaid);
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '';
}

/** Whether there is anything in a section but its heading and comments. */
function isSaid({ heading, tree, mistake }: Part): boolean {
  return mistake !== undefined || withoutComments(tree).children.length > (heading === '' ? 0 : 1);
}

/** The keys of front matter that hold texts to translate: those that have budgets. */
function textKeys(look: Look | undefined): string[] {
  const own = Object.keys(look?.budgets ?? {}).map((key) => key.split('.', 1)[0] ?? '');
  return [...new Set([...TEXTS, ...own])];
}

export function lookOf({ front }: LayeredSource, { suits, looks }: Context): Look | undefined {
  const suit = suits.find((one) => one.id === valueAtKey(front, 'suit'));
  return lookUp(looks.faces, String(valueAtKey(front, 'face') ?? suit?.face));
}

/** The card with its translation's texts. Sections are known by the headings that cards have. */
function translated(source: LayeredSource, own: Translation, context: Context): LayeredSource {
  if (!source.front || !own.front) return source;
  const known = own.parts.filter(isSaid).flatMap((part) => {
    const original = originalOf(part, source, context);
    if (original) return [headedAs(original, part)];
    return areRead([part]) ? [] : [part];
  });
  const given = textKeys(lookOf(source, context)).filter((key) => isGiven(valueAtKey(own.front, key)));
  const front = mergePatch(source.front, onlyKeys(own.front, given));
  return { ...source, front, parts: mergeParts(source.parts, known), room: ROOM };
}

/** The section of the card that a translated one stands for, by its heading. */
function originalOf({ heading }: Part, { parts }: LayeredSource, { headings }: Pick<Context, 'headings'>) {
  const translated = parts.find((part) => (lookUp(headings, part.heading) ?? part.heading) === heading);
  return translated ?? parts.find((part) => part.heading === heading);
}

/** A translated section under the heading of the card's own: sections are known by it, and it is translated when it is printed. */
function headedAs({ heading, tree: { children: own } }: Part, part: Part): Part {
  const [first, ...rest] = part.tree.children;
  if (!isSection(first) || !isSection(own[0])) return part;
  const children = own[0].children.map((one) => placedAt(first, one));
  return { ...part, heading, tree: { type: 'root', children: [{ ...first, children }, ...rest] } };
}

/** A node with another's place. */
function placedAt<Node extends Nodes>(other: Pick<Nodes, 'position'>, node: Node): Node {
  const children = 'children' in node && { children: node.children.map((one) => placedAt(other, one)) };
  return { ...node, ...children, position: other.position };
}

function problemsOf(
  own: Translation,
  source: LayeredSource,
  hash: string,
  look: Look | undefined,
  context: Context,
): Problem[] {
  const { file, front, sourcePlace } = own;
  if (!front) return [];
  return [
    ...stale(own.source, source, hash, { file, place: sourcePlace }),
    ...frontProblems(front, source, look),
    ...partProblems(own, source, context.headings),
  ];
}

function stale(
  made: string | undefined,
  source: LayeredSource,
  hash: string,
  at: Pick<Parameters<typeof error>[0], 'file' | 'place'>,
): Problem[] {
  if (made === hash) return [];
  if (made === undefined) {
    const message = 'A translation says which texts it was made from: "source" is missing.';
    return [error({ ...at, rule: 'locale/missing-key', message, note: `For the texts of today: source: ${hash}` })];
  }
  // Of what can't be read it is not known whether it has changed.
  if (!areRead(source.parts)) return [];
  const message = `${source.file} has changed since this translation of it was made.`;
  const note = `Read both again; then: source: ${hash}`;
  return [warning({ ...at, rule: 'locale/changed', message, note })];
}

/** Keys that are no texts, and texts that are not translated. */
function frontProblems(
  front: NonNullable<Translation['front']>,
  source: LayeredSource,
  look: Look | undefined,
): Problem[] {
  const { file, keys } = front;
  const given = isGroup(front.value) ? Object.keys(front.value) : [];
  const allowed = textKeys(look);
  const has = (key: string) => !['', undefined, null].includes(valueAtKey(source.front, key) as string);
  const unknown = given
    .filter((key) => !allowed.includes(key))
    .map((key) => {
      const message = `"${key}" is not translated: a translation holds only texts.${didYouMean(key, allowed)}`;
      return error({ file, place: placeAt(keys, [key]), rule: 'locale/unknown-key', message, allowed, got: key });
    });
  const missing = allowed
    .filter((key) => has(key) && !isGiven(valueAtKey(front, key)))
    .map((key) => untranslated(label([key]), file));
  return [...unknown, ...missing];
}

/** Sections that the card does not have, and those that are not translated. */
function partProblems({ file, parts }: Translation, source: LayeredSource, headings: Context['headings']): Problem[] {
  if (!areRead([...parts, ...source.parts])) return [];
  const wanted = source.parts.map((part) => part.heading).filter((heading) => heading !== '');
  const allowed = wanted.map((heading) => lookUp(headings, heading) ?? heading);
  const found = parts.map((part) => originalOf(part, source, { headings })?.heading);
  const said = found.filter((_, i) => isSaid(parts[i] as Part));
  const unknown = parts
    .filter(({ heading }, i) => heading !== '' && found[i] === undefined)
    .map(({ heading, line }) => {
      const message = `${source.file} has no section "${heading}".${didYouMean(heading, allowed)}`;
      const note = 'Headings are translated under "sections" in ui.yaml.';
      return error({ file, place: { line, column: 1 }, rule: 'locale/unknown-section', message, allowed, note });
    });
  const missing = wanted
    .filter((heading) => !said.includes(heading))
    .map((one) => untranslated(lookUp(headings, one) ?? one, file));
  return [...unknown, ...missing];
}

function untranslated(what: string, file: string): Problem {
  const message = `"${what}" is not translated.`;
  return warning({ file, rule: 'locale/missing', message, note: 'It is printed as in the deck’s first language.' });
}
