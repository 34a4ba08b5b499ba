import { create, type Font } from 'fontkit';
import type { Font as DeckFont } from '../model/theme.ts';

/** A font cut down to the characters of slugs: plain data, so that a browser needs no font library to embed it. */
export interface SlugFont {
  /** PostScript name, without a subset's prefix. */
  name: string;
  /** True for PostScript outlines (OTF), false for TrueType ones. */
  cff: boolean;
  /** The subset's bytes. */
  data: Uint8Array;
  /** Character → its glyph in the subset, and how far it advances in 1/1000 em. */
  glyphs: Readonly<Record<string, { id: number; advance: number }>>;
  /** In 1/1000 em. */
  ascent: number;
  descent: number;
  capHeight: number;
  box: readonly [number, number, number, number];
  italicAngle: number;
  /** What sets the characters that it lacks, in this order. */
  others?: readonly SlugFont[];
}

/** A font cut down to some characters, alone where it or one that stands in for it has all of them, else with those that stand in. */
export function slugFontOf(font: DeckFont, characters: string): SlugFont {
  const whole = slugFont(fontForAll(font, characters).data, characters);
  const left = [...characters].filter((one) => !Object.hasOwn(whole.glyphs, one)).join('');
  const others = left === '' ? [] : (font.fallbacks ?? []).map(({ data }) => slugFont(data, left));
  const full = others.filter(({ glyphs }) => Object.keys(glyphs).length > 0);
  return full.length > 0 ? { ...whole, others: full } : whole;
}

/** Of a font and what stands in for it the first that has all of some characters. The font itself where none has. */
function fontForAll(font: DeckFont, characters: string): DeckFont {
  const points = [...new Set(characters)].map((one) => one.codePointAt(0) ?? 0);
  const hasAll = ({ data }: DeckFont) => {
    const opened = create(Buffer.from(data)) as Font;
    return points.every((point) => opened.hasGlyphForCodePoint(point));
  };
  return font.fallbacks && !hasAll(font) ? (font.fallbacks.find(hasAll) ?? font) : font;
}

/** Cuts a font down to some characters; those that it lacks are left out. Runs in Node, at build time. */
export function slugFont(data: Uint8Array, characters: string): SlugFont {
  const font = create(Buffer.from(data)) as Font;
  const subset = font.createSubset();
  const em = (units: number) => Math.round((units / font.unitsPerEm) * 1e6) / 1e3;
  const covered = [...new Set(characters.normalize('NFC'))]
    .filter((one) => font.hasGlyphForCodePoint(one.codePointAt(0) ?? 0))
    .sort();
  const glyphs = covered.map((one) => {
    const glyph = font.glyphForCodePoint(one.codePointAt(0) ?? 0);
    // Typed as boolean, but it returns the glyph's number in the subset.
    const id = Number(subset.includeGlyph(glyph));
    return [one, { id, advance: em(glyph.advanceWidth) }] as const;
  });
  const { minX, minY, maxX, maxY } = font.bbox;
  return {
    name: font.postscriptName,
    cff: 'cff' in subset,
    data: new Uint8Array(subset.encode()),
    glyphs: Object.fromEntries(glyphs),
    ascent: em(font.ascent),
    descent: em(font.descent),
    capHeight: em(font.capHeight || font.ascent),
    box: [em(minX), em(minY), em(maxX), em(maxY)],
    italicAngle: font.italicAngle,
  };
}
