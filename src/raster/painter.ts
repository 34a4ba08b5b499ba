import { parentPort } from 'node:worker_threads';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { BitmapPart } from './bitmap.ts';
import { colourPngs } from './colours.ts';
import { indexedPngs } from './indexed.ts';

/** How large a page is painted. Lengths in pixels. */
export interface Canvas {
  /** A whole page. */
  page: { width: number; height: number };
  /** What is kept of it. */
  part: BitmapPart;
  /** For pictures that keep every colour, this is written into the file. Left out: pictures for screens, with a palette. */
  dpi?: number;
}

/** A document to paint, given to several threads at once. */
export interface Order {
  id: number;
  pdf: Uint8Array;
  /** How many of its pages are wanted. */
  pages: number;
  canvas: Canvas;
  /** One number that the threads share: the first page that none of them has begun. */
  next: Int32Array;
}

/** A page of an order as PNG, or why there is none. */
export interface PaintedPage {
  id: number;
  page: number;
  png: Uint8Array;
  failure?: string;
}

const port = parentPort;
if (!port) throw new Error('src/raster/painter.ts runs as a worker thread only');

const library = await PDFiumLibrary.init();

/** Paints the next page of a document that no thread has begun, until there is none. */
async function paint({ id, pdf, pages, canvas, next }: Order, done: (painted: PaintedPage) => void): Promise<void> {
  let number = Atomics.add(next, 0, 1);
  if (number >= pages) return;
  const { part, dpi } = canvas;
  const encode = dpi === undefined ? indexedPngs(part) : colourPngs(part, dpi);
  const document = await library.loadDocument(pdf);
  try {
    // pdfium paints a missing page white, without a word.
    if (document.getPageCount() < pages) throw new Error(`the document has no ${pages} pages`);
    for (; number < pages; number = Atomics.add(next, 0, 1)) {
      // Not pdfium's own `scale`: it first cuts the page down to whole points, which makes a face narrower by 0.3 %.
      const bitmap = await document.getPage(number).render({ ...canvas.page, scale: 1, render: 'bitmap' });
      done({ id, page: number, png: encode(bitmap) });
    }
  } finally {
    // Pages that were painted stay in memory until then.
    document.destroy();
  }
}

/** What is being painted: the next order begins after it. */
let last: Promise<void> = Promise.resolve();

port.on('message', (order: Order) => {
  const answer = (painted: PaintedPage) => port.postMessage(painted);
  const failed = (cause: unknown) => {
    const failure = cause instanceof Error ? cause.message : String(cause);
    answer({ id: order.id, page: 0, png: new Uint8Array(), failure });
  };
  last = last.then(() => paint(order, answer)).catch(failed);
});
