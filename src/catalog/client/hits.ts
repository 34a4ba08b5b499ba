import { lookUp } from '../../model/look-up.ts';
import { isUnspaced, lettersApart } from '../../model/unspaced.ts';
import type { TextsData } from './card-data.ts';
import { endingsOf, folded, STEM, stemOf } from './spelling.ts';
import { words as wording } from './words.ts';

/** The section that holds one of the terms, for a line that names it. */
export function sectionOf(
  texts: TextsData,
  id: string,
  terms: readonly string[],
): [heading: string, text: string] | undefined {
  const card = lookUp(texts, id);
  if (!card) return undefined;
  const named = [
    [wording.onTheFront, card.said],
    [wording.alsoCalled, card.also],
    [wording.chooseWhen, card.choose],
  ] as const;
  const sections = [...named, ...card.sections, [wording.sources, card.sources] as const];
  const hit = sections.find(([, text]) => pieces(text, terms).some(({ hit }) => hit));
  // Cells have tabs between them.
  return hit && [hit[0], hit[1].replaceAll('\t', ' · ')];
}

/** A text cut where terms begin and end: whole words that are one of them, in whatever spelling or ending. */
export function pieces(text: string, terms: readonly string[]): { text: string; hit: boolean }[] {
  const wanted = new Set(terms);
  const endings = endingsOf(wording.endings);
  return text
    .split(/([\p{L}\p{N}\p{M}\u00ad]+)/u)
    .filter((piece) => piece !== '')
    .flatMap((piece) => {
      if (isUnspaced(piece)) return letterPieces(piece, wanted);
      const word = folded(piece);
      return [{ text: piece, hit: word !== '' && (wanted.has(word) || wanted.has(STEM + stemOf(word, endings))) }];
    });
}

/** Letters of Chinese and Japanese: each is a hit that is one of the terms, alone or with the letter beside it. */
function letterPieces(piece: string, wanted: ReadonlySet<string>): { text: string; hit: boolean }[] {
  const letters = lettersApart(piece);
  const isWanted = (from: number, to: number) => wanted.has(folded(letters.slice(from, to).join('')));
  const runs: { text: string; hit: boolean }[] = [];
  for (const [at, text] of letters.entries()) {
    const hit = isWanted(at, at + 1) || isWanted(at, at + 2) || (at > 0 && isWanted(at - 1, at + 1));
    const last = runs.at(-1);
    if (last?.hit === hit) last.text += text;
    else runs.push({ text, hit });
  }
  return runs;
}
