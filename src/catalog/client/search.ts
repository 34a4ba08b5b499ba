import MiniSearch from 'minisearch';
import { lookUp } from '../../model/look-up.ts';
import type { IndexData, TextsData } from './data.ts';
import { words as said } from './words.ts';

/** A card that was found: where, and by which of its words. */
export interface Found {
  id: string;
  /** Words of the card that matched. */
  terms: readonly string[];
  /** `code`, `title`, `gist`, `text`. */
  fields: readonly string[];
}

/** Looks words up: every word must match, the last one by its beginning; where nothing does, with a letter or two wrong. */
export type Search = (words: string) => Found[];

/** An index of codes, titles and gists; of texts too once they are there. */
export function searchOf(index: IndexData, texts?: TextsData): Search {
  const mini = new MiniSearch({
    fields: ['code', 'title', 'gist', 'text'],
    searchOptions: {
      boost: { code: 6, title: 4, gist: 2 },
      combineWith: 'AND',
      prefix: (term, i, terms) => i === terms.length - 1 && term.length > 1,
    },
  });
  mini.addAll(index.cards.map(([id, code, title, gist]) => ({ id, code, title, gist, text: textOf(texts, id) })));
  // “consent” is two letters from “content”: a search forgives only where the words as typed find nothing.
  const forgiving = { fuzzy: (term: string) => (term.length < 4 ? false : term.length < 6 ? 1 : 2) };
  return (words) => {
    const exact = mini.search(words);
    const found = exact.length > 0 ? exact : mini.search(words, forgiving);
    return found.map(({ id, terms, match }) => ({
      id: String(id),
      terms,
      fields: [...new Set(Object.values(match).flat())],
    }));
  };
}

function textOf(texts: TextsData | undefined, id: string): string {
  const card = lookUp(texts, id);
  return card ? [card.said, card.also, ...card.sections.map(([, text]) => text)].join(' ') : '';
}

/** The section that holds one of the terms, for a line that names it. */
export function sectionOf(
  texts: TextsData,
  id: string,
  terms: readonly string[],
): [heading: string, text: string] | undefined {
  const card = lookUp(texts, id);
  const sections = card ? [[said.onTheFront, card.said] as const, ...card.sections] : [];
  const hit = sections.find(([, text]) => pieces(text, terms).some(({ hit }) => hit));
  return hit && [hit[0], hit[1]];
}

/** A text cut where terms begin and end: whole words that are one of them. */
export function pieces(text: string, terms: readonly string[]): { text: string; hit: boolean }[] {
  const words = new Set(terms.map((term) => term.toLowerCase()));
  return text
    .split(/([\p{L}\p{N}]+)/u)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece, hit: words.has(piece.toLowerCase()) }));
}
