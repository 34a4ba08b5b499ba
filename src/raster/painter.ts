import { parentPort, workerData } from 'node:worker_threads';
import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import { indexedPngs, type Part } from './indexed.ts';

/** What a painter is started with. Lengths in pixels. */
export interface Canvas {
  documents: readonly Uint8Array[];
  /** A whole page. */
  page: { width: number; height: number };
  /** What is kept of it. */
  part: Part;
}

/** A page to paint. */
export interface Order {
  document: number;
  page: number;
}

/** The picture, or why there is none. */
export interface Painted extends Order {
  png: Uint8Array;
  failure?: string;
}

const port = parentPort;
if (!port) throw new Error('src/raster/painter.ts runs as a worker thread only');

const { documents, page, part } = workerData as Canvas;
const encode = indexedPngs(part);
const library = await PDFiumLibrary.init();
/** The last one alone: pages that were painted stay in memory until their document is closed. */
let open: { at: number; document: Promise<PDFiumDocument> } | undefined;

async function documentAt(at: number): Promise<PDFiumDocument> {
  if (open?.at === at) return await open.document;
  const pdf = documents[at];
  if (!pdf) throw new Error(`no document ${at}`);
  const last = open;
  open = { at, document: library.loadDocument(pdf) };
  (await last?.document)?.destroy();
  return await open.document;
}

async function paint(order: Order): Promise<Painted> {
  const document = await documentAt(order.document);
  // Not pdfium's own `scale`: it first cuts the page down to whole points, which makes a face narrower by 0.3 %.
  const bitmap = await document.getPage(order.page).render({ ...page, scale: 1, render: 'bitmap' });
  return { ...order, png: encode(bitmap) };
}

/** One order after the other: a document is not closed while one of its pages is painted. */
let last: Promise<void> = Promise.resolve();

port.on('message', (order: Order) => {
  const failed = (cause: unknown): Painted => ({ ...order, png: new Uint8Array(), failure: String(cause) });
  last = last.then(async () => port.postMessage(await paint(order).catch(failed)));
});
