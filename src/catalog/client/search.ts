import MiniSearch, { type Query, type SearchResult } from 'minisearch';
import { lookUp } from '../../model/look-up.ts';
import { isUnspaced } from '../../model/unspaced.ts';
import type { CardTexts, IndexCard, IndexData, TextsData } from './card-data.ts';
import { codeOf, endingsOf, foldedWords, isSyllables, listOf, STEM, stemOf, wordsOf } from './spelling.ts';
import { words as wording } from './words.ts';

/** A card that was found, by which of its words, and in which of its fields. */
export interface Found {
  id: string;
  /** Words of the card that matched, as the index has them. */
  terms: readonly string[];
  /** `code`, `title`, `also`, `kind`, `gist`, `text`, `sources`. */
  fields: readonly string[];
}

/** The result of a search. */
export interface Findings {
  found: readonly Found[];
  /** True where no card has all of the words, and these have most. */
  near: boolean;
}

/** Looks words up, best first; nothing where no word is long enough yet to tell cards apart. */
export type Search = (words: string) => Findings | undefined;

/** How many cards are shown that do not have all words. */
const NEAREST = 12;

/** Cards with a lower share of the best card's score than this are noise. */
const BEHIND = 0.15;

/** Where fewer cards than this have all of the words, cards that have some of them follow. */
const FEW = 5;

/** A title is what people remember; a law or an address is not what they look for. */
const WORTH = { code: 8, title: 5, also: 4, kind: 2, gist: 2, text: 1, sources: 0.3 };

/** An index of codes, titles, gists and facets; of texts and the trade's other words too where they are given. */
export function searchOf(index: IndexData, texts?: TextsData): Search {
  const { mini, entries, search } = emptyIndex(index, texts);
  mini.addAll(entries);
  return search;
}

/** The same with texts, a few cards at a time: all at once would keep what is typed waiting on a phone. */
export async function searchOfTexts(index: IndexData, texts: TextsData): Promise<Search> {
  const { mini, entries, search } = emptyIndex(index, texts);
  await mini.addAllAsync(entries, { chunkSize: 10 });
  return search;
}

/** An index without cards yet, the cards to put in, and the search that it then answers. */
function emptyIndex(index: IndexData, texts: TextsData | undefined) {
  const endings = endingsOf(wording.endings);
  // Each stem is worked out once: ten of eleven words occur more than once.
  const stems = new Map<string, string>();
  const stem = (word: string) => {
    const known = stems.get(word) ?? STEM + stemOf(word, endings);
    stems.set(word, known);
    return known;
  };
  const mini = new MiniSearch({
    fields: Object.keys(WORTH),
    tokenize: (text, field) => (field === 'code' ? [codeOf(text), ...foldedWords(text)] : wordsOf(text)),
    processTerm: (term) => [term, stem(term)],
  });
  const asked = readerOf(index, listOf(wording.smallWords));
  const phrases = new Map(index.cards.map((card) => [card[0], phrasesOf(card, lookUp(texts, card[0]))]));
  const search: Search = (words) => {
    const pieces = asked(words);
    if (pieces.length === 0) return undefined;
    const { found, near } = nearest(mini, pieces, stem, stems.keys());
    const phrase = foldedWords(words).join(' ');
    const ranked = found
      .map((one) => ({ ...one, score: one.score * worthOf(phrases.get(String(one.id)) ?? [], phrase) }))
      .sort((a, b) => b.score - a.score)
      .map(({ id, terms, match }) => ({ id: String(id), terms, fields: [...new Set(Object.values(match).flat())] }));
    return { found: ranked, near };
  };
  return { mini, entries: index.cards.map((card) => entryOf(index, card, lookUp(texts, card[0]))), search };
}

function entryOf(index: IndexData, [id, code, title, gist, values]: IndexCard, card: CardTexts | undefined) {
  const kind = values.flatMap((places, at) => places.map((place) => index.facets[at]?.values[place]?.[1] ?? ''));
  return {
    id,
    code,
    title,
    gist,
    kind: [card?.kind ?? '', ...kind].join(' '),
    also: card?.also ?? '',
    text: card ? [card.said, card.choose, ...card.sections.map(([, text]) => text)].join(' ') : '',
    sources: card?.sources ?? '',
  };
}

/** Names that a whole search can be equal to: “next best action” is a name, and the card that has it comes first. */
function phrasesOf([, , title]: IndexCard, card: CardTexts | undefined): string[] {
  return [title, ...(card?.also.split(' · ') ?? [])].map((name) => foldedWords(name).join(' '));
}

function worthOf(names: readonly string[], phrase: string): number {
  if (names.includes(phrase)) return 4;
  return phrase.includes(' ') && names.some((name) => ` ${name} `.includes(` ${phrase} `)) ? 2 : 1;
}

/**
 * Cuts what is typed into pieces, each with its parts. Small words are left out where others stand beside them, and so is a single
 * letter at the end: somebody is still typing, and the cards should not vanish under their eyes.
 */
