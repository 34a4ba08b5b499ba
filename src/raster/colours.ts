import type { Bitmap, BitmapPart } from './bitmap.ts';
import { png } from './png.ts';

/** Red, green and blue of a pixel that is read as a number, without alpha. */
const RGB = 0xffffff;

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
  const pixels = new Int32Array(data.buffer, data.byteOffset, data.byteLength / 4);
  const words = new Int32Array(Math.ceil(part.width / 4) * 3);
  const row = new Uint8Array(words.buffer, 0, part.width * 3);
  // A byte 0 before each row is written where the buffer is made, and stays.
  const length = part.width * 3 + 1;
  for (let y = 0, to = 0; y < part.height; y += 1, to += length) {
    const from = (part.top + y) * width + part.left;
    const end = from + part.width;
    // Areas of one colour are most of a face: a row that is as the one above is sooner copied than made again.
    if (y > 0 && bytes.compare(bytes, (from - width) * 4, (end - width) * 4, from * 4, end * 4) === 0) {
      rows.copyWithin(to, to - length, to);
      continue;
    }
    packRow(words, pixels, from);
    rows.set(row, to + 1);
  }
}

/** Writes pixels from a place on without their alpha, four of them in three words: byte by byte takes three times as long. */
function packRow(words: Int32Array, pixels: Int32Array, from: number): void {
  for (let next = 0, at = from; next < words.length; next += 3, at += 4) {
    const second = pixels[at + 1] ?? 0;
    const third = pixels[at + 2] ?? 0;
    words[next] = ((pixels[at] ?? 0) & RGB) | (second << 24);
    words[next + 1] = ((second >>> 8) & 0xffff) | (third << 16);
    words[next + 2] = ((third >>> 16) & 0xff) | ((pixels[at + 3] ?? 0) << 8);
  }
}
