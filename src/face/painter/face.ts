import { createHash } from 'node:crypto';
import type { Font, Glyph } from 'fontkit';

/** A face, painted alone: what the document that it comes to stand in has once, it names. */
export interface PaintedFace {
  /** In points. */
  width: number;
  height: number;
  /** What draws it, from its top left corner downwards. Fonts are `/F0`, pictures `/I0`, by their places below; glyphs have the font's numbers, in hexadecimal. */
  operators: string;
  fonts: readonly PaintedFont[];
  /** By `nameOfPicture`. */
  pictures: readonly string[];
  /** Its operators as a file has them, packed, and what fonts, glyphs and pictures were called there. */
  written?: { names: string; bytes: Uint8Array };
}

/** What a face has of a font. */
export interface PaintedFont {
  /** The font's PostScript name: each font of a deck has its own. */
  name: string;
  /** The characters that its glyphs stand for, by the glyphs' numbers in hexadecimal. */
  glyphs: Map<string, readonly number[]>;
}

/** Faces as they were painted, and the pictures that they name. */
export interface PaintedFaces {
  faces: readonly PaintedFace[];
  pictures: ReadonlyMap<string, Uint8Array>;
}

/** A face in the making. */
export type NewFace = ReturnType<typeof newFace>;

/** Begins a face. The bytes of its pictures are added to `pictures`. */
export function newFace({ width, height }: { width: number; height: number }, pictures: Map<string, Uint8Array>) {
  const operators: string[] = [];
  const fonts = new Map<Font, ReturnType<typeof usedFont>>();
  const shown: string[] = [];
  return {
    /** Adds operators with their operands, in the order of painting. */
    draw(...some: readonly string[]): void {
      operators.push(...some);
    },
    font(font: Font): ReturnType<typeof usedFont> {
      const known = fonts.get(font) ?? usedFont(`F${fonts.size}`, font);
      fonts.set(font, known);
      return known;
    },
    /** The name of a picture. */
    picture(data: Uint8Array): string {
      const name = nameOfPicture(data);
      pictures.set(name, data);
      if (!shown.includes(name)) shown.push(name);
      return `I${shown.indexOf(name)}`;
    },
    end(): PaintedFace {
      const used = [...fonts.values()].map(({ used: one }) => one);
      return { width, height, operators: operators.join('\n'), fonts: used, pictures: shown };
    },
  };
}

/** A font on a face. */
function usedFont(name: string, { postscriptName }: Font) {
  const used: PaintedFont = { name: postscriptName, glyphs: new Map() };
  return {
    name,
    used,
    /** A glyph's number in the font, in hexadecimal. */
    codeOf({ id, codePoints }: Glyph): string {
      const code = hexadecimal(id);
      if (!used.glyphs.has(code)) used.glyphs.set(code, codePoints);
      return code;
    },
  };
}

/** A number as operators have those of glyphs. */
export function hexadecimal(number: number): string {
  return number.toString(16).padStart(4, '0');
}

function nameOfPicture(data: Uint8Array): string {
  return hash(data);
}

/** What is equal for faces that look the same with the same fonts. */
export function stampOf({ width, height, operators, fonts, pictures }: PaintedFace): string {
  const named = fonts.map(({ name, glyphs }) => [name, ...glyphs]);
  return hash(JSON.stringify([width, height, operators, named, pictures]));
}

function hash(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('base64');
}
