import { openFont } from '../../src/font/open.ts';

import { divided, type Piece, piecesOf } from '../../src/font/pieces.ts';
import type { Font, Theme } from '../../src/model/theme.ts';
import type { Mm, Pt } from '../../src/model/units.ts';
import { mm, pt } from '../../src/model/units.ts';

/** What a text is set in, as far as it changes how wide it is. */
export interface Type {
  theme: Theme;
  display?: boolean | undefined;
  /** A heading in capitals. */
  label?: boolean | undefined;
  weight?: 400 | 600 | 700 | undefined;
  italic?: boolean | undefined;
}

/** The deck's font for a type; where it has none of the weight or slant, its nearest, as the renderer takes it. */
export function fontOf({ theme, display = false, label = false, weight = 400, italic = false }: Type): Font {
  const [family, wanted] = display ? [theme.font.display, 600] : [familyOf(theme, label), label ? 700 : weight];
  const off = (font: Font) =>
    (font.family === family ? 0 : 10_000) + (font.italic === italic ? 0 : 2000) + Math.abs(font.weight - wanted);
  const [nearest] = [...theme.fonts].sort((a, b) => off(a) - off(b));
  if (nearest === undefined) throw new Error('a deck without fonts');
  return nearest;
}

/** What text is set in that is no title: headings in capitals may have a family of their own. */
export function familyOf({ font }: Theme, label: boolean): string {
  return label ? (font.label ?? font.text) : font.text;
}

/** A part of a text that is set in another weight or slant than the text around it. */
export interface Run extends Pick<Type, 'weight' | 'italic'> {
  text: string;
}

/** A text, whole or by its runs. */
type Given = string | readonly Run[];

/** The pieces of a text; of two runs without a space between them the last word of one and the first of the other stay together. */
function piecesIn(given: Given, type: Type): Piece[] {
  if (typeof given === 'string') return piecesOf(given, fontOf(type));
  const pieces: Piece[] = [];
  let [apart, starts] = [true, false];
  for (const { text, weight = type.weight, italic = type.italic } of given) {
    const [first, ...rest] = text.trim() === '' ? [] : piecesOf(text, fontOf({ ...type, weight, italic }));
    starts ||= text === BREAK;
    if (first !== undefined && starts) [first.starts, starts] = [true, false];
    const last = pieces.at(-1);
    const joined = first !== undefined && last !== undefined && !apart && !/^[^\S\u00a0]/u.test(text);
    if (joined) pieces.splice(-1, 1, joinedOf(last, first), ...rest);
    else if (first !== undefined) pieces.push(first, ...rest);
    apart = text === '' ? apart : /[^\S\u00a0]$/u.test(text);
  }
  return pieces;
}

function joinedOf(a: Piece, b: Piece): Piece {
  const [over, under] = [Math.max(a.over, b.over), Math.max(a.under, b.under)];
  const { space, starts = false } = a;
  const { hyphen = 0 } = b;
  return { text: a.text + b.text, width: a.width + b.width, space, over, under, hyphen, starts };
}

/** The text of a run that ends a line. */
export const BREAK = '\n';

/** Width of a text that is broken only where its author did, as the deck's own font sets it. */
export function textWidth(text: Given, type: Type, size: Pt): Pt {
  const lines = wrap(piecesIn(text, type), Number.POSITIVE_INFINITY);
  return Math.max(0, ...lines.map(({ width }) => width)) * size;
}

/** How many lines a text fills, broken at spaces as late as they fit. */
export function lineCount(text: Given, type: Type, size: Pt, width: Pt): number {
  return wrap(piecesIn(text, type), width / size).length;
}

/** A line's pieces and its width in font sizes. */
interface Line {
  pieces: Piece[];
  width: number;
}

/** The renderer narrows the spaces of a line by up to this share where that spares it a further one. */
const NARROWED = 1 / 3;

/**
 * Lines broken as late as they fit; a piece wider than all stands alone.
 *
 * @param narrowed share of the width of its spaces by which a line may be too long
 */
function wrap(pieces: readonly Piece[], width: number, narrowed = 0): Line[] {
  const lines: Line[] = [];
  for (const piece of divided(pieces, width)) {
    const line = lines.at(-1);
    const over = narrowed * piece.space * (line?.pieces.length ?? 0);
    const { space, width: own, hyphen = 0, starts = false } = piece;
    if (line !== undefined && !starts && line.width + space + own + hyphen <= width + over) {
      line.pieces.push(piece);
      line.width += piece.space + piece.width;
    } else lines.push({ pieces: [piece], width: piece.width });
  }
  return lines.map(({ pieces: all, width: own }) => ({ pieces: all, width: own + (all.at(-1)?.hyphen ?? 0) }));
}

