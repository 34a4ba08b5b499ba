import { isSpace, trimmed } from '../model/spaces.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { fontOf, type Type } from './type.ts';

/** A part of a text that is set in another weight or slant than the text around it. */
export interface Run extends Pick<Type, 'weight' | 'italic'> {
  text: string;
}

/** A text, whole or by its runs. */
export type TextOrRuns = string | readonly Run[];

/** The pieces of a text; of two runs without a space between them the last word of one and the first of the other stay together. */
export function piecesIn(given: TextOrRuns, type: Type): readonly Piece[] {
  if (typeof given === 'string') return piecesOf(given, fontOf(type));
  const pieces: Piece[] = [];
  let [apart, starts] = [true, false];
  for (const { text, weight = type.weight, italic = type.italic } of given) {
    const [own, ...rest] = trimmed(text) === '' ? [] : piecesOf(text, fontOf({ ...type, weight, italic }));
    starts ||= text === BREAK;
    const first = own && starts ? { ...own, starts } : own;
    if (first !== undefined) starts = false;
    const last = pieces.at(-1);
    const joined = first !== undefined && last !== undefined && !apart && !isSpace(text[0]);
    if (joined) pieces.splice(-1, 1, joinedOf(last, first), ...rest);
    else if (first !== undefined) pieces.push(first, ...rest);
    apart = text === '' ? apart : isSpace(text.at(-1));
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