function readerOf(index: IndexData, small: readonly string[]): (words: string) => string[][] {
  const codes = new Set(index.cards.map(([, code]) => codeOf(code)));
  return (words) => {
    const whole = words.replace(/(\p{L}+)[\s.#_-]*(\p{N}+)/gu, (spelled) => {
      return codes.has(codeOf(spelled)) ? ` ${codeOf(spelled)} ` : spelled;
    });
    const pieces = whole
      .split(/\s+/)
      .map(foldedWords)
      .filter((parts) => parts.length > 0);
    const telling = pieces.filter((parts) => !small.includes(parts.join('')));
    const kept = telling.length > 0 ? telling : pieces;
    return kept.filter(
      (parts, at) => at < kept.length - 1 || /^(.{2}|\p{N})/u.test(parts.join('')) || parts.some(isWhole),
    );
  };
}

/** Whether a letter can be a word: of Chinese and Japanese, or a syllable of Korean. */
function isWhole(word: string): boolean {
  return isUnspaced(word) || isSyllables(word);
}

/**
 * Tries all words as they are, then as parts of others, then with a letter wrong, then with two. Somebody who describes a problem uses
 * words that no card has: where few cards have all of them, those that have some follow, and where none has, they are what is near.
 *
 * @param known all words of the cards
 */
function nearest(
  mini: MiniSearch,
  pieces: readonly string[][],
  stem: (word: string) => string,
  known: Iterable<string>,
) {
  const typed = (wrong: number) => pieces.map((parts, at) => pieceQuery(parts, stem, wrong, at === pieces.length - 1));
  // A sentence with two letters wrong in each word is another sentence.
  const twoWrong = pieces.length > 2 ? [] : typed(2);
  for (const queries of [typed(0), withinWords(pieces, [...known]), typed(1), twoWrong]) {
    const found = run(mini, { combineWith: 'AND', queries });
    if (found.length === 0) continue;
    const near = queries === twoWrong && !found.some(({ terms }) => terms.some((term) => isSwapped(term, pieces)));
    const shown = near ? ahead(found) : found;
    const rest = pieces.length > 1 && found.length < FEW ? partly(mini, typed(0)) : [];
    const ids = new Set(shown.map(({ id }) => id));
    return { found: [...shown, ...rest.filter(({ id }) => !ids.has(id))], near };
  }
  const some = partly(mini, typed(0));
  return { found: some.length > 0 ? some : partly(mini, typed(1)), near: true };
}

/** Whether a word of a card is one that was typed, with letters in each other’s place: one slip, where “budget” for “badges” is another word. */
function isSwapped(term: string, pieces: readonly string[][]): boolean {
  const letters = (word: string) => [...word].sort().join('');
  return pieces.flat().some((part) => letters(part) === letters(term));
}

/** With fewer letters, a part of a word says nothing: “art” is in “start”. Korean’s are syllables, and two are most words: 회의 is in 팀회의를. */
const LEAST_PART = 4;
const LEAST_SYLLABLES = 2;

/**
 * For each piece the words that it is a part of: German and Korean join words, and “schutz” is looked for in “Verbraucherschutz”. None
 * where one is in no word.
 */
function withinWords(pieces: readonly string[][], known: readonly string[]): Query[] {
  const words = pieces
    .map((parts) => parts.join(''))
    .map((part) =>
      part.length < (isSyllables(part) ? LEAST_SYLLABLES : LEAST_PART)
        ? [part]
        : known.filter((word) => word.includes(part)),
    );
  return words.some(({ length }) => length === 0) ? [] : words.map((queries) => ({ combineWith: 'OR', queries }));
}

/** The cards that have some of the words. A score counts how many of them a card has. */
function partly(mini: MiniSearch, queries: Query[]) {
  return ahead(run(mini, { combineWith: 'OR', queries }));
}

/** The first few, without those that are far behind the first. */
function ahead(found: readonly SearchResult[]): SearchResult[] {
  const least = (found[0]?.score ?? 0) * BEHIND;
  return found.filter(({ score }) => score >= least).slice(0, NEAREST);
}

function run(mini: MiniSearch, query: Query) {
  return mini.search(query, { boost: WORTH, tokenize: (text) => [text], processTerm: (term) => term });
}

/** A stem with fewer letters and its mark is not that of another word with a letter wrong: “recomend” is “recommend”, and “card” not “cart”. */
const LEAST_ROOT = 8;

/** One piece: as one word, or all of its parts. “consent” is two letters from “content”, so short words forgive less. */
function pieceQuery(parts: readonly string[], stem: (word: string) => string, wrong: number, last: boolean): Query {
  const word = (term: string, root = stem(term)): Query => ({
    combineWith: 'OR',
    queries: [
      {
        queries: [term],
        prefix: last && (term.length > 1 || isSyllables(term)),
        fuzzy: term.length < (wrong === 2 ? 6 : 4) ? false : wrong,
      },
      { queries: [root], fuzzy: root.length < LEAST_ROOT ? false : wrong, boostTerm: () => 0.6 },
    ],
  });
  if (parts.length === 1) return word(parts[0] ?? '');
  return {
    combineWith: 'OR',
    queries: [word(parts.join('')), { combineWith: 'AND', queries: parts.map((part) => word(part)) }],
  };
}
