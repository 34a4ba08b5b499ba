import type { Bitmap, BitmapPart } from './bitmap.ts';
import { type ColourTable, clearTable, openTable, slotOf, UNKNOWN } from './colour-table.ts';
import { fillColours } from './colours.ts';
import { type Colours, colourPlace, countUse, mostFrequent, roundedColour } from './palette.ts';
import { png } from './png.ts';

/** A face of areas and letters has some 900 colours, 1,500 at most; past this it shows a photograph. */
const FLAT = 4096;
/** Red, green and blue without alpha. V8 keeps numbers under 31 bits as they are, and greater ones each in an object. */
const RGB = 0xffffff;

/**
 * Makes PNGs of a part of bitmaps, with a palette. A face is areas of few colours and the smoothed edges of letters: so encoded
 * it is as small as a lossless WebP and takes a small part of its time.
 *
 * Areas keep their colours. Single pixels on edges have theirs rounded, which is not seen. A bitmap with a photograph in it
 * keeps every colour.
 */
export function indexedPngs(part: BitmapPart): (bitmap: Bitmap) => Uint8Array {
  const { width, height } = part;
  // The same buffers for all pictures: to allocate 3 MB for each takes as long as to fill them.
  const table = openTable();
  const runs: Runs = {
    ends: new Uint16Array(width * height),
    places: new Uint16Array(width * height),
    asAbove: new Uint8Array(height),
  };
  const rows = new Uint8Array((width + 1) * height);
  return (bitmap) => {
    const colours = cutIntoRuns(bitmap, part, table, runs);
    if (!colours) {
      const coloured = new Uint8Array((width * 3 + 1) * height);
      fillColours(coloured, bitmap, part);
      return png({ width, height, rows: coloured });
    }
    const { palette, moved } = mostFrequent(colours);
    fillRows(rows, runs, moved, width);
    return png({ width, height, rows, palette });
  };
}

/** Pixels of one colour beside each other. */
interface Runs {
  /** How many pixels there are in the row up to each one's end. */
  ends: Uint16Array;
  /** Each one's place among the colours. */
  places: Uint16Array;
  /** 1 for a row that is as the one above, and has no runs of its own. */
  asAbove: Uint8Array;
}

/** A bitmap as it is cut into runs. */
interface Cutting {
  /** Each pixel's four channels as one number. */
  pixels: Int32Array;
  /** Of the whole bitmap. In pixels. */
  width: number;
  table: ColourTable;
  runs: Runs;
  colours: Colours;
}

/** Fills the runs; there are fewer colours on edges than in the bitmap. Undefined where it shows a photograph. */
function cutIntoRuns({ width, data }: Bitmap, part: BitmapPart, table: ColourTable, runs: Runs): Colours | undefined {
  const pixels = new Int32Array(data.buffer, data.byteOffset, data.byteLength / 4);
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const colours: Colours = { values: [], uses: [], places: new Map() };
  const cutting = { pixels, width, table, runs, colours };
  clearTable(table);
  let [run, rowsFirst, same] = [0, 0, 0];
  for (let y = 0; y < part.height; y += 1) {
    const row = (part.top + y) * width + part.left;
    same = y > 0 && isAsAbove(bytes, row, part.width, width) ? same + 1 : 0;
    // Of rows that are equal the first may differ from the row above it, and so have single pixels on edges where the second has
    // none: only from the third on are the runs those of the row before.
    runs.asAbove[y] = same > 1 ? 1 : 0;
    if (same > 1) {
      for (let again = rowsFirst; again < run; again += 1) countUse(colours, runs.places[again] ?? 0);
      continue;
    }
    rowsFirst = run;
    run = cutRow(cutting, row, part.width, run);
    if (table.size > FLAT) return undefined;
  }
  return colours;
}

/**
 * Cuts a row of pixels into runs.
 *
 * @param run where the first of them goes
 * @returns where the next row's first goes
 */
function cutRow({ pixels, width, table, runs, colours }: Cutting, row: number, length: number, run: number): number {
  const end = row + length;
  let next = run;
  for (let at = row; at < end; next += 1) {
    const first = at;
    const pixel = pixels[first];
    do at += 1;
    while (at < end && pixels[at] === pixel);
    const colour = (pixel ?? 0) & RGB;
    const slot = slotOf(table, colour);
    const known = isAlone(pixels, first, width) ? table.alone : table.plain;
    let place = known[slot] ?? UNKNOWN;
    if (place === UNKNOWN) {
      place = colourPlace(colours, known === table.alone ? roundedColour(colour) : colour);
      known[slot] = place;
    }
    countUse(colours, place);
    runs.ends[next] = at - row;
    runs.places[next] = place;
  }
  return next;
}

/** Whether a row of pixels, with one more on either side, is as the one above. */
function isAsAbove(bytes: Buffer, row: number, length: number, width: number): boolean {
  const from = Math.max(width, row - 1) * 4;
  const to = Math.min(bytes.length, (row + length + 1) * 4);
  return bytes.compare(bytes, from - width * 4, to - width * 4, from, to) === 0;
}

/** Whether a pixel has the colour of none of its neighbours above, left and right: such are on smoothed edges. */
function isAlone(pixels: Int32Array, at: number, width: number): boolean {
  const pixel = pixels[at];
  return pixel !== pixels[at - 1] && pixel !== pixels[at + 1] && pixel !== pixels[at - width];
}

/** Writes the runs as rows of places in the palette. Each row begins with a byte 0: it is not filtered. */
function fillRows(rows: Uint8Array, { ends, places, asAbove }: Runs, moved: Uint8Array, width: number): void {
  let run = 0;
  for (const [y, again] of asAbove.entries()) {
    const start = y * (width + 1) + 1;
    if (again) {
      rows.copyWithin(start, start - width - 1, start - 1);
      continue;
    }
    for (let to = start; to < start + width; run += 1) {
      const place = moved[places[run] ?? 0] ?? 0;
      const end = start + (ends[run] ?? 0);
      if (end - to > SHORT) rows.fill(place, to, end);
      else for (let at = to; at < end; at += 1) rows[at] = place;
      to = end;
    }
  }
}

/** Pixels that are written sooner one by one than by a call. */
const SHORT = 32;
