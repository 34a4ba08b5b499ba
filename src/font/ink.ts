import type { Font } from '../model/theme.ts';
import { type Mm, mm, type Pt, pt } from '../model/units.ts';
import { type TextLine, wrap } from './lines.ts';
import { openFont } from './open.ts';
import { piecesOf } from './pieces.ts';
import { fontOf, type Type } from './type.ts';

/** The room that a text is fitted into. */
export interface TextRoom {
  w: Mm;
  /** Height that the letters must stay inside, with the lines in its middle; left out: any height. */
  h?: Mm | undefined;
  /** Line height in font sizes. */
  leading: number;
  /** Where its lines stand; left out: at the left. */
  align?: 'left' | 'center' | undefined;
  /** True to centre the letters themselves, not only their lines. */
  centred?: boolean | undefined;
}

/** Least distance of letters from the edges of a room that they are fitted into. */
const CLEAR: Mm = 0.3;

/** The least height of a room that holds the letters of lines set in its middle. */
export function inkHeight(lines: readonly string[], type: Type, size: Pt, leading: number): Mm {
  const font = fontOf(type);
  const set = lines.map((line) => ({ pieces: piecesOf(line, font), width: 0 }));
  const { top, bottom } = inkOf(set, font, leading);
  return mm(2 * size * Math.max(-top, bottom)) + 2 * CLEAR;
}

/**
 * How far the middle of the letters lies below the middle of their lines, in font sizes. Measured with the letters that rise and
 * hang the most, so that it is the same for every title.
 */
export function liftOf(font: Font, lines: number, leading: number): number {
  const [line] = wrap(piecesOf('dp', font), Number.POSITIVE_INFINITY);
  const { top, bottom } = inkOf(
    Array.from({ length: lines }, () => line ?? { pieces: [], width: 0 }),
    font,
    leading,
  );
  return (top + bottom) / 2;
}

/** The top and the bottom of the letters, from the middle of their lines downwards, in font sizes. */
function inkOf(lines: readonly TextLine[], font: Font, leading: number): { top: number; bottom: number } {
  const { ascent, unitsPerEm } = openFont(font);
  const half = (lines.length * leading) / 2;
  const [over, under] = [extent(lines[0], 'over'), extent(lines.at(-1), 'under')];
  const baseline = ascent / unitsPerEm - half;
  return { top: baseline - over, bottom: baseline + (lines.length - 1) * leading + under };
}

/** How far the letters of a line reach over or under its baseline. */
export function extent(line: TextLine | undefined, key: 'over' | 'under'): number {
  return Math.max(0, ...(line?.pieces ?? []).map((one) => one[key]));
}

/**
 * Whether the letters of lines that stand in the middle of a room keep inside it. The renderer sets a baseline an ascender
 * below the top of its line, whatever the line height is.
 */
export function inkFits(
  lines: readonly TextLine[],
  font: Font,
  size: Pt,
  { h, leading, centred = false }: TextRoom,
): boolean {
  if (h === undefined) return true;
  const { top, bottom } = inkOf(lines, font, leading);
  const lift = centred ? liftOf(font, lines.length, leading) : 0;
  return size * Math.max(lift - top, bottom - lift) <= pt(h / 2 - CLEAR);
}
