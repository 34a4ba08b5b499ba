import { PDFDocument } from '@cantoo/pdf-lib';
import type { DrawnFaces } from '../model/faces.ts';
import { type Description, describe } from './describe.ts';
import { openPdf } from './open.ts';
import { saved } from './saved.ts';

/** All drawn faces as one PDF, a face a page, each with its art beyond the trim: document after document. */
export async function mergeFaces(faces: DrawnFaces, options: Description, open = openPdf): Promise<Uint8Array> {
  const merged = await PDFDocument.create({ updateMetadata: false });
  for (const bytes of faces.documents) {
    const source = await open(bytes);
    for (const page of await merged.copyPages(source, source.getPageIndices())) merged.addPage(page);
  }
  describe(merged, options, faces.documents);
  return await saved(merged);
}
