import { createHash } from 'node:crypto';
import type { Cache } from '../cache.ts';
import { type DrawnFaces, FACE_BLEED, type Face, type Format, faceKey } from '../model.ts';
import { MM_PER_INCH, type Mm, px } from '../units.ts';
import type { Canvas } from './painter.ts';
import { openPainters } from './painters.ts';

/** How faces become pictures. */
export interface PictureOptions {
  dpi: number;
  /** How much art beyond the trim the picture shows, in mm; FACE_BLEED at most. */
  bleed: Mm;
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

/** Pictures that threads are at work on. */
export interface Painting {
  /** Ends when each picture is ordered of a thread or was found: the caller may then be busy without keeping the threads waiting. */
  ordered: Promise<unknown>;
  pictures: Promise<FacePicture[]>;
}

/** Pictures of faces for screens, PNG, in the order asked for. They are cached by the document that they are pages of. */
export function paintPictures(
  drawn: DrawnFaces,
  faces: readonly Face[],
  options: PictureOptions,
  cache: Cache,
): Painting {
  const canvas = canvasOf(drawn.format, options);
  const documents = drawn.documents.map((bytes) => createHash('sha256').update(bytes).digest());
  const painters = openPainters({ ...canvas, documents: drawn.documents });
  const both = faces.map((face, i) => {
    const key = faceKey(face);
    const at = drawn.pages.get(key);
    const document = at && documents[at.document];
    if (!document) throw new Error(`face ${key} was not drawn`);
    const { width, height } = canvas.part;
    let order = () => {};
    const missed = new Promise<void>((resolve) => {
      order = resolve;
    });
    const bytes = cache.get([JSON.stringify(['png', canvas, at.page]), document], () => {
      order();
      return painters.paint(at, i / faces.length);
    });
    const picture = bytes.then((bytes): FacePicture => ({ key, width, height, bytes }));
    return { picture, ordered: Promise.race([missed, picture]) };
  });
  return {
    ordered: Promise.allSettled(both.map(({ ordered }) => ordered)),
    pictures: Promise.all(both.map(({ picture }) => picture)).finally(painters.end),
  };
}

/** The whole page in pixels, and the part of it that shows the face to its bleed. */
function canvasOf(format: Format, options: PictureOptions): Omit<Canvas, 'documents'> {
  const edge = Math.round(((FACE_BLEED - options.bleed) / MM_PER_INCH) * options.dpi);
  return {
    page: pictureSize(format, { ...options, bleed: FACE_BLEED }),
    part: { left: edge, top: edge, ...pictureSize(format, options) },
  };
}
