import type { Bitmap, BitmapPart } from './bitmap.ts';
import { png } from './png.ts';

/**
 * Makes PNGs of a part of bitmaps that keep every pixel's colour: RGB, 8 bits each, no transparency. That is what every service takes.
 *
 * @param dpi written into the files, for programs that ask
 */
export function colourPngs(part: BitmapPart, dpi: number): (bitmap: Bitmap) => Uint8Array {
  const { width, height } = part;
  // The same buffer for all pictures: to allocate 3 MB for each takes as long as to fill them.
  const rows = new Uint8Array((width * 3 + 1) * height);
  return (bitmap) => {
    fillColours(rows, bitmap, part);
    return png({ width, height, rows, dpi });
  };
}

/** Writes a part of a bitmap as rows of red, green and blue. Each row begins with a byte 0: it is not filtered. */
export function fillColours(rows: Uint8Array, { width, data }: Bitmap, part: BitmapPart): void {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  // A byte 0 before each row is written where the buffer is made, and stays.
  const length = part.width * 3 + 1;
  for (let y = 0, to = 0; y < part.height; y += 1, to += length) {
    const from = ((part.top + y) * width + part.left) * 4;
    const end = from + part.width * 4;
    // Areas of one colour are most of a face: a row that is as the one above is sooner copied than made again.
    if (y > 0 && bytes.compare(bytes, from - width * 4, end - width * 4, from, end) === 0) {
      rows.copyWithin(to, to - length, to);
      continue;
    }
    for (let at = from, next = to + 1; at < end; at += 4, next += 3) {
      rows[next] = bytes[at] ?? 0;
      rows[next + 1] = bytes[at + 1] ?? 0;
      rows[next + 2] = bytes[at + 2] ?? 0;
    }
  }
}
