import { create, type Font, type Glyph } from 'fontkit';
import { isJoined, type Joined, joined } from '../font/joined.ts';
import { lettersOf, spelled } from '../model/accents.ts';
import type { Font as DeckFont } from '../model/theme.ts';
import { hasLetter } from './has-letter.ts';

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
  /** Letters with accents that are characters of their own, and how they are set. */
  stacked?: Readonly<Record<string, Stacked>>;
  /** In 1/1000 em. */
  ascent: number;
  descent: number;
  capHeight: number;
  box: readonly [number, number, number, number];
  italicAngle: number;
  /** What sets the characters that it lacks, in this order. */
  others?: readonly SlugFont[];
}

/** A letter with accents that are characters of their own. Lengths in 1/1000 em. */
interface Stacked {
  advance: number;
  /** The letter and its accents, each so far right of where the letter begins and above the line as the font says. */
  parts: readonly { id: number; advance: number; x: number; y: number; text: string }[];
}

/** A font cut down to some characters, alone where it or one that stands in for it has all of them, else with those that stand in. */
export function slugFontOf(font: DeckFont, characters: string): SlugFont {
  const whole = slugFont(fontForAll(font, characters).data, characters);
  const left = spelled(lettersOf(characters).filter((one) => !hasLetter(whole, one)));
  const others = left === '' ? [] : (font.fallbacks ?? []).map(({ data }) => slugFont(data, left));
  const full = others.filter(({ glyphs, stacked = {} }) => Object.keys({ ...glyphs, ...stacked }).length > 0);
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

/** Cuts a font down to the letters of a text; those that it lacks are left out. Runs in Node, at build time. */
export function slugFont(data: Uint8Array, characters: string): SlugFont {
  const font = create(Buffer.from(data)) as Font;
  const subset = font.createSubset();
  const em = (units: number) => Math.round((units / font.unitsPerEm) * 1e6) / 1e3;
  // Typed as boolean, but it returns the glyph's number in the subset.
  const include = (glyph: Glyph) => ({ id: Number(subset.includeGlyph(glyph)), advance: em(glyph.advanceWidth) });
  const letters = [...new Set(lettersOf(characters.normalize('NFC')))].sort();
  const covered = letters.filter((one) =>
    [...one].every((sign) => /\p{Cf}/u.test(sign) || font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0)),
  );
  const [plain, marked] = [covered.filter((one) => !isMarked(one)), covered.filter(isMarked)];
  const glyphs = plain.map((one) => [one, include(font.glyphForCodePoint(one.codePointAt(0) ?? 0))] as const);
  const stacked = marked.flatMap((one) => {
    const set = isJoined(one) ? joined(one, font, data) : font.layout(one);
    const parts = partsOf(one, set)?.map(({ glyph, x, y }) => {
      return { ...include(glyph), x: em(x), y: em(y), text: String.fromCodePoint(...glyph.codePoints) };
    });
    return parts ? [[one, { advance: em(set.advanceWidth), parts }] as const] : [];
  });
  const { minX, minY, maxX, maxY } = font.bbox;
  return {
    name: font.postscriptName,
    cff: 'cff' in subset,
    data: new Uint8Array(subset.encode()),
    glyphs: Object.fromEntries(glyphs),
    ...(stacked.length > 0 && { stacked: Object.fromEntries(stacked) }),
    ascent: em(font.ascent),
    descent: em(font.descent),
    capHeight: em(font.capHeight || font.ascent),
    box: [em(minX), em(minY), em(maxX), em(maxY)],
    italicAngle: font.italicAngle,
  };
}

/** Whether a letter has accents that are characters of their own, or is joined to others. */
function isMarked(letter: string): boolean {
  return [...letter].length > 1;
}

/** The glyphs of a letter with its accents, as it is set, in font units; undefined where the font does not say where an accent stands: it would stand beside it. */
function partsOf(letter: string, { glyphs, positions }: Joined): { glyph: Glyph; x: number; y: number }[] | undefined {
  const moved = positions.slice(1).every(({ xOffset, yOffset }) => xOffset !== 0 || yOffset !== 0);
  if (/\p{Script=Inherited}/u.test(letter) && !moved) return undefined;
  let from = 0;
  return glyphs.map((glyph, at) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[at] ?? {};
    const part = { glyph, x: from + xOffset, y: yOffset };
    from += xAdvance;
    return part;
  });
}
