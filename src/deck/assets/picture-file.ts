import type { Metadata, Sharp } from 'sharp';
import { isSvg, svgFault } from './svg.ts';
import { drawingOf } from './svg-drawing.ts';
import { type Decoded, PIXELS, pictureOfSvg, whyOf } from './svg-picture.ts';

/** A side of a picture in pixels: 8000 at 600 dpi are 34 cm. */
const MAX_SIDE = 8000;
/** What is kept of them: 15 cm at 600 dpi, 30 cm at 300. A telephone's 24 megapixels would make each sheet larger by 10 MB a card. */
const KEPT_SIDE = 3600;

const MB = 1024 * 1024;
/** Of an SVG: a detailed map has one or two. */
const MAX_SVG_BYTES = 4 * MB;

/** What pictures may be, as an author calls them. */
const FORMATS = ['png', 'jpeg', 'webp', 'avif', 'gif', 'svg'];

/** Why a picture can't be used. */
export interface PictureFault {
  /** The rule's own part of its name: `format`. */
  rule: string;
  /** What is wrong, as the end of a sentence that begins with the picture's name. */
  what: string;
  note?: string;
}

/**
 * Decodes a picture in full and writes it anew as PNG or JPEG: a broken file kills the process in react-pdf, WebP prints an empty box,
 * and a camera's notes (place, time) do not belong into a catalog. It stands upright as the camera was held; of a film the first
 * picture is taken.
 */
export async function decoded(name: string, bytes: Buffer): Promise<Decoded | PictureFault> {
  try {
    return isSvg(bytes) ? await decodedSvg(name, bytes) : await decodedPixels(name, bytes);
  } catch (cause) {
    return { rule: 'broken', what: `can't be decoded: ${whyOf(cause)}`, note: 'Save it anew in a picture editor.' };
  }
}

async function decodedSvg(name: string, bytes: Buffer): Promise<Decoded | PictureFault> {
  if (bytes.length > MAX_SVG_BYTES) {
    const note = 'Simplify its paths, or save the picture as a PNG of 2,400 pixels.';
    return {
      rule: 'too-large',
      what: `has ${Math.ceil(bytes.length / MB)} MB; as an SVG at most ${MAX_SVG_BYTES / MB}`,
      note,
    };
  }
  const svg = bytes.toString('utf8');
  const drawing = svgFault(svg) ?? drawingOf(svg, PIXELS);
  return 'what' in drawing ? { rule: 'svg', ...drawing } : { ...(await pictureOfSvg(name, bytes)), drawing };
}

async function decodedPixels(name: string, bytes: Buffer): Promise<Decoded | PictureFault> {
  const { default: sharp } = await import('sharp');
  const about = await sharp(bytes, { limitInputPixels: false }).metadata();
  const format = formatOf(about);
  if (!FORMATS.includes(format)) return { rule: 'format', what: `is ${format}; it must be ${FORMATS.join(', ')}` };
  const { width, height } = about;
  if (width > MAX_SIDE || height > MAX_SIDE) {
    const note = `At most ${MAX_SIDE} × ${MAX_SIDE}; a whole card at 600 dpi needs 1,900 × 2,500.`;
    return { rule: 'too-large', what: `has ${width} × ${height} pixels`, note };
  }
  const image = sharp(bytes, { failOn: 'error', limitInputPixels: MAX_SIDE * MAX_SIDE });
  // An alpha channel that is opaque everywhere goes: presses that take no transparency refuse the channel itself.
  const solid = !about.hasAlpha || (await image.clone().stats()).isOpaque;
  const upright = (solid ? image.removeAlpha() : image).rotate().toColourspace('srgb');
  const shown = upright.resize(KEPT_SIDE, KEPT_SIDE, { fit: 'inside', withoutEnlargement: true });
  return await written(name, shown, solid && isLossy(about, bytes));
}

/** Encodes pixels: as PNG, or as a JPEG of high quality what came as one, since its losses are there already. */
async function written(name: string, image: Sharp, photo: boolean): Promise<Decoded> {
  const coded = photo ? image.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }) : image.png();
  const { data, info } = await coded.toBuffer({ resolveWithObject: true });
  return { name, format: photo ? 'jpg' : 'png', width: info.width, height: info.height, data };
}

/** AVIF is a kind of HEIF; a telephone's HEIC is another, which nothing here can decode. */
function formatOf({ format, compression }: Metadata): string {
  return format === 'heif' ? (compression === 'av1' ? 'avif' : 'heic') : format;
}

function isLossy({ format }: Metadata, bytes: Buffer): boolean {
  return format === 'jpeg' || format === 'heif' || (format === 'webp' && !bytes.includes('VP8L'));
}
