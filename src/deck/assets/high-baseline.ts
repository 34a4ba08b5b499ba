import type { Font } from 'fontkit';
import { checksumOf, type FontTable, tablesIn } from './font-tables.ts';

/** How far below the top of its line the lowest letter of a font may reach, in font sizes: layouts are made for that, and the shipped fonts' do. */
const DEEPEST = 1.225;

/**
 * Letters that hang below their line, and high ones, of the alphabets that a font may have. Accents on capitals are not among these: where both
 * do not fit, letters that are in each sentence do, and a first line with É is looked at like all others.
 */
const LOW = 'gjpqyç,;Qβγημρφχψрудцщф';
const HIGH = 'bdfhklTβδθλбф';

/**
 * How far below the top of a line a font's baseline may stand so that its letters stay in the line, in font sizes; undefined where it has
 * no letters that tell, as a file with further letters of a font.
 */
export function baselineOf(font: Font): number | undefined {
  const lowest = extreme(font, LOW, ({ minY }) => -minY);
  if (lowest <= 0) return undefined;
  return Math.max(DEEPEST - lowest / font.unitsPerEm, extreme(font, HIGH, ({ maxY }) => maxY) / font.unitsPerEm);
}

/**
 * A font with its baseline no lower than that. The renderer sets the baseline an ascender below the top of a line, whatever the line
 * height: many fonts say an ascender of more than their letters have, Noto Sans 1.07 of its size, and in lines of 1.2 the last line of a text
 * would hang out of its place. What the ascender loses the descender gains: the font's own line stays as high.
 *
 * @param data the file of the font, TrueType or OpenType
 */
export function withBaseline(data: Buffer, baseline: number): Buffer {
  const [head, hhea] = [tableAt(data, 'head'), tableAt(data, 'hhea')];
  if (!head || !hhea) return data;
  const ascent = Math.round(baseline * data.readUInt16BE(head.offset + 18));
  const lower = data.readInt16BE(hhea.offset + 4) - ascent;
  if (lower <= 0) return data;
  const changed = Buffer.from(data);
  changed.writeInt16BE(ascent, hhea.offset + 4);
  changed.writeInt16BE(data.readInt16BE(hhea.offset + 6) - lower, hhea.offset + 6);
  changed.writeUInt32BE(checksumOf(changed.subarray(hhea.offset, hhea.offset + hhea.length), hhea.tag), hhea.entry + 4);
  return changed;
}

/** The largest of what some of a font's letters have; 0 where it has none of them. */
function extreme(font: Font, letters: string, of: (box: { minY: number; maxY: number }) => number): number {
  const codes = [...letters]
    .map((letter) => letter.codePointAt(0) ?? 0)
    .filter((code) => font.hasGlyphForCodePoint(code));
  return Math.max(0, ...codes.map((code) => of(font.glyphForCodePoint(code).bbox)));
}

/** So many bytes of a table are read, at most. */
const LEAST = 20;

/** A table of a file; undefined where a damaged file has not all of it. */
function tableAt(data: Buffer, wanted: string): FontTable | undefined {
  const table = tablesIn(data).find(({ tag }) => tag === wanted);
  return table && table.length >= LEAST && table.offset + table.length <= data.length ? table : undefined;
}
