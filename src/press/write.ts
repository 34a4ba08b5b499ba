import { type Inks, inksOf, type Paint } from './inks.ts';
import type { Edit, StreamDrawing } from './reader.ts';

/** Names of the two graphics states that a rewritten stream may call. */
export const OVERPRINT_STATE = 'PressOverprint';
export const KNOCKOUT = 'PressKnockout';

const encoder = new TextEncoder();

/** How colours are rewritten. */
export interface Rewriting {
  /** Inks by RGB hex. */
  converted: ReadonlyMap<string, Inks>;
  /** Whether black text and hairlines print over what is under them; else they are cut out of it. */
  overprint: boolean;
}

/** The source with its colours rewritten in inks. */
export function rewritten(source: Uint8Array, drawing: StreamDrawing, rewriting: Rewriting): Uint8Array {
  const parts: Uint8Array[] = [];
  let from = 0;
  for (const edit of drawing.edits) {
    parts.push(source.subarray(from, edit.start));
    const operators = operatorsOf(edit, rewriting);
    if (operators) parts.push(encoder.encode(operators));
    from = edit.end;
  }
  parts.push(source.subarray(from));
  return joinedBytes(parts);
}

/** One after the other. */
export function joinedBytes(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Ends in a line break: the source's next operator follows at once. */
function operatorsOf({ fill, stroke, overprint }: Edit, { converted, overprint: allowed }: Rewriting): string {
  const parts: string[] = [];
  if (allowed && overprint !== undefined) parts.push(`/${overprint ? OVERPRINT_STATE : KNOCKOUT} gs`);
  if (fill) parts.push(setting(fill, 'fill', converted));
  if (stroke) parts.push(setting(stroke, 'stroke', converted));
  return parts.map((part) => `${part}\n`).join('');
}

function setting(paint: Paint, side: 'fill' | 'stroke', converted: ReadonlyMap<string, Inks>): string {
  if (paint.space === 'other') return paint.operators;
  if (paint.space === 'gray') return `${short(paint.level)} ${side === 'fill' ? 'g' : 'G'}`;
  const inks = paint.space === 'cmyk' ? paint.inks : inksOf(paint, converted)?.map((one) => one / 255);
  if (!inks) throw new Error('a form cannot go back to the colors it was called with');
  return `${inks.map(short).join(' ')} ${side === 'fill' ? 'k' : 'K'}`;
}

/** Four decimals, rounded down: rounded up, four inks at the limit would pass it. */
function short(value: number): string {
  return String(Math.floor(value * 1e4 + 1e-6) / 1e4);
}
