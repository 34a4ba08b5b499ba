import { SAFE_MARGIN } from '../face/draw.ts';
import type { Drawer } from '../face/drawer.ts';
import type { Card } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';
import { FACE_BLEED, type Format } from '../model/faces.ts';
import type { Chapter } from '../model/guide.ts';
import type { Board, Worksheet } from '../model/kit.ts';
import type { Looks } from '../model/loaded-looks.ts';
import { UNPRINTED } from '../model/paper.ts';
import type { Problem } from '../model/problem.ts';
import { withGuide } from '../plan/guide/guide.ts';
import type { Item } from './items.ts';
import type { PictureView } from './views.ts';

/** A picture in the making: a page of a PDF. */
export interface DrawnPicture extends PictureView {
  pdf: Uint8Array;
  /** From 0. */
  page: number;
}

/** What items are drawn with. */
export interface ItemContext {
  deck: Deck;
  drawer: Drawer;
  looks: Looks;
  format: Format;
  /** The paper that chapters are shown on. */
  paper: Format;
}

/** Draws what the preview shows of a card, a board, a worksheet or a chapter. No pictures where it cannot be drawn. */
export async function drawItem(
  drawn: NonNullable<Item['drawn']>,
  context: ItemContext,
): Promise<{ pictures: DrawnPicture[]; problems: Problem[] }> {
  if ('suit' in drawn) return await drawCard(drawn, context);
  return 'kind' in drawn ? await drawPage(drawn, context) : await drawChapter(drawn, context);
}

async function drawCard(card: Card, { deck, drawer, looks, format }: ItemContext) {
  const { pdf, problems } = await drawer.draw(deck, card, looks);
  const { width, height, radius } = format;
  const size = { width, height, radius, bleed: FACE_BLEED, safe: SAFE_MARGIN };
  const sides = [
    { name: 'front', label: 'Front', page: 0 },
    { name: 'back', label: 'Back', page: 1 },
  ];
  return { pictures: pdf ? sides.map((side) => ({ ...side, size, pdf })) : [], problems };
}

async function drawPage(page: Board | Worksheet, { deck, drawer }: ItemContext) {
  const { pages, problems } = await drawer.drawPage(deck, page);
  const pictures = pages.flatMap(({ size: { id, name, width, height }, drawn }): DrawnPicture[] => {
    const [pdf] = drawn.documents;
    const size = { width, height, radius: 0, bleed: FACE_BLEED, safe: UNPRINTED };
    return pdf ? [{ name: id, label: name, size, pdf, page: 0 }] : [];
  });
  return { pictures, problems };
}

async function drawChapter(chapter: Chapter, { deck, drawer, looks, paper }: ItemContext) {
  const { deck: made, problems: wrong } = withGuide({ ...deck, guide: [chapter] }, looks);
  const [own = chapter] = made.guide ?? [];
  const { guides, problems } = await drawer.drawChapter(made, own, paper);
  const size = { width: paper.width, height: paper.height, radius: 0, bleed: 0, safe: UNPRINTED };
  const pictures = guides.flatMap(({ pdf, pages }) => {
    const its = pages.flatMap((one, page) => (one.chapter === chapter.id ? [page] : []));
    return its.map((page, at): DrawnPicture => {
      return { name: `page-${at + 1}`, label: `Page ${at + 1} on ${paper.name}`, size, pdf, page };
    });
  });
  return { pictures, problems: [...wrong, ...problems] };
}
