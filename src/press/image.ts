import { deflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import type { Proof } from './grounds.ts';
import { limitInks, mostColour } from './inks.ts';
import { type Space, spaceOf } from './resources.ts';
import { flateOf, unpack } from './unpack.ts';

/** Turns colours into inks; the caller brings a colour engine and a press profile. */
export interface Separator {
  /** RGB samples, 3 bytes a pixel, into CMYK samples, 4 bytes a pixel. */
  inks(rgb: Uint8Array, width: number, height: number): Promise<Uint8Array>;
  /** The RGB samples of a JPEG file. */
  jpeg(bytes: Uint8Array): Promise<Uint8Array>;
  /** How inks look when they are printed. */
  proof: Proof;
}

/** How an image is converted: left as it is, pixel by pixel, by its palette, or not at all. */
export type ImageKind = 'ready' | 'jpeg' | 'samples' | 'palette' | { unsupported: string };

/** Decides how an image is converted. */
export function imageKind(image: PDFRawStream): ImageKind {
  const { dict } = image;
  if (dict.has(PDFName.of('ImageMask'))) return 'ready';
  const colours = dict.lookup(PDFName.of('ColorSpace'));
  const indexed = colours instanceof PDFArray && colours.lookup(0) === PDFName.of('Indexed');
  const space: Space = spaceOf(indexed ? colours.lookup(1) : colours);
  if (space.kind === 'gray' || space.kind === 'cmyk' || space.kind === 'spot') return 'ready';
  if (space.kind !== 'rgb') return { unsupported: 'an image in an unknown color space' };
  if (indexed) return 'palette';
  if (dict.lookup(PDFName.of('Mask')) instanceof PDFArray) return { unsupported: 'an image with a see-through color' };
  if (numberIn(dict, 'BitsPerComponent') !== 8) return { unsupported: 'an image that has not 8 bits a channel' };
  const filters = filtersOf(dict);
  if (filters.at(-1) !== 'DCTDecode') return 'samples';
  return filters.length === 1 ? 'jpeg' : { unsupported: 'a JPEG packed a second time' };
}

/** An image in inks. */
export interface SeparatedImage {
  image: PDFRawStream;
  /** How many of its pixels (or palette colours) were over the ink limit. */
  over: number;
  /** As `mostColour`. */
  colour: number;
}

/** The image in inks, within the limit (percent). */
export async function separateImage(
  image: PDFRawStream,
  kind: 'jpeg' | 'samples' | 'palette',
  separator: Separator,
  limit: number,
): Promise<SeparatedImage> {
  const { dict } = image;
  if (kind === 'palette') return await separatePalette(image, separator, limit);
  const [width, height] = [numberIn(dict, 'Width'), numberIn(dict, 'Height')];
  const rgb = kind === 'jpeg' ? await separator.jpeg(image.contents) : samplesOf(image, 3 * width);
  if (rgb.length !== 3 * width * height)
    throw new Error(`an image of ${width} × ${height} has ${rgb.length} bytes of RGB`);
  const inks = await separator.inks(rgb, width, height);
  const over = limitInks(inks, limit);
  const made = flateOf(dict.context, deflateSync(inks));
  for (const [key, value] of dict.entries()) {
    if (!['Filter', 'DecodeParms', 'Length', 'ColorSpace'].includes(key.decodeText())) made.dict.set(key, value);
  }
  made.dict.set(PDFName.of('ColorSpace'), PDFName.of('DeviceCMYK'));
  return { image: made, over, colour: mostColour(inks) };
}

/** `[/Indexed base most lookup]`: only the table of colours changes. */
async function separatePalette(image: PDFRawStream, separator: Separator, limit: number): Promise<SeparatedImage> {
  const { dict } = image;
  const indexed = dict.lookup(PDFName.of('ColorSpace'), PDFArray);
  const table = indexed.lookup(3);
  const rgb = table instanceof PDFStream ? samplesOf(table, 0) : bytesOf(table);
  const count = indexed.lookup(2, PDFNumber).asNumber() + 1;
  const whole = new Uint8Array(3 * count);
  whole.set(rgb.subarray(0, 3 * count));
  const inks = await separator.inks(whole, count, 1);
  const over = limitInks(inks, limit);
  const made = PDFRawStream.of(dict.clone(), image.contents);
  made.dict.set(
    PDFName.of('ColorSpace'),
    dict.context.obj(['Indexed', 'DeviceCMYK', count - 1, PDFHexString.fromBytes(inks)]),
  );
  return { image: made, over, colour: mostColour(inks) };
}

function bytesOf(table: unknown): Uint8Array {
  if (table instanceof PDFHexString || table instanceof PDFString) return table.asBytes();
  throw new Error('an image has a broken palette');
}

/** Unpacked, and with PNG's row filters undone where the stream has them. `row` is the bytes of a row of pixels. */
function samplesOf(stream: PDFStream, row: number): Uint8Array {
  if (!(stream instanceof PDFRawStream)) throw new Error('an image of this PDF was not read from a file');
  const bytes = unpack(stream);
  const parms = stream.dict.lookup(PDFName.of('DecodeParms'));
  const first = parms instanceof PDFArray ? parms.lookup(0) : parms;
  const predictor = first instanceof PDFDict && first.has(PDFName.of('Predictor')) ? numberIn(first, 'Predictor') : 1;
  if (predictor === 1) return bytes;
  if (predictor < 10) throw new Error(`an image of this PDF has the predictor ${predictor}`);
  return unfiltered(bytes, row);
}

/** PNG's row filters (PNG specification, 9), 3 bytes a pixel: each row is led by the number of its filter. */
export function unfiltered(bytes: Uint8Array, row: number): Uint8Array {
  const rows = Math.floor(bytes.length / (row + 1));
  const out = new Uint8Array(rows * row);
  for (let y = 0; y < rows; y += 1) {
    const filter = bytes[y * (row + 1)] ?? 0;
    for (let x = 0; x < row; x += 1) {
      const at = y * row + x;
      const left = x < 3 ? 0 : (out[at - 3] ?? 0);
      const up = y === 0 ? 0 : (out[at - row] ?? 0);
      const corner = x < 3 || y === 0 ? 0 : (out[at - row - 3] ?? 0);
      out[at] = (bytes[at + y + 1] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  return out;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

function filtersOf(dict: PDFDict): string[] {
  const filter = dict.lookup(PDFName.of('Filter'));
  if (filter instanceof PDFName) return [filter.decodeText()];
  return filter instanceof PDFArray ? filter.asArray().map((_, i) => filter.lookup(i, PDFName).decodeText()) : [];
}

function numberIn(dict: PDFDict, key: string): number {
  return dict.lookup(PDFName.of(key), PDFNumber).asNumber();
}
