import { checkAndDraw } from '../../src/build.ts';
import { impose } from '../../src/impose/impose.ts';
import { addMarks } from '../../src/impose/marks.ts';
import type { Side } from '../../src/model/card.ts';
import { FACE_BLEED, faceKey } from '../../src/model/faces.ts';
import type { MarkedSheet, SheetLine } from '../../src/model/sheets.ts';
import type { Font } from '../../src/model/theme.ts';
import { slugWords } from '../../src/target/print.ts';
import { facesOf } from '../../src/target/target.ts';
import { type EqualFace, facesOfCard } from './equal-face.ts';
import type { Place } from './frozen.ts';
import { type ReadText, readPages, runsIn } from './read-faces.ts';

/** A deck as other programs get it: faces, and where each lies on the sheets. */
export interface EqualDeck {
  faces: ReadonlyMap<string, EqualFace>;
  sheets: readonly Pick<MarkedSheet, 'width' | 'height' | 'placed'>[];
  /** Each sheet's cut marks. */
  marks: readonly (readonly SheetLine[])[];
  fonts: readonly Font[];
  font: { display: string; text: string };
}

/** Draws a deck and makes of it what other programs are given: words from the deck, their sizes from what is drawn. */
export async function equalDeck({ deck: dir, dir: root }: Place): Promise<EqualDeck> {
  const options = { deck: dir, out: `${root}/dist`, root, stocks: ['a4'], cards: { only: [] }, print: {}, site: false };
  const { checked, problems } = await checkAndDraw(options);
  const [first] = checked;
  const stock = first?.stocks[0];
  if (!first || !stock) throw new Error(problems.map(String).join('\n'));
  const { deck, selection } = first;
  const drawn = facesOf(first, stock.format);
  const documents = await Promise.all(drawn.documents.map((one) => readPages(one)));
  const { width, height } = drawn.format;
  const trim = { x: FACE_BLEED, y: FACE_BLEED, width, height };
  const read = ({ card, side }: { card: string; side: Side }): ReadText[] => {
    const place = drawn.pages.get(faceKey({ card, side }));
    return runsIn(documents[place?.document ?? -1]?.[place?.page ?? -1] ?? [], trim);
  };
  const faces = deck.cards.flatMap((card) =>
    facesOfCard(card, deck, {
      front: read({ card: card.id, side: 'front' }),
      back: read({ card: card.id, side: 'back' }),
    }),
  );
  const imposed = impose(selection.cards, stock, { skip: [], sides: 'both' });
  const sheets = addMarks(imposed, stock, slugWords({ deck, lowInk: false }));
  return {
    faces: new Map(faces.map((face) => [face.key, face])),
    sheets,
    marks: sheets.map(({ marks }) => marks.cuts),
    ...{ fonts: deck.theme.fonts, font: deck.theme.font },
  };
}
