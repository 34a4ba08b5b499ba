import type { Nodes } from 'mdast';
import type { Looks } from '../../model/loaded-looks.ts';
import { lookUp } from '../../model/look-up.ts';
import { type Problem, warning } from '../../model/problem.ts';
import { didYouMean, type RetiredIds, retiredMessage } from '../../model/suggest.ts';
import type { Report } from '../../read/files.ts';
import type { Memory } from '../../read/memory.ts';
import type { LayeredSource } from '../cards/card-file.ts';
import { lookOf } from '../cards/check-front.ts';
import { areRead, isSection, mergeParts, type Part } from '../cards/parts.ts';
import type { Layer } from '../chain/layer.ts';
import { mergePatch, onlyKeys, valueAtKey, withoutKeys } from '../chain/merge.ts';
import type { Applied, Stack } from '../chain/stack-types.ts';
import type { Suits } from '../suits.ts';
import { translationProblems } from './check-translation.ts';
import { changesAbove, textsChanged } from './replaced.ts';
import { isFilledIn, isGiven, originalOf, SEARCHED, saysNothing, textHash, textKeys } from './translated-texts.ts';
import type { Locale, Translation } from './translations.ts';

/** How much of its budgets a translation may fill, in percent: German is about a tenth longer than English. */
const ROOM = 115;

/** What cards are translated with. */
interface Context extends Pick<Suits, 'suits'> {
  looks: Looks;
  layers: readonly Layer[];
  retired: RetiredIds;
  /** Headings as cards name them → as this language prints them. */
  headings: Readonly<Record<string, string>>;
  memory: Memory;
  report: Report;
}

/** A card in a language, and whether its translation is there and still fits. */
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

/** Every card of a stack with its translated texts. Reports what is wrong with translations. */
export function translateAll({ sources, hidden, applied }: Stack, locale: Locale, context: Context): Translated[] {
  const ids = new Set(sources.map((one) => one.id));
  for (const { id, file } of locale.cards.values()) {
    if (ids.has(id) || hidden.has(id)) continue;
    context.report(translatesNone(id, file, ids, context.retired));
  }
  const { suits, headings, looks, layers, memory } = context;
  return sources.map((source) => {
    const found = locale.cards.get(source.id);
    const changes = found ? changesAbove(found, applied, layers) : [];
    const { front, parts, prefix, layer } = source;
    const from = [front, parts, prefix, layer, found, suits, headings, looks, ...changes];
    return memory.recall(`translated ${source.path}`, from, context.report, (report) =>
      translate(source, { found, changes, lang: locale.lang }, { ...context, report }),
    );
  });
}

/** What there is of a card in a language. */
interface Given {
  found: Translation | undefined;
  /** Overrides of the card by decks above the one that the translation comes with. */
  changes: readonly Applied[];
  lang: string;
}

function translate(source: LayeredSource, { found, changes, lang }: Given, context: Context): Translated {
  const look = lookOf(source.front, context);
  const hash = textHash(source, look);
  const own = changes.some(({ override }) => override.whole) ? undefined : found;
  const of = { id: source.id, file: own?.file ?? '', hash, keys: textKeys(look), source };
  if (!own || saysNothing(own)) return { ...of, state: 'missing' };
  // What a translation was made from, and is held against: decks above its own may have changed that.
  const below = changes[0]?.below ?? source;
  const made = textHash(below, look);
  for (const problem of translationProblems(own, { source: below, hash: made, look }, context.headings)) {
    context.report(problem);
  }
  const lost = changes.flatMap((one) => lostTo(one, own, of.keys, context));
  for (const { name, file } of lost) context.report(notTranslated(name, file, lang));
  const state = own.source === made && lost.length === 0 ? 'current' : 'changed';
  const names = lost.map((one) => one.name);
  return { ...of, state, source: translated(source, without(own, names, source, context), context) };
}

/** The texts of a translation that an override takes the place of: what it says is another text. */
function lostTo(change: Applied, own: Translation, keys: readonly string[], { headings }: Context) {
  const { override, merged } = change;
  const given = new Set([
    ...keys.filter((key) => isGiven(valueAtKey(own.front, key))),
    ...own.parts.filter(isFilledIn).map((part) => `## ${(merged && originalOf(part, merged, headings))?.heading}`),
  ]);
  const changed = textsChanged(change, keys).filter((name) => given.has(name));
  return changed.map((name) => ({ name, file: override.file }));
}

/** A translation without some of its texts. */
function without(
  own: Translation,
  names: readonly string[],
  source: LayeredSource,
  { headings }: Context,
): Translation {
  if (names.length === 0) return own;
  const parts = own.parts.filter((part) => !names.includes(`## ${originalOf(part, source, headings)?.heading}`));
  return { ...own, parts, front: own.front && withoutKeys(own.front, names) };
}

/** The warning that a text which an override changes is printed in the deck's first language. */
function notTranslated(name: string, file: string, lang: string): Problem {
  const message = `"${name.replace(/^## /u, '')}" is not translated to "${lang}" as it stands here: the translation below is of another text.`;
  const note = `It is printed as in the deck’s first language. A file of the card in locales/${lang} takes the place of the one below.`;
  return warning({ file, rule: 'locale/missing', message, note });
}

/** The warning that a translation is of no card, or of one that goes on under another id. */
function translatesNone(id: string, file: string, ids: Iterable<string>, retired: RetiredIds): Problem {
  const message = retiredMessage(id, retired) ?? `There is no card "${id}" to translate.${didYouMean(id, ids)}`;
  const heir = lookUp(retired, id);
  const note = heir
    ? `If it still fits, rename this file to ${heir}.mdx.`
    : 'Delete this file, or name it as its card.';
  return warning({ file, rule: 'locale/no-card', message, note });
}

/** The card with its translation's texts. Sections are known by the headings that cards have. */
function translated(source: LayeredSource, own: Translation, context: Context): LayeredSource {
  if (!source.front || !own.front) return source;
  const known = own.parts.filter(isFilledIn).flatMap((part) => {
    const original = originalOf(part, source, context.headings);
    if (original) return [headedAs(original, part)];
    return areRead([part]) ? [] : [part];
  });
  const keys = [...textKeys(lookOf(source.front, context)), SEARCHED];
  const given = keys.filter((key) => isGiven(valueAtKey(own.front, key)));
  const front = mergePatch(source.front, onlyKeys(own.front, given));
  return { ...source, front, parts: mergeParts(source.parts, known), room: ROOM };
}

/** A translated section under the card's own heading: sections are found by it, and headings are translated when they are printed. */
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
