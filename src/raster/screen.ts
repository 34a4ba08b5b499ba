import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';

/** Turns pages into pictures at once, for a screen; kept open between them. */
export interface Screen {
  /** A page (from 0) of a PDF as PNG. */
  picture(pdf: Uint8Array, page: number, dpi: number): Promise<Uint8Array>;
  close(): void;
}

/** Starts pdfium and keeps it. */
export async function openScreen(): Promise<Screen> {
  const library = await PDFiumLibrary.init();
  return {
    async picture(pdf, page, dpi) {
      const document = await library.loadDocument(pdf);
      const shown = document.getPage(page);
      const { originalWidth, originalHeight } = shown.getOriginalSize();
      // Not pdfium's own `scale`: it first cuts the page down to whole points.
      const size = { width: Math.round((originalWidth / 72) * dpi), height: Math.round((originalHeight / 72) * dpi) };
      const bitmap = await shown.render({ ...size, scale: 1, render: 'bitmap' });
      document.destroy();
      const raw = { width: bitmap.width, height: bitmap.height, channels: 4 as const };
      // The fastest of all encoders here: 6 ms, where WebP takes 50.
      return sharp(bitmap.data, { raw }).removeAlpha().png({ compressionLevel: 1 }).toBuffer();
    },
    close: () => library.destroy(),
  };
}
