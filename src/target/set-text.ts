import type { Rect, Turn } from '../model/sheets.ts';
import type { Font, Theme } from '../model/theme.ts';
import { type Mm, mm, pt, type Size } from '../model/units.ts';
import type { ColouredLabel } from '../pdf/die-line.ts';
import { widthIn } from '../pdf/runs.ts';
import { type SlugFont, slugFont } from '../pdf/slug-font.ts';
import { textFont } from './print.ts';

// A line or two of text in a rectangle, for what is drawn without a layout: boxes, sleeves, dividers.

/** Distance from baseline to baseline, in type sizes. */
const LEADING = 1.2;
/** How high letters stand above the baseline with an accent, in type sizes. */
const ASCENT = 0.95;
/** Height of capitals in type sizes. */
export const CAPITALS = 0.7;

/** The fonts of a text: each character is set in the first that has it. */
type Fonts = readonly SlugFont[];

/** A text in lines that fit, and their type size in points. */
export interface FittedLines {
  lines: readonly string[];
  points: number;
}

/**
 * A text in the largest of some sizes at which its lines fit a rectangle; undefined where none is small enough. Lines are broken at
 * spaces alone.
 */
export function fitLines(
  text: string,
  { width, height }: Size,
  sizes: readonly number[],
  fonts: Fonts,
): FittedLines | undefined {
  for (const points of sizes) {
    const lines = wrapped(text, width / mm(points), fonts);
    if (lines && lines.length * mm(points) * LEADING <= height) return { lines, points };
  }
  return undefined;
}

/** As `fitLines`; where no size is small enough, one line as small as it must be: nothing is left out. */
export function shrunk(text: string, area: Size, sizes: readonly number[], fonts: Fonts): FittedLines {
  const whole = fitLines(text, area, sizes, fonts);
  if (whole) return whole;
  const points = pt(Math.min(area.width / widthIn(text, fonts), area.height / LEADING));
  return { lines: [text.replaceAll('\u00ad', '')], points };
}

/** Lines of at most `em` type sizes; undefined where a word is wider. */
function wrapped(text: string, em: number, fonts: Fonts): string[] | undefined {
  const lines: string[] = [];
  for (const word of text
    .replaceAll('\u00ad', '')
    .split(/[ \t\n]+/u)
    .filter(Boolean)) {
    if (widthIn(word, fonts) > em) return undefined;
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && widthIn(longer, fonts) <= em) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** How lines stand in a rectangle. */
export interface LineSetting {
  colour: string;
  fonts: Fonts;
  /** In the middle of each line's room, or from its left. */
  anchor: 'start' | 'middle';
  /** In the middle of the height, or from the top. */
  from: 'top' | 'middle';
}

/** Lines as labels, upright in a rectangle. */
export function setIn(
  area: Rect,
  { lines, points }: FittedLines,
  { from, anchor, ...look }: LineSetting,
): ColouredLabel[] {
  const step = mm(points) * LEADING;
  const top = from === 'top' ? area.y : area.y + (area.height - lines.length * step) / 2;
  // In the middle, capitals alone count: few names have letters below the line.
  const first = top + mm(points) * (from === 'top' ? ASCENT : (LEADING + CAPITALS) / 2);
  const x = anchor === 'middle' ? area.x + area.width / 2 : area.x;
  return lines.map((text, at) => ({
    ...{ text, x, anchor, turn: 0 as Turn, points, room: area.width, ...look },
    y: first + at * step,
  }));
}

/** How high some lines are, in mm. */
export function heightOf({ lines, points }: FittedLines): Mm {
  return lines.length * mm(points) * LEADING;
}

/** A deck's fonts for titles and for text, cut down to some characters: each is followed by those that stand in for it. */
export interface CutFonts {
  display: Fonts;
  text: Fonts;
}

export function cutFonts(theme: Theme, characters: string): CutFonts {
  const all = (font: Font) => [font, ...(font.fallbacks ?? [])].map(({ data }) => slugFont(data, characters));
  return { display: all(displayFont(theme)), text: all(textFont({ theme })) };
}

/** The deck's title face, as cards have it: of a family with several weights the one nearest to 600. */
function displayFont({ fonts, font }: Theme): Font {
  const upright = fonts.filter((one) => one.family === font.display && !one.italic);
  const [found = fonts[0]] = upright.toSorted((a, b) => Math.abs(a.weight - 600) - Math.abs(b.weight - 600));
  if (!found) throw new Error(`no font file gives ${font.display}`);
  return found;
}
