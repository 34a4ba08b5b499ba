import type { Cache } from '../model/cache.ts';
import type { Bitmap } from './bitmap.ts';

/** Pictures of every page of a PDF, all of one size, in page order. */
export interface PngOptions {
  /** In pixels, exact: the page is drawn to fill them. */
  width: number;
  height: number;
  /** Written into the file, for programs that ask. */
  dpi: number;
}

/** Bitmaps in memory at once: four sheets of a virtual table are 260 MB. */
const AT_ONCE = 4;

/** PNG, RGB with 8 bits each, no transparency: what every service takes. Encoding is cached by the pixels. */
export async function pngs(pdf: Uint8Array, options: PngOptions, cache: Cache): Promise<Uint8Array[]> {
  const { width, height } = options;
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(pdf);
    const jobs: Promise<Uint8Array>[] = [];
    for (const page of document.pages()) {
      const bitmap = await page.render({ width, height, render: 'bitmap' });
      jobs.push(encoded(bitmap, options, cache));
      if (jobs.length % AT_ONCE === 0) await Promise.all(jobs.slice(-AT_ONCE));
    }
    document.destroy();
    return await Promise.all(jobs);
  } finally {
    library.destroy();
  }
}

async function encoded({ width, height, data }: Bitmap, { dpi }: PngOptions, cache: Cache): Promise<Uint8Array> {
  // Not `effort`: it makes sharp write a palette of 256 colors.
  return await cache.get([`png ${width}×${height} ${dpi} dpi`, data], async () => {
    const { default: sharp } = await import('sharp');
    const picture = sharp(data, { raw: { width, height, channels: 4 } })
      .removeAlpha()
      .withDensity(dpi);
    return await picture.png({ compressionLevel: 9 }).toBuffer();
  });
}
