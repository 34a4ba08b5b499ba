import type { Side } from './card.ts';
import type { Mm } from './units.ts';

/** The size of a card after cutting. Lengths in mm. */
export interface Format {
  id: string;
  name: string;
  width: Mm;
  height: Mm;
  /** Corner radius; 0 for square corners. */
  radius: Mm;
}

/** The bleed of a drawn face: how far its art goes beyond the trim on every side. */
export const FACE_BLEED: Mm = 4;

/** The bleed that a sheet gets of the one that its stock wants: no more than was drawn. */
export function drawnBleed(wanted: Mm): Mm {
  return Math.min(wanted, FACE_BLEED);
}

/** One side of one card. Its key is `<id>.front` or `<id>.back`. */
export interface Face {
  card: string;
  side: Side;
}

/** The key of a face. */
export function faceKey(face: Face): string {
  return `${face.card}.${face.side}`;
}

/** Faces drawn once: PDF documents whose pages are trim + FACE_BLEED on every side. */
export interface DrawnFaces {
  format: Format;
  documents: readonly Uint8Array[];
  /** Face key → which document, which page (from 0). */
  pages: ReadonlyMap<string, { document: number; page: number }>;
}
