import { type AttributedString, justification } from '@react-pdf/textkit';
import { softParts } from '../../font/breaks.ts';
import { linebreaker } from '../stand-ins/divide.ts';
import { Unpainted } from './element.ts';
import { measured, type Paragraph, type Run, type Type, widthOf } from './letters.ts';

/** A line of text as it is set. Lengths in points. */
export interface Line {
  string: string;
  runs: readonly Run[];
  /** As textkit has it: with the spaces at its ends, which alignment takes for no part of it. */
  box: { x: number; y: number; width: number; height: number };
  /** Distance of the baseline from the line's top. */
  ascent: number;
  /** How wide it is set, with the spaces at its ends. */
  xAdvance: number;
}

/** As react-pdf squeezes a line that is a little too wide. */
const SHRINK = { shrinkWhitespaceFactor: { before: -0.5, after: -0.5 } };
/** Where a line stands in more width than it needs. */
export const ALIGNMENT = { left: 0, center: 0.5, right: 1 } as const;
const SPACE = 32;

/** Paragraphs in lines of a width. Throws Unpainted where they are higher than the height: react-pdf drops what does not fit. */
export function linesOf(paragraphs: readonly Paragraph[], width: number, height: number): Line[] {
  const lines: Line[] = [];
  let [y, left] = [0, height];
  for (const paragraph of paragraphs) {
    let own = 0;
    for (const broken of brokenAt(paragraph, width)) {
      const line = placed(broken, { y: y + own, width });
      own += line.box.height;
      lines.push(line);
    }
    if (left < own) throw new Unpainted('a text that is higher than its place');
    left -= own;
    y += own;
  }
  return lines;
}

/** A paragraph by its lines. One that fits into a line is one: textkit’s search for the best breaks comes to nothing else, as each line costs. */
function brokenAt(paragraph: Paragraph, width: number): Pick<Paragraph, 'string' | 'runs'>[] {
  if (!paragraph.isDivisible && widthOf(paragraph.runs) <= width) return [paragraph];
  // Each glyph stands for one letter.
  const runs = paragraph.runs.map((run) => ({
    ...run,
    stringIndices: [...run.glyphs.keys()],
    glyphIndices: [...run.glyphs.keys()],
  }));
  const words = paragraph.texts.flatMap((text) => text.split(/( +)/u)).filter((word) => word !== '');
  const text = { ...paragraph, syllables: words.flatMap(softParts), runs } as unknown as AttributedString;
  const lines = linebreaker({})(text, [width, width]) as unknown as Paragraph[];
  return lines.map((line) => ({ ...line, runs: line.runs.map(measured) }));
}

function placed({ string, runs }: Pick<Paragraph, 'string' | 'runs'>, at: { y: number; width: number }): Line {
  const types = runs.map(({ attributes }) => attributes);
  const height = Math.max(0, ...types.map(heightOf), types[0]?.lineHeight ?? 0);
  const spaces = runs.flatMap(({ glyphs, positions }) =>
    glyphs.map(({ codePoints }, index) => (codePoints.includes(SPACE) ? positions[index]?.xAdvance : undefined)),
  );
  const [before, after] = [leading(spaces), leading(spaces.reverse())];
  const box = { x: -before, y: at.y, width: at.width + before + after, height };
  const ascent = Math.max(0, ...types.map(({ font: [font], fontSize }) => (font.ascent * fontSize) / font.unitsPerEm));
  const own = widthOf(runs);
  if (own > box.width) {
    justification(SHRINK)({ string, runs, box } as unknown as AttributedString);
    const squeezed = runs.map(measured);
    return { string, runs: squeezed, box, ascent, xAdvance: widthOf(squeezed) };
  }
  box.x += (box.width - own) * ALIGNMENT[types[0]?.align ?? 'left'];
  return { string, runs, box, ascent, xAdvance: own };
}

function heightOf({ font: [font], fontSize, lineHeight }: Type): number {
  return lineHeight || ((font.lineGap + font.ascent - font.descent) * fontSize) / font.unitsPerEm;
}

/** How wide the spaces are that letters begin with: `spaces` has the width of each space, and nothing for a letter. */
function leading(spaces: readonly (number | undefined)[]): number {
  const end = spaces.indexOf(undefined);
  return spaces.slice(0, end < 0 ? spaces.length : end).reduce<number>((sum, width = 0) => sum + width, 0);
}
