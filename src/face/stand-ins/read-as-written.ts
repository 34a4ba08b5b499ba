import type { EmbeddedFont } from 'pdfkit';
import { isJoined } from '../../font/joined.ts';

/**
 * Sets what glyphs of joined scripts are read, found and copied as: one that a character has to itself, as that character. Elsewhere the
 * renderer has it: a glyph is read as what it stood for where it came first. In Bengali that may be nothing: of কো, two characters and three
 * glyphs, the last stands for none, and would be lost in every other word.
 */
export function readAsWritten({ font, subset, unicode }: EmbeddedFont): void {
  if (!unicode.some((points = []) => isJoined(String.fromCodePoint(...points)))) return;
  const owners = new Map(font.characterSet.toReversed().map((point) => [font.glyphForCodePoint(point).id, point]));
  for (const [number, id] of subset.glyphs.entries()) {
    const own = owners.get(id);
    if (own !== undefined && unicode[number]?.includes(own) === false) unicode[number] = [own];
  }
}
