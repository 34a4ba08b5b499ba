import { checkAndDraw } from '../../src/build.ts';
import { impose } from '../../src/impose/impose.ts';
import { addMarks } from '../../src/impose/marks.ts';
import type { Card, Side } from '../../src/model/card.ts';
import type { Deck } from '../../src/model/deck.ts';
import { FACE_BLEED, faceKey } from '../../src/model/faces.ts';
import { lookUp } from '../../src/model/look-up.ts';
import type { MarkedSheet, SheetLine } from '../../src/model/sheets.ts';
import type { Font, Glyph, Picture } from '../../src/model/theme.ts';
import { slugWords } from '../../src/target/print.ts';
import { facesOf } from '../../src/target/target.ts';
import type { Place } from './frozen.ts';
import { type ReadText, readPages, textIn } from './read-faces.ts';
import { compareWords, wordsIn } from './words.ts';

/** A paragraph of a face. */
interface EqualText {
  text: string;
  /** In pt, as the deck prints it. */
  size: number;
  /** True for what the deck sets in its face for titles. */
  title: boolean;
}

/** A face of a card as other programs get it: the same words in the same sizes, its glyph and its pictures. */
export interface EqualFace {
  key: string;
  colour: string;
  texts: readonly EqualText[];
  glyph?: Glyph | undefined;
  pictures: readonly Picture[];
  /** What the author wrote for it: what must not be lost. */
  wanted: readonly string[];
}

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
    return textIn(documents[place?.document ?? -1]?.[place?.page ?? -1] ?? [], trim);
  };
  const faces = deck.cards.flatMap((card) =>
    facesOfCard(card, deck, {
      front: read({ card: card.id, side: 'front' }),
      back: read({ card: card.id, side: 'back' }),
    }),
  );
  const imposed = impose(selection.cards, stock, { skip: [], sides: 'both' });
  const sheets = addMarks(imposed, stock, { words: slugWords({ deck, lowInk: false }) });
  return {
    faces: new Map(faces.map((face) => [face.key, face])),
    sheets,
    marks: sheets.map(({ marks }) => marks.cuts),
    ...{ fonts: deck.theme.fonts, font: deck.theme.font },
  };
}

/** What the author wrote, on the side that has most of its words, and below it what else is printed there. */
function facesOfCard(card: Card, deck: Deck, read: Readonly<Record<Side, readonly ReadText[]>>): EqualFace[] {
  const text = (side: Side) => read[side].map((one) => one.text).join(' ');
  const written = [
    { text: card.title, title: true },
    { text: card.gist, title: false },
    ...card.sections.map((one) => ({
      text: `${lookUp(deck.headings, one.heading) ?? one.heading}: ${one.text}`,
      title: false,
    })),
  ].filter((one) => wordsIn(one.text).length > 0);
  const sides = written.map((one) => {
    const lost = (side: Side) => compareWords(one.text, text(side)).lost.length;
    return lost('front') <= lost('back') ? 'front' : 'back';
  });
  return (['front', 'back'] as const).map((side) => {
    const own = written.filter((_, at) => sides[at] === side);
    const sizes = sizesIn(read[side]);
    const { more } = compareWords(own.map((one) => one.text).join(' '), text(side));
    // Letters that are set apart are read as words.
    const rest = more.join(' ').replaceAll(/(?<=(?:^| )\p{L}) (?=\p{L}(?: |$))/gu, '');
    const texts = [...own, { text: rest, title: false }].filter((one) => one.text !== '');
    return {
      key: faceKey({ card: card.id, side }),
      colour: side === 'front' ? colourOf(card, deck) : '#ffffff',
      texts: texts.map((one) => ({ ...one, size: sizeOf(one.text, sizes) })),
      ...(side === 'front' && { glyph: card.glyph ? lookUp(deck.glyphs, card.glyph) : undefined }),
      pictures: side === 'front' ? picturesOf(card, deck) : [],
      wanted: own.map((one) => one.text),
    };
  });
}

function colourOf(card: Card, { suits, theme }: Deck): string {
  const suit = suits.find((one) => one.id === card.suit);
  return lookUp(theme.colour, suit?.colour ?? '') ?? '#ffffff';
}

function picturesOf(card: Card, deck: Deck): Picture[] {
  return (card.pictures ?? []).flatMap(({ name }) => lookUp(deck.pictures, name) ?? []);
}

/** Word → the size that it is printed in. */
function sizesIn(read: readonly ReadText[]): Map<string, number> {
  return new Map(read.flatMap(({ text, size }) => wordsIn(text).map((word) => [word, size] as const)));
}

/** The size of most of a text's words. */
function sizeOf(text: string, sizes: ReadonlyMap<string, number>): number {
  const found = wordsIn(text)
    .flatMap((word) => sizes.get(word) ?? [])
    .sort((a, b) => a - b);
  return Math.round((found[Math.floor(found.length / 2)] ?? 7) * 10) / 10;
}
