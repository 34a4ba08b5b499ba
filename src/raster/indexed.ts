import type { Bitmap } from './bitmap.ts';
import { png } from './png.ts';

/** A part of a bitmap. In pixels. */
export interface Part {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A palette has no more colours than this (PNG, 11.2.2: PLTE). */
const MOST = 256;
/** A face of areas and letters has some 900 colours, 1,500 at most; past this it shows a photograph. */
const FLAT = 4096;
/** Red, green and blue without alpha. V8 keeps numbers under 31 bits as they are, and greater ones each in an object. */
const RGB = 0xffffff;
/** Each value of a channel, rounded to one of eight. */
const EIGHTHS = Uint8Array.from({ length: 256 }, (_, value) => Math.round((Math.round((value / 255) * 7) * 255) / 7));

/**
 * A PNG of a part of a bitmap, with a palette. A face is areas of few colours and the smoothed edges of letters: so encoded it
 * is as small as a lossless WebP and takes a small part of its time.
 *
 * Areas keep their colours. Single pixels on edges have theirs rounded, which is not seen. A bitmap with a photograph in it
 * keeps every colour.
 */
export function indexedPng(bitmap: Bitmap, part: Part): Uint8Array {
  const { width, height } = part;
  const flat = flatten(bitmap, part);
  if (!flat) return png({ width, height, rows: truecolour(bitmap, part) });
  return png({ width, height, ...paletted(flat, width) });
}

/** Pixels as places among the colours that they have, in the order in which these come. */
interface Flat {
  places: Uint16Array;
  /** Each a number: red in its lowest byte, then green, then blue. */
  colours: readonly number[];
  /** How many runs of pixels have each colour. */
  runs: readonly number[];
}

/** The part with fewer colours on edges; undefined where it shows a photograph. */
function flatten({ width, data }: Bitmap, part: Part): Flat | undefined {
  const pixels = new Int32Array(data.buffer, data.byteOffset, data.byteLength / 4);
  const places = new Uint16Array(part.width * part.height);
  const seen = openTable();
  const known = new Map<number, number>();
  const colours: number[] = [];
  const runs: number[] = [];

  function placeOf(colour: number): number {
    const place = known.get(colour) ?? colours.length;
    if (place < colours.length) return place;
    known.set(colour, place);
    colours.push(colour);
    runs.push(0);
    return place;
  }

  /** How many rows before this one were the same, and the places of the runs in the last that was looked at. */
  let [same, inRow]: [number, number[]] = [0, []];
  for (let y = 0; y < part.height; y += 1) {
    const row = (part.top + y) * width + part.left;
    const to = y * part.width;
    same = y > 0 && isAsAbove(data, row, part.width, width) ? same + 1 : 0;
    // The second of two rows has no edges above it, which the first may have: only the third is like the one before.
    if (same > 1) {
      places.copyWithin(to, to - part.width, to);
      for (const place of inRow) runs[place] = (runs[place] ?? 0) + 1;
      continue;
    }
    inRow = [];
    let [last, place] = [-1, 0];
    for (let x = 0; x < part.width; x += 1) {
      const at = row + x;
      const pixel = (pixels[at] ?? 0) & RGB;
      // Most pixels go on in the run of the one before: they need no look-up.
      if (pixel !== last) {
        last = pixel;
        const slot = slotOf(seen, pixel);
        const which = isAlone(pixels, at, width) ? seen.alone : seen.plain;
        if (which[slot] === UNKNOWN) which[slot] = placeOf(which === seen.alone ? rounded(pixel) : pixel);
        place = which[slot] ?? 0;
        runs[place] = (runs[place] ?? 0) + 1;
        inRow.push(place);
      }
      places[to + x] = place;
    }
    if (seen.size > FLAT) return undefined;
  }
  return { places, colours, runs };
}

/** Whether a row of pixels, with one more on either side, is as the one above. */
function isAsAbove(data: Uint8Array, row: number, length: number, width: number): boolean {
  const [from, to] = [Math.max(0, row - 1) * 4, (row + length + 1) * 4];
  const above = Buffer.from(data.buffer, data.byteOffset + Math.max(0, from - width * 4), to - from);
  return above.equals(data.subarray(from, to));
}

/** Colours that were seen, each in the slot of its number or the next that was free, and its places. */
interface Table {
  keys: Int32Array;
  /** Where it is in an area, and where it is alone on an edge. */
  plain: Int32Array;
  alone: Int32Array;
  size: number;
}

/** Four times as many as there may be colours, and those of a last row. A Map takes three times as long. */
const SLOTS = 2 ** 14;
const UNKNOWN = -1;

function openTable(): Table {
  const slots = () => new Int32Array(SLOTS).fill(UNKNOWN);
  return { keys: slots(), plain: slots(), alone: slots(), size: 0 };
}

function slotOf(table: Table, pixel: number): number {
  // A multiplication spreads colours that are near each other (Knuth, The Art of Computer Programming, 6.4).
  let slot = Math.imul(pixel, 0x9e3779b1) >>> 18;
  while (table.keys[slot] !== pixel && table.keys[slot] !== UNKNOWN) slot = (slot + 1) % SLOTS;
  if (table.keys[slot] === UNKNOWN) {
    table.keys[slot] = pixel;
    table.size += 1;
  }
  return slot;
}

/** Whether a pixel has the colour of none of its neighbours above, left and right: such are on smoothed edges. */
function isAlone(pixels: Int32Array, at: number, width: number): boolean {
  const pixel = pixels[at];
  return pixel !== pixels[at - 1] && pixel !== pixels[at + 1] && pixel !== pixels[at - width];
}

function rounded(pixel: number): number {
  return eighth(pixel, 16) | eighth(pixel, 8) | eighth(pixel, 0);
}

function eighth(pixel: number, shift: number): number {
  return (EIGHTHS[(pixel >>> shift) & 0xff] ?? 0) << shift;
}

/** Rows of places in a palette of the most frequent colours; each of the others is the nearest of them. */
function paletted({ places, colours, runs }: Flat, width: number): { rows: Uint8Array; palette: Uint8Array } {
  const order = colours.map((_, at) => at).sort((a, b) => (runs[b] ?? 0) - (runs[a] ?? 0) || a - b);
  const kept = order.slice(0, MOST).map((at) => colours[at] ?? 0);
  const moved = new Uint8Array(colours.length);
  for (const [to, at] of order.entries()) moved[at] = to < MOST ? to : nearest(colours[at] ?? 0, kept);
  const rows = new Uint8Array(places.length + places.length / width);
  for (let start = 0, to = 0; start < places.length; start += width) {
    to += 1;
    for (let from = start; from < start + width; from += 1, to += 1) rows[to] = moved[places[from] ?? 0] ?? 0;
  }
  return { rows, palette: Uint8Array.from(kept.flatMap(channelsOf)) };
}

function nearest(colour: number, palette: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour);
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (const [at, other] of palette.entries()) {
    const distance = (red - (other & 0xff)) ** 2 + (green - ((other >>> 8) & 0xff)) ** 2 + (blue - (other >>> 16)) ** 2;
    if (distance < least) [best, least] = [at, distance];
  }
  return best;
}

function channelsOf(colour: number): number[] {
  return [colour & 0xff, (colour >>> 8) & 0xff, colour >>> 16];
}

/** Rows of colours. */
function truecolour({ width, data }: Bitmap, part: Part): Uint8Array {
  const rows = new Uint8Array((part.width * 3 + 1) * part.height);
  for (let y = 0, to = 0; y < part.height; y += 1) {
    to += 1;
    const row = ((part.top + y) * width + part.left) * 4;
    for (let at = row; at < row + part.width * 4; at += 4, to += 3) rows.set(data.subarray(at, at + 3), to);
  }
  return rows;
}
