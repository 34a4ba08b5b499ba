import sharp from 'sharp';
import { type OpenPdf, openPdfium, type PixelSize } from './pdfium.ts';

/** Turns pages into pictures at once, for a screen; kept open between them. */
export interface Screen {
  /** A page (from 0) of a PDF as PNG. */
  picture(pdf: Uint8Array, page: number, size: PixelSize): Promise<Uint8Array>;
  close(): void;
}

/** A PDF that is open, and its bytes. */
interface Shown {
  pdf: Uint8Array;
  document: OpenPdf;
}

/** Starts pdfium and keeps it. */
export async function openScreen(): Promise<Screen> {
  const pdfium = await openPdfium();
  let shown: Shown | undefined;

  /** The PDF that was shown last stays open: pages that are shown together have their fonts in common, which take as long to read as a page. */
  function opened(pdf: Uint8Array): OpenPdf {
    if (shown?.pdf === pdf) return shown.document;
    close();
    shown = { pdf, document: pdfium.open(pdf) };
    return shown.document;
  }

  function close(): void {
    shown?.document.close();
    shown = undefined;
  }

  return {
    async picture(pdf, page, size) {
      const { width, height, data } = opened(pdf).paint(page, size);
      const raw = { width, height, channels: 4 as const };
      // A copy, which another thread reads while the next page is painted. The fastest of all encoders here: 6 ms, where WebP takes 50.
      return await sharp(Buffer.from(data), { raw }).removeAlpha().png({ compressionLevel: 1 }).toBuffer();
    },
    close,
  };
}
