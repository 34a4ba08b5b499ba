import { PDFDocument } from '@cantoo/pdf-lib';
import { type Description, describe } from './describe.ts';
import { saved } from './saved.ts';

/** A PDF with the pages of another after its own. Its outline and its links stay. The same input gives the same bytes. */
export async function appendPages(first: Uint8Array, second: Uint8Array, about: Description): Promise<Uint8Array> {
  const document = await PDFDocument.load(first, { updateMetadata: false });
  const more = await PDFDocument.load(second, { updateMetadata: false });
  for (const page of await document.copyPages(more, more.getPageIndices())) document.addPage(page);
  describe(document, about, [first, second]);
  return await saved(document);
}
