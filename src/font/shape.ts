import { Blob, Buffer, Direction, Face, Feature, Font, shape as shapeWith } from 'harfbuzzjs';

/** A letter as a font sets it. Lengths in font units. */
export interface Letter {
  /** The number of its glyph in the font. */
  glyph: number;
  /** Where in the text the characters begin that it stands for. */
  at: number;
  advance: number;
  /** How far it is moved from its place on the line, as an accent of its own is: to the right, and up. */
  x: number;
  y: number;
}

/**
 * No ligatures: one that has a character of its own (ﬁ, U+FB01) would stand as that character in the PDF, where nobody finds
 * “find” by searching for it.
 */
const FEATURES = [new Feature('liga', 0), new Feature('clig', 0)];

const known = new WeakMap<Uint8Array, Font>();
/** Taken for one text after the other: to make one takes longer than to shape a word. */
const buffer = new Buffer();

/**
 * A text as a font sets it from left to right, with its kerning. By HarfBuzz: fontkit gives the same and takes four times as long.
 *
 * @param data the font's file, not packed
 * @param script the alphabet, by its ISO 15924 name; left out: that of the text's first letter
 */
export function shape(text: string, data: Uint8Array, script?: string): Letter[] {
  const font = known.get(data) ?? new Font(new Face(new Blob(data)));
  known.set(data, font);
  buffer.reset();
  buffer.addText(text);
  buffer.setDirection(Direction.LTR);
  if (script !== undefined) buffer.setScript(script);
  buffer.guessSegmentProperties();
  shapeWith(font, buffer, FEATURES);
  const positions = buffer.getGlyphPositions();
  return buffer.getGlyphInfos().map(({ codepoint, cluster }, index) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
    return { glyph: codepoint, at: cluster, advance: xAdvance, x: xOffset, y: yOffset };
  });
}
