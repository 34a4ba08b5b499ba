import type { Picture } from '../../model/theme.ts';
import { allElements, treeOf } from './svg-tree.ts';

/** A picture without what its file says of itself. */
export type Decoded = Omit<Picture, 'hash'>;

/** The longer side of a drawing in pixels: 10 cm at 600 dpi. */
export const PIXELS = 2400;

/**
 * Draws an SVG without faults (see svg.ts) as pixels.
 *
 * @param longer side, in pixels
 * @throws Error for one that can't be read, and for one in which there is nothing to be seen
 */
export async function pictureOfSvg(name: string, bytes: Buffer, longer = PIXELS): Promise<Decoded> {
  const { default: sharp } = await import('sharp');
  await refuseHuge(bytes);
  const { width = longer, height = longer } = await sharp(bytes).metadata();
  // 72 dpi are the size that an SVG gives; sharp takes up to 100,000.
  const density = Math.min(100_000, Math.max(1, (72 * longer) / Math.max(width, height)));
  const shown = sharp(bytes, { density }).resize(longer, longer, { fit: 'inside' }).toColourspace('srgb').png();
  const { data, info } = await shown.toBuffer({ resolveWithObject: true });
  await refuseEmpty(data);
  return { name, format: 'png', width: info.width, height: info.height, data };
}

/** What all pictures in an SVG may have together: one of 8000 × 8000. 900 KB of PNG can be 30000 × 30000, and take 5 GB of memory. */
const MAX_PIXELS = 64_000_000;

async function refuseHuge(svg: Buffer): Promise<void> {
  const { default: sharp } = await import('sharp');
  const values = allElements(treeOf(svg.toString('utf8'))).flatMap(({ attributes }) => Object.values(attributes));
  let pixels = 0;
  for (const value of values.filter((one) => /^\s*data:image\//iu.test(one))) {
    const data = Buffer.from(value.slice(value.indexOf(',') + 1), 'base64');
    const { width = 0, height = 0 } = await sharp(data, { limitInputPixels: false }).metadata();
    pixels += width * height;
    if (pixels > MAX_PIXELS) throw new Error(`the picture in it has ${width} × ${height} pixels`);
  }
}

/** Why a picture can't be read, as the library says it, in its first line. */
export function whyOf(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).split('\n', 1)[0] ?? '';
}

/** Throws for a picture in which there is nothing to be seen. */
export async function refuseEmpty(png: Buffer): Promise<void> {
  const { default: sharp } = await import('sharp');
  const { channels } = await sharp(png).ensureAlpha().stats();
  if (channels.at(-1)?.max === 0) throw new Error('it draws nothing');
}
