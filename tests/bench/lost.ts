import { readFile } from 'node:fs/promises';
import { faceKey } from '../../src/model/faces.ts';
import type { Rect } from '../../src/model/sheets.ts';
import type { EqualDeck } from './equal-deck.ts';
import { readPages, runsIn, textOf } from './read-faces.ts';
import { compareWords, wordsIn } from './words.ts';

/** Where a face lies on a page of a PDF, in mm from the top left. */
export interface OnPage extends Rect {
  key: string;
}

/** The faces of each page where they lie on sheets. */
export function onSheets({ sheets }: EqualDeck): OnPage[][] {
  return sheets.map(({ placed }) => placed.map((one) => ({ ...one, key: faceKey(one.face) })));
}

/** The faces of each page where each has one of its own. */
export function onPages({ sheets }: EqualDeck): OnPage[][] {
  return sheets.flatMap(({ placed }) => placed.map((one) => [{ ...one, x: 0, y: 0, key: faceKey(one.face) }]));
}

/** How many words of what the author wrote are not on their faces in a PDF, and how many there should be. */
export async function lostIn(
  file: string,
  places: readonly (readonly OnPage[])[],
  { faces }: EqualDeck,
): Promise<{ words: number; of: number }> {
  const pages = await readPages(await readFile(file));
  const sum = { words: 0, of: 0 };
  for (const [at, page] of places.entries()) {
    for (const place of page) {
      const wanted = faces.get(place.key)?.wanted.join(' ') ?? '';
      const text = textOf(runsIn(pages[at] ?? [], place));
      sum.words += compareWords(wanted, text).lost.length;
      sum.of += wordsIn(wanted).length;
    }
  }
  return sum;
}
