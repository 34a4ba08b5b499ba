import type { Mm, Point } from '../model/units.ts';

/** Something that was read, or one sentence about why it could not be. */
export type Read<Value> = { ok: Value } | { error: string };

/** Reads `1,4-6`: the slots, from 1, that a used sheet no longer has. At least one of `slots` must stay. */
export function parseSkip(text: string, slots: number): Read<number[]> {
  const skipped = new Set<number>();
  for (const part of text.split(',').map((one) => one.trim())) {
    const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? [];
    if (first === undefined) return { error: `“${part}” is not a slot; write numbers and ranges, e.g. 1,4-6` };
    const [from, to] = [Number(first), Number(last)];
    if (from < 1 || to > slots) return { error: `“${part}” is not on the sheet; its slots are 1 to ${slots}` };
    if (from > to) return { error: `“${part}” runs backwards; write ${to}-${from}` };
    for (let slot = from; slot <= to; slot += 1) skipped.add(slot);
  }
  if (skipped.size === slots) return { error: `all ${slots} slots are skipped; leave at least one` };
  return { ok: [...skipped].sort((a, b) => a - b) };
}

/** The most that a back may be moved; more is a typing mistake, e.g. 8 for 0.8. */
const FARTHEST: Mm = 10;

/** Reads `0.8,-0.5`: how far backs are moved, right and down, in mm. */
export function parseOffset(text: string): Read<Point> {
  const parts = text.split(',').map((one) => one.trim());
  const [x, y] = parts.map((part) => (/^[-+]?\d+(\.\d+)?$/.test(part) ? Number(part) : Number.NaN));
  if (parts.length !== 2 || !Number.isFinite(x) || !Number.isFinite(y) || x === undefined || y === undefined) {
    return { error: `“${text}” is not an offset; write two numbers of mm, right and down, e.g. 0.8,-0.5` };
  }
  if (Math.max(Math.abs(x), Math.abs(y)) > FARTHEST) {
    return { error: `“${text}” is more than ${FARTHEST} mm; are these millimeters?` };
  }
  return { ok: { x, y } };
}