/** The renderer evens lines out and so breaks a little earlier than an estimate that fills each of them. */
export const CAUTION = 1.03;

/** Least share of the column that a paragraph's last line fills. */
const LAST_LINE = 0.3;

/**
 * The widest column, no wider than `width` and no narrower than four fifths of it, in which a text takes no line more
 * and does not end in a lonely word; `width` where there is none.
 */
export function evenWidth(text: Given, type: Type, size: Pt, width: Pt): Pt {
  const pieces = piecesIn(text, type);
  const lines = wrap(pieces, width / size, NARROWED);
  if (lines.length < 2) return width;
  for (let tried = width; tried >= width * 0.8; tried -= width * 0.02) {
    const now = wrap(pieces, tried / (size * CAUTION));
    if (now.length > lines.length) return width;
    if ((now.at(-1)?.width ?? 0) * size >= tried * LAST_LINE) return tried;
  }
  return width;
}

/**
 * A text's lines, none more than it needs, the last of two words and a third of the column where that can be: the breaks are the
 * layout's own, for the renderer evens lines out by a rule that leaves a word alone at the end.
 */
export function evenLines(text: string, type: Type, size: Pt, width: Pt): string[] {
  const pieces = piecesIn(text, type);
  const lines = wrap(pieces, (width - SLACK) / size);
  for (let tried = width - SLACK; lines.length > 1 && tried >= width * 0.7; tried -= width * 0.01) {
    const now = wrap(pieces, tried / size);
    const last = now.at(-1);
    if (now.length > lines.length || last === undefined) break;
    if (last.pieces.length > 1 && last.width * size >= tried * LAST_LINE) return now.map(wordsOf);
  }
  return lines.map(wordsOf);
}

/**
 * A text cut into at most `count` lines so that the longest is as short as can be.
 *
 * @param widest in font sizes: a longer word is divided
 */
export function balance(text: string, type: Type, count: number, widest = Number.POSITIVE_INFINITY): string[] {
  return balanced(divided(piecesOf(text, fontOf(type)), widest), count).map(wordsOf);
}

/** A line's text; one that ends inside a word ends with a hyphen. */
function wordsOf({ pieces }: Line): string {
  const words = pieces.map(({ text, space }, index) => (index > 0 && space > 0 ? ` ${text}` : text)).join('');
  return (pieces.at(-1)?.hyphen ?? 0) > 0 ? `${words}-` : words;
}

/** So many lines are evened out among themselves too; a text of more is no title. */
const EVENED = 6;

/** As few lines as `count`, the longest as short as can be; of these the one whose first lines are shortest. */
function balanced(pieces: readonly Piece[], count: number): Line[] {
  const width = count < 2 ? Number.POSITIVE_INFINITY : leastWidth(pieces, count);
  if (count < 2 || count > EVENED) return wrap(pieces, width);
  const rest = Math.max(1, pieces.length - firstLine(pieces, count - 1, width));
  if (rest === pieces.length) return wrap(pieces, width);
  return [...wrap(pieces.slice(0, -rest), Number.POSITIVE_INFINITY), ...balanced(pieces.slice(-rest), count - 1)];
}

/** How many pieces must stand on the first line so that the others fit `count` lines: lines are filled from the end. */
function firstLine(pieces: readonly Piece[], count: number, width: number): number {
  let [at, lines, used] = [pieces.length, 0, Number.POSITIVE_INFINITY];
  while (at > 0) {
    const { width: own, space } = pieces[at - 1] as Piece;
    const next = (pieces[at] as Piece | undefined)?.space ?? space;
    if (used + next + own <= width) used += next + own;
    else if (lines === count) return at;
    else [lines, used] = [lines + 1, own];
    at -= 1;
  }
  return 0;
}

/** Halvings of a width: a thousandth of a font size is left of a million. */
const HALVINGS = 30;

/** The least width in which pieces fill no more than `count` lines; found in time that grows as their number. */
function leastWidth(pieces: readonly Piece[], count: number): number {
  let most = pieces.reduce((sum, { space, width }) => sum + space + width, 0);
  let least = Math.max(0, ...pieces.map(({ width }) => width));
  if (wrap(pieces, least).length <= count) return least;
  for (let time = 0; time < HALVINGS; time += 1) {
    const middle = (least + most) / 2;
    if (wrap(pieces, middle).length <= count) most = middle;
    else least = middle;
  }
  return most;
}

