import type { Font } from 'fontkit';

/**
 * Which table of a TrueType or OpenType file is not as its directory says; undefined where all are. Damage in the outlines shows
 * only when a letter is drawn, and would be blamed on every card.
 */
export function damagedTable(data: Buffer): string | undefined {
  const count = data.length < 12 ? 0 : data.readUInt16BE(4);
  for (let i = 0; i < count; i += 1) {
    const at = 12 + i * 16;
    if (at + 16 > data.length) return 'directory';
    const tag = data.toString('latin1', at, at + 4);
    const [sum, offset, length] = [data.readUInt32BE(at + 4), data.readUInt32BE(at + 8), data.readUInt32BE(at + 12)];
    if (offset + length > data.length || sumOf(data.subarray(offset, offset + length), tag) !== sum) return tag.trim();
  }
  return undefined;
}

/** The checksum of a table: the sum of its 32-bit numbers. OpenType 1.9, "Calculating checksums". */
function sumOf(table: Buffer, tag: string): number {
  const padded = Buffer.concat([table], Math.ceil(table.length / 4) * 4);
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) {
    // The sum of the whole file stands in this table, and is not part of its own.
    if (tag !== 'head' || at !== 8) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  }
  return sum;
}

/** Draws every letter: throws what the renderer would, card by card. */
export function drawAll(font: Font): void {
  for (const character of font.characterSet) font.glyphForCodePoint(character).path.toSVG();
}
