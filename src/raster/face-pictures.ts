import { deserialize, serialize } from 'node:v8';
import type { Cache } from '../model/cache.ts';
import { FACE_BLEED, type Face, type Format, faceKey } from '../model/faces.ts';
import { type PageStamps, pageByPage, type Shelf } from '../model/pages-kept.ts';
import { MM_PER_INCH, type Mm, px } from '../model/units.ts';
import type { Canvas } from './painter.ts';
import { openPainters } from './painters.ts';

/** How faces become pictures. */
export interface PictureOptions {
  dpi: number;
  /** How much art beyond the trim the picture shows, in mm; FACE_BLEED at most. */
  bleed: Mm;
}

/** 550 pixels across a poker card: sharp in the grid on any screen, and both sides of 280 cards stay within 14 MB. */
export const ON_SCREEN: PictureOptions = { dpi: 220, bleed: 0 };

/** Pixels along the longer side of a board's picture: its card places can be read, and ten boards stay within 2 MB. */
const BOARD_PIXELS = 1600;

/** The resolution of the picture of a board, in dpi. */
export function boardDpi({ width, height }: Format): number {
  return (BOARD_PIXELS / Math.max(width, height)) * MM_PER_INCH;
}

/** An encoded picture of a face. Sizes in pixels. */
export interface FacePicture {
  key: string;
  width: number;
  height: number;
  bytes: Uint8Array;
}

/** The size of a picture, in pixels. */
export function pictureSize(format: Format, { dpi, bleed }: PictureOptions): { width: number; height: number } {
  return { width: px(format.width + 2 * bleed, dpi), height: px(format.height + 2 * bleed, dpi) };
}

/** How a document is painted. */
interface PaintHow {
  /** A board's own resolution. */
  dpi?: number;
  /** Of its pages, where they are known again one by one. */
  stamps?: PageStamps | undefined;
}

/** Makes pictures of faces for screens, PNG, in threads while the caller goes on. */
export interface Painting {
  /** Pictures of a document's pages, in order; `faces` is what they show. */
  paint(pdf: Uint8Array, faces: readonly Face[], format: Format, how?: PaintHow): Promise<FacePicture[]>;
  /** From now on uses every processor: call it once all faces are drawn, as drawing needs them too. */
  hurry(): void;
  /** Ends the threads once they have painted the page that they are at. */
  end(): void;
}

/** Pictures are cached by the document that they are pages of, or page by page. */
export function openPainting(options: PictureOptions, cache: Cache): Painting {
  const painters = openPainters();

  async function painted(pdf: Uint8Array, faces: readonly Face[], canvas: Canvas, places?: readonly number[]) {
    try {
      return await painters.paint(pdf, faces.length, canvas, { places });
    } catch (cause) {
      const [first] = faces;
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`${faces.length} faces from ${first ? faceKey(first) : 'none'} on could not be painted: ${why}`);
    }
  }

  return {
    async paint(pdf, faces, format, { dpi = options.dpi, stamps } = {}) {
      const canvas = canvasOf(format, { ...options, dpi });
      const { width, height } = canvas.part;
      const key = ['pictures', JSON.stringify(canvas)];
      const pngs = stamps
        ? await pageByPage(stamps, { cache, key, ...PACKED }, (places) => painted(pdf, faces, canvas, places))
        : (deserialize(
            await cache.get([...key, pdf], async () => serialize(await painted(pdf, faces, canvas))),
          ) as Uint8Array[]);
      return faces.map((face, at) => {
        const [key, bytes] = [faceKey(face), pngs[at]];
        if (!bytes) throw new Error(`face ${key} was not painted`);
        return { key, width, height, bytes };
      });
    },
    hurry: painters.hurry,
    end: painters.end,
  };
}

const PACKED: Pick<Shelf<Uint8Array>, 'pack' | 'unpack'> = { pack: serialize, unpack: deserialize };

/** The whole page in pixels, and the part of it that shows the face to its bleed. */
function canvasOf(format: Format, options: PictureOptions): Canvas {
  const edge = Math.round(((FACE_BLEED - options.bleed) / MM_PER_INCH) * options.dpi);
  return {
    page: pictureSize(format, { ...options, bleed: FACE_BLEED }),
    part: { left: edge, top: edge, ...pictureSize(format, options) },
  };
}