/** A text with its lines and the size they are set in. */
export interface Fitted {
  lines: readonly string[];
  size: Pt;
  /** False where no size fits: then it is set as low as it can be. */
  fits: boolean;
}

/** What a text is fitted into. */
export interface Room {
  w: Mm;
  /** The letters keep inside it where the lines stand in its middle; left out: as high as need be. */
  h?: Mm | undefined;
  /** Line height in font sizes. */
  leading: number;
  /** The letters stand in the middle, and not only their lines. */
  centred?: boolean | undefined;
}

/** The sizes that a look allows, each list from the largest down. */
export interface Steps {
  sizes: readonly Pt[];
  /** In place of `sizes` for more than one line, where these have less room. */
  further?: readonly Pt[] | undefined;
  /** What is tried when nothing else fits, each with as few lines as it needs. */
  smaller?: readonly Pt[] | undefined;
}

const COUNTS = [1, 2, 3] as const;

/** Lengths are rounded on their way to the renderer: a line as wide as its column could be broken. */
export const SLACK: Pt = 0.05;

/**
 * The first size in which a text fits on one line, else on two balanced lines, else on three; else the first of the smaller
 * sizes in which it fits at all; at worst the smallest size, and the inspection says by how much it is too long.
 */
export function fitted(text: string, type: Type, { sizes, further = sizes, smaller = [] }: Steps, room: Room): Fitted {
  const font = fontOf(type);
  const pieces = divided(piecesOf(text, font), pt(room.w) / Math.min(...sizes, ...smaller));
  const tried = COUNTS.map((count) => balanced(pieces, count));
  const isNarrow = ({ lines, size }: Way) => lines.every(({ width }) => width * size <= pt(room.w) - SLACK);
  const ways: Way[] = [
    ...tried.flatMap((lines) => (lines.length === 1 ? sizes : further).map((size) => ({ lines, size }))),
    ...smaller.flatMap((size) => tried.map((lines) => ({ lines, size }))),
  ];
  const narrow = ways.filter(isNarrow);
  const least = lowest(narrow) ?? ways.at(-1) ?? { lines: [], size: 0 };
  const found = narrow.find((way) => inkFits(way.lines, font, way.size, room));
  const { lines, size } = found ?? least;
  return { lines: lines.map(wordsOf), size, fits: found !== undefined };
}

/** A way to set a text. */
interface Way {
  lines: readonly Line[];
  size: Pt;
}

function lowest(ways: readonly Way[]): Way | undefined {
  const [first] = [...ways].sort((a, b) => a.lines.length * a.size - b.lines.length * b.size);
  return first;
}

/** Least distance of letters from the edges of a room that they are fitted into. */
const CLEAR: Mm = 0.3;

/** The least height of a room in which the letters of lines keep inside where they stand in its middle. */
export function inkHeight(lines: readonly string[], type: Type, size: Pt, leading: number): Mm {
  const font = fontOf(type);
  const set = lines.map((line) => ({ pieces: piecesOf(line, font), width: 0 }));
  const { top, bottom } = inkOf(set, font, leading);
  return mm(2 * size * Math.max(-top, bottom)) + 2 * CLEAR;
}

/**
 * How far below the middle of lines that of their letters is, in font sizes: of those that rise and hang the most, so that
 * it is the same for every title.
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

/** Where the letters of lines begin and end, from their middle downwards, in font sizes. */
function inkOf(lines: readonly Line[], font: Font, leading: number): { top: number; bottom: number } {
  const { ascent, unitsPerEm } = openFont(font);
  const half = (lines.length * leading) / 2;
  const [over, under] = [extent(lines[0], 'over'), extent(lines.at(-1), 'under')];
  const baseline = ascent / unitsPerEm - half;
  return { top: baseline - over, bottom: baseline + (lines.length - 1) * leading + under };
}

function extent(line: Line | undefined, key: 'over' | 'under'): number {
  return Math.max(0, ...(line?.pieces ?? []).map((one) => one[key]));
}

/**
 * Whether the letters of lines that stand in the middle of a room keep inside it. The renderer sets a baseline an ascender
 * below the top of its line, whatever the line height is.
 */
function inkFits(lines: readonly Line[], font: Font, size: Pt, { h, leading, centred = false }: Room): boolean {
  if (h === undefined) return true;
  const { top, bottom } = inkOf(lines, font, leading);
  const lift = centred ? liftOf(font, lines.length, leading) : 0;
  return size * Math.max(lift - top, bottom - lift) <= pt(h / 2 - CLEAR);
}
