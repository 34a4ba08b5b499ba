import type { Font } from 'fontkit';

/** How far below the top of its line the lowest letter of a font may reach, in font sizes: layouts are made for that, and the shipped fonts' do. */
const DEEPEST = 1.225;

/** Letters that hang below their line, and usual accents on capitals, of the alphabets that a font may have. */
const LOW = 'gjpqyç,;Qβγημρφχψрудцщф';
const HIGH = 'ÉÖŽЙ';

/**
 * A font with its baseline so high in its lines that its letters stay in them. The renderer sets the baseline an ascender below the top
 * of a line, whatever the line height: many fonts say an ascender of more than their letters have, Noto Sans 1.07 of its size, and in lines
 * of 1.2 the last line of a text would hang out of its place. What the ascender loses the descender gains: the font's own line stays as high.
 *
 * @param data the file of the font, TrueType or OpenType
 */
export function withHighBaseline(data: Buffer, font: Font): Buffer {
  const lowest = extreme(font, LOW, ({ minY }) => -minY);
  const highest = extreme(font, HIGH, ({ maxY }) => maxY);
  const ascent = Math.round(Math.max(DEEPEST * font.unitsPerEm - lowest, highest));
  const at = tableAt(data, 'hhea');
  if (lowest <= 0 || at === undefined || ascent >= font.ascent) return data;
  const changed = Buffer.from(data);
  changed.writeInt16BE(ascent, at.offset + 4);
  changed.writeInt16BE(font.descent - (font.ascent - ascent), at.offset + 6);
  changed.writeUInt32BE(sumOf(changed.subarray(at.offset, at.offset + at.length)), at.entry + 4);
  return changed;
}

/** The largest of what some of a font's letters have; 0 where it has none of them. */
function extreme(font: Font, letters: string, of: (box: { minY: number; maxY: number }) => number): number {
  const codes = [...letters]
    .map((letter) => letter.codePointAt(0) ?? 0)
    .filter((code) => font.hasGlyphForCodePoint(code));
  return Math.max(0, ...codes.map((code) => of(font.glyphForCodePoint(code).bbox)));
}

/** Where a table stands, and its entry in the file's directory. */
function tableAt(data: Buffer, wanted: string): { entry: number; offset: number; length: number } | undefined {
  for (let i = 0; i < data.readUInt16BE(4); i += 1) {
    const entry = 12 + i * 16;
    if (data.toString('latin1', entry, entry + 4) !== wanted) continue;
    return { entry, offset: data.readUInt32BE(entry + 8), length: data.readUInt32BE(entry + 12) };
  }
  return undefined;
}

/** The checksum of a table: the sum of its 32-bit numbers. */
function sumOf(table: Buffer): number {
  const padded = Buffer.concat([table], Math.ceil(table.length / 4) * 4);
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}
