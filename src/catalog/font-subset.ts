import { create } from 'fontkit';
import { lookUp } from '../model/look-up.ts';

/** The characters of plain English as a `unicode-range`: ASCII, dashes, quotes, bullet, ellipsis, angles, arrows, minus. */
export const ENGLISH =
  'U+0020-007E,U+00A0,U+00B7,U+00D7,U+2013-2014,U+2018-2019,U+201C-201D,U+2022,U+2026,U+2039-203A,U+2190-2193,U+2212';

/** Flags of a part of a composite glyph (OpenType, `glyf`). */
const [WORDS, SCALE, MORE, TWO_SCALES, FOUR_SCALES] = [0x0001, 0x0008, 0x0020, 0x0040, 0x0080];

interface Table {
  tag: string;
  data: Buffer;
}

/**
 * A TrueType font without the outlines of glyphs beyond some characters. Glyphs keep their numbers, so that kerning
 * stays as it is; substitutions go, since their results may be gone. A font of another kind comes back as it is.
 *
 * @param range as `unicode-range` writes it; the style sheet must limit the font to it, since its other glyphs are empty
 */
export function subset(font: Uint8Array, range: string): Uint8Array {
  const file = Buffer.from(font.buffer, font.byteOffset, font.byteLength);
  const tables = tablesOf(file);
  const table = (tag: string) => tables.find((one) => one.tag === tag)?.data;
  const [glyf, loca, head] = [table('glyf'), table('loca'), table('head')];
  if (!glyf || !loca || !head) return font;
  const starts = startsOf(loca, head.readInt16BE(50) === 1);
  const outline = (id: number) => glyf.subarray(starts[id] ?? 0, starts[id + 1] ?? 0);
  const kept = withParts(glyphsOf(font, range), outline);
  const outlines = starts.slice(0, -1).map((_, id) => (kept.has(id) ? even(outline(id)) : Buffer.alloc(0)));
  const made: Record<string, Buffer> = {
    glyf: Buffer.concat(outlines),
    loca: locaOf(outlines),
    head: longLoca(head),
    post: nameless(table('post')),
  };
  const rest = tables.filter(({ tag }) => tag !== 'GSUB');
  return sfnt(
    file.readUInt32BE(0),
    rest.map(({ tag, data }) => ({ tag, data: lookUp(made, tag) ?? data })),
  );
}

/** The tables of a font, in the order of its directory. */
function tablesOf(file: Buffer): Table[] {
  return Array.from({ length: file.readUInt16BE(4) }, (_, i) => {
    const at = 12 + 16 * i;
    const start = file.readUInt32BE(at + 8);
    return { tag: file.toString('latin1', at, at + 4), data: file.subarray(start, start + file.readUInt32BE(at + 12)) };
  });
}

/** Numbers of the glyphs for a range of characters, with the one for missing characters. */
function glyphsOf(font: Uint8Array, range: string): Set<number> {
  const opened = create(Buffer.from(font));
  if (!('glyphForCodePoint' in opened)) throw new Error('subset: not a single font');
  const ids = new Set([0]);
  for (const part of range.split(',')) {
    const [from = 0, to = from] = part
      .replace('U+', '')
      .split('-')
      .map((hex) => Number.parseInt(hex, 16));
    for (let point = from; point <= to; point += 1) {
      if (opened.hasGlyphForCodePoint(point)) ids.add(opened.glyphForCodePoint(point).id);
    }
  }
  return ids;
}

/** Adds the glyphs of which others are composed, e.g. `e` and the acute accent of `é`. */
function withParts(ids: Set<number>, outline: (id: number) => Buffer): Set<number> {
  for (const id of ids) for (const part of partsOf(outline(id))) ids.add(part);
  return ids;
}

function partsOf(data: Buffer): number[] {
  if (data.length === 0 || data.readInt16BE(0) >= 0) return [];
  const parts: number[] = [];
  for (let at = 10, more = true; more; ) {
    const flags = data.readUInt16BE(at);
    parts.push(data.readUInt16BE(at + 2));
    const scales = flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & FOUR_SCALES ? 8 : 0;
    at += 4 + (flags & WORDS ? 4 : 2) + scales;
    more = (flags & MORE) !== 0;
  }
  return parts;
}

function startsOf(loca: Buffer, long: boolean): number[] {
  const count = loca.length / (long ? 4 : 2);
  return Array.from({ length: count }, (_, i) => (long ? loca.readUInt32BE(4 * i) : 2 * loca.readUInt16BE(2 * i)));
}

/** Offsets of four bytes: one form is enough, and Brotli makes them short again. */
function locaOf(outlines: readonly Buffer[]): Buffer {
  const loca = Buffer.alloc(4 * (outlines.length + 1));
  let at = 0;
  for (const [i, outline] of outlines.entries()) {
    at += outline.length;
    loca.writeUInt32BE(at, 4 * (i + 1));
  }
  return loca;
}

function longLoca(head: Buffer): Buffer {
  const changed = Buffer.from(head);
  changed.writeInt16BE(1, 50);
  return changed;
}

/** The `post` table without the glyphs' names (version 3), which only printing to PostScript reads. */
function nameless(post: Buffer | undefined): Buffer {
  const changed = Buffer.from(post?.subarray(0, 32) ?? Buffer.alloc(32));
  changed.writeUInt32BE(0x00030000, 0);
  return changed;
}

function even(data: Buffer): Buffer {
  return data.length % 2 === 0 ? data : Buffer.concat([data, Buffer.alloc(1)]);
}

/** Tables as a font file. Checksums stay zero: the file is packed as WOFF2, whose reader computes them. */
function sfnt(flavor: number, tables: readonly Table[]): Uint8Array {
  const header = Buffer.alloc(12 + 16 * tables.length);
  header.writeUInt32BE(flavor, 0);
  header.writeUInt16BE(tables.length, 4);
  let start = header.length;
  for (const [i, { tag, data }] of tables.entries()) {
    header.write(tag, 12 + 16 * i, 'latin1');
    header.writeUInt32BE(start, 20 + 16 * i);
    header.writeUInt32BE(data.length, 24 + 16 * i);
    start += data.length;
  }
  return Buffer.concat([header, ...tables.map(({ data }) => data)]);
}
