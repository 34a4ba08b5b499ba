import { encode } from 'fast-png';
import type { Bitmap } from './bitmap.ts';

/** A palette has no more colours than this (PNG, 11.2.2: PLTE). */
const MOST = 256;
/** A face of areas and letters has some 900 colours, 1,500 at most; past this it shows a photograph. */
const FLAT = 4096;

/**
 * A PNG with a palette. A face is areas of few colours and the smoothed edges of letters: so encoded it is as small as a
 * lossless WebP and takes a fifth of its time.
 *
 * Areas keep their colours. Single pixels on edges have theirs rounded, which is not seen. A bitmap with a photograph in it
 * keeps every colour.
 */
export function indexedPng(bitmap: Bitmap): Uint8Array {
  const { width, height } = bitmap;
  const { pixels, colours } = pixelsOf(bitmap);
  const image = colours.size > FLAT ? truecolour(bitmap) : paletted(fewerEdgeColours(pixels, width));
  return encode({ width, height, depth: 8, ...image }, { zlib: { level: 6 } });
}

/** Each value of a channel, rounded to one of eight. */
const EIGHTHS = Uint8Array.from({ length: 256 }, (_, value) => Math.round((Math.round((value / 255) * 7) * 255) / 7));
/** Red, green and blue without alpha. V8 keeps numbers under 31 bits as they are, and greater ones each in an object. */
const RGB = 0xffffff;

/** A colour is one number: red in its lowest byte, then green, then blue. */
function pixelsOf({ data }: Bitmap): { pixels: Int32Array; colours: ReadonlySet<number> } {
  const pixels = new Int32Array(data.buffer, data.byteOffset, data.byteLength / 4).slice();
  const colours = new Set<number>();
  let last = -1;
  for (let i = 0; i < pixels.length; i += 1) {
    const pixel = (pixels[i] ?? 0) & RGB;
    if (pixel !== last) colours.add(pixel);
    pixels[i] = last = pixel;
  }
  return { pixels, colours };
}

function fewerEdgeColours(pixels: Int32Array, width: number): Int32Array {
  const fewer = pixels.slice();
  for (let i = width; i < pixels.length; i += 1) {
    const pixel = pixels[i] ?? 0;
    if (pixel !== pixels[i - 1] && pixel !== pixels[i - width]) fewer[i] = rounded(pixel);
  }
  return fewer;
}

function rounded(pixel: number): number {
  return eighth(pixel, 16) | eighth(pixel, 8) | eighth(pixel, 0);
}

function eighth(pixel: number, shift: number): number {
  return (EIGHTHS[(pixel >>> shift) & 0xff] ?? 0) << shift;
}

/** How often each colour stands alone or at the beginning of a run. */
function countsOf(pixels: Int32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (let i = 0; i < pixels.length; i += 1) {
    const pixel = pixels[i] ?? 0;
    if (pixel !== pixels[i - 1]) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  }
  return counts;
}

/** The most frequent colours; each of the others is the nearest of them. */
function paletted(pixels: Int32Array) {
  const colours = [...countsOf(pixels)].sort(([a, more], [b, less]) => less - more || a - b).map(([colour]) => colour);
  const palette = colours.slice(0, MOST);
  const places = new Map(colours.map((colour, at) => [colour, at < MOST ? at : nearest(colour, palette)]));
  const data = new Uint8Array(pixels.length);
  let [last, place] = [-1, 0];
  for (let i = 0; i < pixels.length; i += 1) {
    const pixel = pixels[i] ?? 0;
    if (pixel !== last) place = places.get(pixel) ?? 0;
    last = pixel;
    data[i] = place;
  }
  return { data: data, channels: 1, palette: palette.map(channelsOf) };
}

function nearest(colour: number, palette: readonly number[]): number {
  const own = channelsOf(colour);
  const distances = palette.map((other) =>
    channelsOf(other).reduce((sum, value, at) => sum + (value - (own[at] ?? 0)) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}

function channelsOf(colour: number): number[] {
  return [colour & 0xff, (colour >>> 8) & 0xff, (colour >>> 16) & 0xff];
}

function truecolour({ data }: Bitmap) {
  const rgb = data.filter((_, at) => at % 4 < 3);
  return { data: rgb, channels: 3 };
}
