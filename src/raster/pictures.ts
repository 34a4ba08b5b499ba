import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import type { Cache } from '../cache.ts';
import { type DrawnFaces, FACE_BLEED, type Face, faceKey } from '../model.ts';
import { MM_PER_INCH, type Mm, px } from '../units.ts';

/** A page as pixels: RGBA, 8 bits each. */
export interface Bitmap {
  width: number;
  height: number;
  data: Uint8Array;
}

/** How faces become pictures. */
export interface PictureOptions {
  dpi: number;
  /** How much art beyond the trim the picture shows, in mm; FACE_BLEED at most. */
  bleed: Mm;
  encode: 'webp' | 'png';
}

/** An encoded picture of a face. Sizes in pixels. */
export interface FacePicture {
  key: string;
  width: number;
  height: number;
  bytes: Uint8Array;
}

/**
 * Pictures of faces, in the order asked for.
 *
 * Encoding costs more than drawing (38 ms against 6 ms at 300 dpi), so it is cached by the pixels. Lossless WebP at
 * effort 2 is the smallest for flat faces.
 */
export async function pictures(
  drawn: DrawnFaces,
  faces: readonly Face[],
  options: PictureOptions,
  cache: Cache,
): Promise<FacePicture[]> {
  const library = await PDFiumLibrary.init();
  try {
    const documents = await Promise.all(drawn.documents.map((bytes) => library.loadDocument(bytes)));
    const jobs: Promise<FacePicture>[] = [];
    for (const face of faces) {
      const key = faceKey(face);
      const at = drawn.pages.get(key);
      const page = at && documents[at.document]?.getPage(at.page);
      if (!page) throw new Error(`face ${key} was not drawn`);
      // pdfium asks for a scale to points: 1 = 72 dpi.
      const bitmap = await page.render({ scale: options.dpi / 72, render: 'bitmap' });
      jobs.push(finish(key, bitmap, drawn, options, cache));
      // Encoding runs beside the drawing; more than a handful of full bitmaps in memory gains nothing.
      if (jobs.length % 8 === 0) await Promise.all(jobs.slice(-8));
    }
    for (const document of documents) document.destroy();
    return await Promise.all(jobs);
  } finally {
    library.destroy();
  }
}

/** Cuts the picture to the bleed that is wanted, to whole pixels, and encodes it. */
async function finish(
  key: string,
  bitmap: Bitmap,
  drawn: DrawnFaces,
  options: PictureOptions,
  cache: Cache,
): Promise<FacePicture> {
  const width = px(drawn.format.width + 2 * options.bleed, options.dpi);
  const height = px(drawn.format.height + 2 * options.bleed, options.dpi);
  const left = Math.round(((FACE_BLEED - options.bleed) / MM_PER_INCH) * options.dpi);
  const settings = `${options.encode} ${left} ${width}×${height} of ${bitmap.width}×${bitmap.height}`;
  const bytes = await cache.get([settings, bitmap.data], async () => {
    const raw = { width: bitmap.width, height: bitmap.height, channels: 4 as const };
    const cut = sharp(bitmap.data, { raw }).extract({ left, top: left, width, height }).removeAlpha();
    return options.encode === 'webp'
      ? cut.webp({ lossless: true, effort: 2 }).toBuffer()
      : cut.png({ compressionLevel: 9, palette: false }).toBuffer();
  });
  return { key, width, height, bytes };
}
