import { parentPort } from 'node:worker_threads';
import type { PageDrawing } from '../model/page-drawing.ts';
import type { BitmapPart } from './bitmap.ts';
import { colourPngs } from './colours.ts';
import { drawnPages } from './drawn-pages.ts';
import { ENOUGH, type Ground, sharedGrounds } from './grounds.ts';
import { indexedPngs } from './indexed.ts';
import { openPdfium, type PixelSize } from './pdfium.ts';

/** How large a page is painted. */
export interface Canvas {
  /** A whole page. */
  page: PixelSize;
  /** What is kept of it. */
  part: BitmapPart;
  /** For pictures that keep every colour, this is written into the file. Left out: pictures for screens, with a palette. */
  dpi?: number;
}

/** A document to paint, given to several threads at once. */
export interface Order {
  id: number;
  pdf: Uint8Array;
  /** How many pages it has at least. */
  pages: number;
  /** Which of them are wanted, from 0. */
  places: readonly number[];
  /** What a page begins with, by its place; left out: that is looked for in the PDF. */
  grounds?: readonly (Ground | undefined)[] | undefined;
  canvas: Canvas;
  /** One number that the threads share: the first of `places` that none of them has begun. */
  next: Int32Array;
}

/** A page of an order as PNG, or why there is none. */
export interface PaintedPage {
  id: number;
  /** Which of the order's `places` it is. */
  page: number;
  png: Uint8Array;
  failure?: string;
}

const port = parentPort;
if (!port) throw new Error('src/raster/painter.ts runs as a worker thread only');

const pdfium = await openPdfium();

/** Paints the next page of a document that no thread has begun, until there is none. */
function paint({ id, pdf, pages, places, canvas, next, ...given }: Order, done: (painted: PaintedPage) => void): void {
  let number = Atomics.add(next, 0, 1);
  if (number >= places.length) return;
  const { page, part, dpi } = canvas;
  const encode = dpi === undefined ? indexedPngs(part) : colourPngs(part, dpi);
  const grounds = given.grounds ?? groundsIn(pdf, places);
  const document = pdfium.open(pdf);
  try {
    if (document.pageCount < pages) throw new Error(`the document has no ${pages} pages`);
    for (; number < places.length; number = Atomics.add(next, 0, 1)) {
      const place = places[number] ?? 0;
      done({ id, page: number, png: encode(document.paint(place, page, grounds[place])) });
    }
  } finally {
    document.close();
  }
}

/** What pages of a PDF of faces begin with. */
function groundsIn(pdf: Uint8Array, places: readonly number[]): (Ground | undefined)[] {
  if (places.length < ENOUGH) return [];
  const drawings: (PageDrawing | undefined)[] = [];
  const drawingOf = drawnPages(pdf);
  for (const place of places) drawings[place] = drawingOf(place);
  return sharedGrounds(drawings);
}

port.on('message', (order: Order) => {
  const answer = (painted: PaintedPage) => port.postMessage(painted);
  try {
    paint(order, answer);
  } catch (cause) {
    const failure = cause instanceof Error ? cause.message : String(cause);
    answer({ id: order.id, page: 0, png: new Uint8Array(), failure });
  }
});
