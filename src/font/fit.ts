import { type Pt, pt } from '../model/units.ts';
import { apart } from './apart.ts';
import { balanced } from './balance.ts';
import { SLACK } from './even.ts';
import { inkFits, type TextRoom } from './ink.ts';
import { lineText, type TextLine } from './lines.ts';
import { divided, piecesOf } from './pieces.ts';
import { fontOf, type Type } from './type.ts';

/** A text with its lines and the size they are set in. */
export interface Fitted {
  lines: readonly string[];
  size: Pt;
  /** Its line height in font sizes: the room's, or more where letters of two lines would touch. */
  leading: number;
  /** False where no size fits: then the text is set in the smallest. */
  fits: boolean;
}

/** The sizes that a look allows, each list from the largest down. */
export interface Steps {
  sizes: readonly Pt[];
  /** Replaces `sizes` for more than one line, where there is less room for these. */
  further?: readonly Pt[] | undefined;
  /** Sizes that are tried when nothing else fits, each with as few lines as it needs. */
  smaller?: readonly Pt[] | undefined;
}

const COUNTS = [1, 2, 3] as const;

/**
 * The first size in which a text fits on one line, else on two balanced lines, else on three; else the first of the smaller
 * sizes in which it fits at all; at worst the smallest size, and the inspection says by how much it is too long.
 */
export function fitted(
  text: string,
  type: Type,
  { sizes, further = sizes, smaller = [] }: Steps,
  room: TextRoom,
): Fitted {
  const font = fontOf(type);
  const width = pt(room.w) - SLACK;
  const pieces = divided(piecesOf(text, font), width / Math.min(...sizes, ...smaller));
  const tried = COUNTS.map((count) => balanced(pieces, count));
  const isNarrow = ({ lines, size }: Way) => lines.every((line) => line.width * size <= width);
  const ways: Way[] = [
    ...tried.flatMap((lines) => (lines.length === 1 ? sizes : further).map((size) => ({ lines, size }))),
    ...smaller.flatMap((size) => tried.map((lines) => ({ lines, size }))),
  ];
  const narrow = ways.filter(isNarrow);
  const least = lowest(narrow) ?? ways.at(-1) ?? { lines: [], size: 0 };
  const roomOf = (way: Way) => apart(way.lines, font, way.size, room);
  const found = narrow.find((way) => inkFits(way.lines, font, way.size, roomOf(way)));
  const way = found ?? least;
  const { leading } = roomOf(way);
  return { lines: way.lines.map(lineText), size: way.size, leading, fits: found !== undefined };
}

/** A way to set a text. */
interface Way {
  lines: readonly TextLine[];
  size: Pt;
}

function lowest(ways: readonly Way[]): Way | undefined {
  const [first] = [...ways].sort((a, b) => a.lines.length * a.size - b.lines.length * b.size);
  return first;
}
