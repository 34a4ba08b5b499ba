import type { Picture } from '../../model/theme.ts';

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
  const { width = longer, height = longer } = await sharp(bytes).metadata();
  // 72 dpi are the size that an SVG gives; sharp takes up to 100,000.
  const density = Math.min(100_000, Math.max(1, (72 * longer) / Math.max(width, height)));
  const shown = sharp(bytes, { density }).resize(longer, longer, { fit: 'inside' }).toColourspace('srgb').png();
  const { data, info } = await shown.toBuffer({ resolveWithObject: true });
  await refuseEmpty(data);
  return { name, format: 'png', width: info.width, height: info.height, data };
}

/** Throws for a picture in which there is nothing to be seen. */
export async function refuseEmpty(png: Buffer): Promise<void> {
  const { default: sharp } = await import('sharp');
  const { channels } = await sharp(png).ensureAlpha().stats();
  if (channels.at(-1)?.max === 0) throw new Error('it draws nothing');
}
