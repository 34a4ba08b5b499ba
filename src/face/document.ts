import { setImmediate } from 'node:timers/promises';
import { Document, Page, type PageProps, pdf, View } from '@react-pdf/renderer';
import { createElement, type ReactElement } from 'react';
import type { Card } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';
import { FACE_BLEED, type Face, type Format } from '../model/faces.ts';
import type { Board, PaperPage, Worksheet } from '../model/kit.ts';
import type { Looks } from '../model/loaded-looks.ts';
import { lookUp } from '../model/look-up.ts';
import type { KitLook, KitProps, Look } from '../model/looks.ts';
import { pt } from '../model/units.ts';
import type { LayoutNode } from './layout-tree.ts';
import { type Element, Unpainted } from './painter/element.ts';
import type { PaintedFace, PaintedFaces } from './painter/face.ts';
import { assembled } from './painter/file.ts';
import { painter } from './painter/painter.ts';
import { isReferenceAsked } from './renderer.ts';
import { fontsByName } from './renderer-fonts.ts';
import { warnings } from './renderer-warnings.ts';

/** What faces are drawn from. */
export interface DrawContext {
  deck: Deck;
  cards: ReadonlyMap<string, Card>;
  /** Boards and worksheets, by the faces that they are drawn as. */
  kit: ReadonlyMap<string, PaperPage>;
  looks: Looks;
  format: Format;
}

/** A face to draw; with a card of one's own in place of the deck's. */
export interface FaceToDraw {
  face: Face;
  card?: Card | undefined;
  /** Gives the deck as this face alone is shown it. */
  shown?: (() => Pick<DrawContext, 'deck' | 'cards'>) | undefined;
  /** What it was painted as before: it is not drawn again. */
  before?: PaintedFace | undefined;
}

/** The renderer hands back how it laid out the pages, as a tree that its types leave out. */
interface Rendered {
  _INTERNAL__LAYOUT__DATA_: LayoutNode;
}

/** A document as the renderer drew it: its bytes, and its pages as it laid them out. */
interface DrawnPages {
  bytes: Uint8Array;
  pages: readonly LayoutNode[];
}

/** Looks at a face's page as it was laid out. */
type See<Seen> = (page: LayoutNode, face: FaceToDraw) => Seen;

/** A drawn document of faces. */
export interface DrawnDocument<Seen> {
  bytes: Uint8Array;
  /** What was seen on each face; nothing on one that was painted before. */
  seen: readonly (Seen | undefined)[];
  /** The faces of cards that it was put together from. */
  painted?: PaintedFaces | undefined;
  /** What the painter did not know, where react-pdf drew faces of cards in its place. */
  unpainted?: string | undefined;
}

/**
 * Draws faces as one document: those of cards with the painter, if it knows all that is on them. Throws where the renderer warns of anything.
 *
 * @param pictures those of faces that were painted before
 */
export async function drawDocument<Seen>(
  faces: readonly FaceToDraw[],
  context: DrawContext,
  see: See<Seen>,
  pictures: PaintedFaces['pictures'] = new Map(),
): Promise<DrawnDocument<Seen>> {
  const paints = faces.every(({ face }) => !context.kit.has(face.card)) && !isReferenceAsked();
  const tried = paints ? await paintDocument(faces, context, see, pictures).catch(whyUnpainted) : undefined;
  if (typeof tried === 'object') return tried;
  // react-pdf draws a document whole.
  const { bytes, pages } = await drawPages(
    faces.map((one, at) => pageOf(one, context, String(at))),
    context.deck,
  );
  return { bytes, seen: faces.map((one, at) => see(pages[at] ?? { type: '' }, one)), unpainted: tried };
}

function whyUnpainted(cause: unknown): string {
  if (cause instanceof Unpainted) return cause.message;
  throw cause;
}

/**
 * Paints the faces that were not painted before, and puts all together. One face after the other, from its elements to what is seen on it:
 * the trees of all faces of a document together take 25 MB, which V8 would copy again and again while they grow.
 */
async function paintDocument<Seen>(
  faces: readonly FaceToDraw[],
  context: DrawContext,
  see: See<Seen>,
  known: PaintedFaces['pictures'],
): Promise<DrawnDocument<Seen>> {
  const { paintPage, pictures: own } = painter();
  const made: { face: PaintedFace; seen?: Seen }[] = [];
  for (const one of faces) {
    if (one.before) made.push({ face: one.before });
    else {
      const { face, page } = paintPage(elementOf(pageOf(one, context)));
      made.push({ face, seen: see(page, one) });
      // Until it has a turn React holds what it has rendered.
      await setImmediate();
    }
  }
  refuseWarnings();
  const painted = made.map(({ face }) => face);
  const shown = new Set(painted.flatMap((face) => face.pictures));
  const pictures = new Map([...known, ...own].filter(([name]) => shown.has(name)));
  const fonts = fontsByName();
  const { name: title, lang, date } = context.deck;
  const about = { title, lang, date: new Date(date) };
  const { bytes, faces: written } = await assembled({ faces: painted, pictures }, (name) => fonts.get(name), about);
  return { bytes, seen: made.map(({ seen }) => seen), painted: { faces: written, pictures } };
}

