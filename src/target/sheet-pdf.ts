import { inflateSync } from 'node:zlib';
import { type DrawnFaces, faceKey } from '../model/faces.ts';
import type { MarkedSheet, Sheet } from '../model/sheets.ts';
import type { Stock } from '../model/stock.ts';
import { composeToPaint } from '../pdf/compose.ts';
import type { PdfToPaint } from '../raster/pngs.ts';
import { facesOf, type Job } from './target.ts';

/**
 * PDFs with one face, or one sheet of faces, a page and the service's bleed around it, to be painted pixel for pixel. Sheets that show
 * faces of the same documents are in one PDF, which changes with these alone.
 */
export async function* pdfsOf(sheets: readonly Sheet[], stock: Stock, job: Job): AsyncGenerator<PdfToPaint> {
  const { deck } = job;
  const none = { cuts: [], folds: [], registration: [], lines: [], labels: [] };
  const faces = facesOf(job, stock.format);
  for (const { documents, places } of batchesOf(sheets, faces)) {
    // Not their numbers among all sheets: with a card more before them, the pictures are the same.
    const plain = places.flatMap((place, at): MarkedSheet[] => {
      const sheet = sheets[place];
      return sheet ? [{ ...sheet, number: at + 1, of: places.length, marks: none }] : [];
    });
    const used = { sheets: plain, stock, faces: facesIn(documents, faces) };
    const about = { title: deck.name, date: deck.date, lang: deck.lang };
    yield { ...(await composeToPaint({ ...used, ...about }, inflateSync)), places };
  }
}

/** Sheets that show faces of the same documents, by their places among all. */
interface Batch {
  documents: readonly number[];
  places: number[];
}

function batchesOf(sheets: readonly Sheet[], { pages }: DrawnFaces): Batch[] {
  const batches = new Map<string, Batch>();
  for (const [place, { placed }] of sheets.entries()) {
    const found = placed.flatMap(({ face }) => pages.get(faceKey(face))?.document ?? []);
    const documents = [...new Set(found)].sort((a, b) => a - b);
    const batch = batches.get(documents.join()) ?? { documents, places: [] };
    batch.places.push(place);
    batches.set(documents.join(), batch);
  }
  return [...batches.values()];
}

/** The faces of some documents, and no others: a PDF's identity is made of all documents that it is given. */
function facesIn(documents: readonly number[], faces: DrawnFaces): DrawnFaces {
  const pages = [...faces.pages].flatMap(([key, { document, page }]) => {
    const at = documents.indexOf(document);
    return at === -1 ? [] : [[key, { document: at, page }] as const];
  });
  return { ...faces, documents: documents.flatMap((at) => faces.documents[at] ?? []), pages: new Map(pages) };
}
