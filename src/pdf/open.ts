import { ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib';

/** Opens a PDF to copy pages from. */
export type OpenPdf = (bytes: Uint8Array) => Promise<PDFDocument>;

/** So many bytes of PDFs stay open at once: a deck of a few hundred cards. More would take the memory that other work needs. */
const MOST_OPEN = 8_000_000;

/** Opens a PDF. Nothing in it is changed, so that several files may be made of it. */
export const openPdf: OpenPdf = async (bytes) =>
  await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });

/** Opens each PDF once, as long as they are not too large together: to read one takes as long as to place its faces on sheets. */
export function openOnce(most = MOST_OPEN): OpenPdf {
  const open = new Map<Uint8Array, Promise<PDFDocument>>();
  let held = 0;
  return async (bytes) => {
    const found = open.get(bytes);
    if (found) return await found;
    const opened = openPdf(bytes);
    if (held + bytes.length <= most) {
      held += bytes.length;
      open.set(bytes, opened);
    }
    return await opened;
  };
}