/** A page as React hands it to the renderer. */
function elementOf(page: ReactElement<PageProps>): Element {
  const root = pdf(createElement(Document, {}, page)).container.document as Element | null;
  const [element] = root?.children ?? [];
  // React has written on the console what the layout threw.
  if (!element) throw new Error('nothing was drawn');
  return element;
}

function refuseWarnings(): void {
  if (warnings.length > 0) throw new Error(warnings[0]);
}

/** Draws pages as one document. Throws where the renderer warns of anything. */
async function drawPages(pages: readonly ReactElement[], deck: Deck, title = deck.name): Promise<DrawnPages> {
  let layout: LayoutNode | undefined;
  const date = new Date(deck.date);
  const document = createElement(
    Document,
    {
      title,
      creator: 'prepdeck',
      producer: 'prepdeck',
      language: deck.lang,
      creationDate: date,
      modificationDate: date,
      onRender: (rendered) => {
        layout = (rendered as unknown as Rendered)._INTERNAL__LAYOUT__DATA_;
      },
    },
    ...pages,
  );
  const bytes = await collect(await pdf(document).toBuffer());
  refuseWarnings();
  return { bytes, pages: layout?.children ?? [] };
}

/** A face's page: its trim and the art beyond it, in mm. */
export function facePageSize(format: Format): { width: number; height: number } {
  return { width: format.width + 2 * FACE_BLEED, height: format.height + 2 * FACE_BLEED };
}

/** The deck's card that a face is a side of. */
export function cardOf({ card }: Face, { cards }: DrawContext): Card {
  const found = cards.get(card);
  if (!found) throw new Error(`no card ${card} in the deck`);
  return found;
}

/** The layout that draws a card. */
export function lookOf({ face }: Card, { faces }: Looks): Look {
  const look = lookUp(faces, face);
  if (!look) throw new Error(`no face layout ${face}`);
  return look;
}

/** A face's page. The renderer takes a page's size from its content, so it holds one View of the face's size with bleed. */
function pageOf({ face, card: own, shown }: FaceToDraw, all: DrawContext, key?: string): ReactElement<PageProps> {
  const context = { ...all, ...shown?.() };
  const page = context.kit.get(face.card);
  const { width, height } = facePageSize(page?.size ?? context.format);
  const art = page ? kitArt(page, context) : cardArt(face, own ?? cardOf(face, context), context);
  const sheet = createElement(View, { style: { width: pt(width), height: pt(height), overflow: 'hidden' } }, art);
  return createElement(Page, { key, size: [pt(width), pt(height)], wrap: false }, sheet);
}

function cardArt(face: Face, card: Card, { deck, looks, format }: DrawContext): ReactElement {
  const look = lookOf(card, looks);
  return createElement(face.side === 'front' ? look.Front : look.Back, { card, deck, format });
}

function kitArt({ page, size }: PaperPage, { deck, looks, format }: DrawContext): ReactElement {
  const art =
    page.kind === 'board'
      ? pageArt(lookUp(looks.boards, page.look), { page, deck, size, format })
      : pageArt(lookUp(looks.worksheets, page.look), { page, deck, size, format });
  if (!art) throw new Error(`no layout ${page.look} for a ${page.kind}`);
  return art;
}

function pageArt<Kind extends Board | Worksheet>(
  look: KitLook<Kind> | undefined,
  props: KitProps<Kind>,
): ReactElement | undefined {
  return look && createElement(look.Page, props);
}

async function collect(stream: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  // A buffer of its own, so that it can be handed over without a copy.
  return new Uint8Array(Buffer.concat(chunks));
}

/** A chapter's pages have ids that begin so: `chapter:why`. */
const CHAPTER = 'chapter:';

/** A drawn guide, and the chapter that each of its pages belongs to. */
export interface DrawnBook extends DrawnPages {
  /** Page by page; empty for a page of no chapter, e.g. the contents. */
  chapters: readonly string[];
}

/** Draws the guide on a paper, without the numbers of its pages. Throws where the renderer gives up on it. */
export async function drawBook(size: Format, { deck, looks }: DrawContext): Promise<DrawnBook> {
  const { book } = looks;
  if (!book) throw new Error('no layout of the guide');
  const element = createElement(book.Book, { deck, chapters: deck.guide ?? [], size });
  const title = `${deck.name} ${deck.version}: ${deck.words.guide.guideTitle}`;
  const drawn = await drawPages([element], deck, title);
  return { ...drawn, chapters: drawn.pages.map(chapterIn) };
}

function chapterIn({ props }: LayoutNode): string {
  const id = props?.id ?? '';
  return id.startsWith(CHAPTER) ? id.slice(CHAPTER.length) : '';
}
