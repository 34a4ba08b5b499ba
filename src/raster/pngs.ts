import { deserialize, serialize } from 'node:v8';
import type { Cache } from '../model/cache.ts';
import { handled } from '../model/handled.ts';
import type { PageDrawing } from '../model/page-drawing.ts';
import { sharedGrounds } from './grounds.ts';
import type { Canvas } from './painter.ts';
import { openPainters, type Painters } from './painters.ts';

/** Pictures of pages, all of one size. */
export interface PngOptions {
  /** In pixels, exact: the page is drawn to fill them. */
  width: number;
  height: number;
  /** Written into the file, for programs that ask. */
  dpi: number;
}

/** A PDF whose pages are painted. */
export interface PdfToPaint {
  pdf: Uint8Array;
  /** For each of its pages, its place among all pictures. */
  places: readonly number[];
  /** What is drawn on each of them, where it is known: so what several begin with is painted once. */
  drawings?: readonly (PageDrawing | undefined)[];
}

/** Pictures of more pixels are painted by one thread: each of a virtual table's sheets takes 200 MB. */
const LARGE = 4_000_000;

/**
 * PNG, RGB with 8 bits each, no transparency: what every service takes. Pictures are kept by the document that they are pages of: a change
 * in one document has only its own pages painted again.
 *
 * @param pdfs each is painted while the next one is made
 */
export async function pngs(
  pdfs: AsyncIterable<PdfToPaint>,
  { width, height, dpi }: PngOptions,
  cache: Cache,
): Promise<Uint8Array[]> {
  const canvas: Canvas = { page: { width, height }, part: { left: 0, top: 0, width, height }, dpi };
  const about = JSON.stringify(canvas);
  // Opened when there is something to paint: all may be kept from before.
  let painters: Painters | undefined;
  const painted = async ({ pdf, places, drawings = [] }: PdfToPaint) => {
    painters ??= openAll(width * height);
    return serialize(await painters.paint(pdf, places.length, canvas, { grounds: sharedGrounds(drawings) }));
  };
  const pictures: Uint8Array[] = [];
  const put = async (one: PdfToPaint) => {
    const kept = await cache.get(['pngs', about, one.pdf], () => painted(one));
    for (const [page, picture] of (deserialize(kept) as Uint8Array[]).entries())
      pictures[one.places[page] ?? 0] = picture;
  };
  try {
    const work: Promise<void>[] = [];
    for await (const one of pdfs) work.push(handled(put(one)));
    await Promise.all(work);
    return pictures;
  } finally {
    painters?.end();
  }
}

/** Threads for pictures of so many pixels. */
function openAll(pixels: number): Painters {
  const painters = openPainters();
  if (pixels <= LARGE) painters.hurry();
  return painters;
}
