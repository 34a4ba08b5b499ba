import { alphabetOf } from '../model/accents.ts';
import type { Deck } from '../model/deck.ts';
import type { Format } from '../model/faces.ts';
import type { Output } from '../model/output.ts';
import { numberPages, sheetsOfGuide } from '../pdf/number-pages.ts';
import { slugFontOf } from '../pdf/slug-font.ts';
import { textFont } from './print.ts';
import type { Job, Target } from './target.ts';

/** The guide on each of its papers: `print/guide.pdf` on the first, `print/guide--letter.pdf` on a second. */
export const guideTarget: Target = async function guide(job) {
  return await guideFiles(job);
};

/** A guide on each of the papers that it was drawn for, with the numbers of its pages. */
export async function guideFiles({ deck, guides }: Pick<Job, 'deck' | 'guides'>): Promise<Output[]> {
  const outputs: Output[] = [];
  if (guides.length === 0) return outputs;
  const { guideTitle, notes } = deck.words.guide;
  const characters = alphabetOf(`0123456789${notes}`);
  const font = slugFontOf(textFont(deck), characters);
  const onLeft = aboutCards(deck);
  const about = { title: `${deck.name} ${deck.version}: ${guideTitle}`, date: deck.date, lang: deck.lang };
  for (const [at, drawn] of guides.entries()) {
    const bytes = await numberPages(drawn, { ...about, font, notes, onLeft });
    outputs.push({ path: guidePath(drawn.size, at), bytes, sheets: sheetsOfGuide(drawn, onLeft) });
  }
  return outputs;
}

/** Where the guide on a paper is written, the first of the papers or a further one. */
export function guidePath({ id }: Format, at: number): string {
  const [paper] = id.split('-');
  return `print/${at === 0 ? 'guide' : `guide--${paper}`}.pdf`;
}

/** Ids of chapters about a card: each begins on a left page, so that it lies open on two. */
function aboutCards({ guide = [] }: Deck): ReadonlySet<string> {
  return new Set(guide.filter(({ card }) => card !== '').map(({ id }) => id));
}
