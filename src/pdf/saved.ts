import type { PDFDocument } from '@cantoo/pdf-lib';

/**
 * The bytes of a finished PDF; the same document gives the same bytes. They are written without pauses: after every 50 objects the
 * library would let others work, as a browser's page.
 */
export async function saved(document: PDFDocument): Promise<Uint8Array> {
  return await document.save({ useObjectStreams: true, updateFieldAppearances: false, objectsPerTick: Infinity });
}
