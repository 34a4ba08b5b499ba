import type { Picture } from '../../model/theme.ts';
import { sizeOf } from './svg-lengths.ts';
import { svgTags } from './svg-tags.ts';
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
  const { svg, density } = await enlarged(bytes, longer);
  const shown = sharp(svg, { density }).resize(longer, longer, { fit: 'inside' }).toColourspace('srgb').png();
  const { data, info } = await shown.toBuffer({ resolveWithObject: true });
  await refuseEmpty(data);
  return { name, format: 'png', width: info.width, height: info.height, data };
}

/** sharp shows a pixel of an SVG in 72 dpi as one; lengths like `9mm` are right with the 96 of CSS alone. */
const [PLAIN_DPI, CSS_DPI] = [72, 96];

/**
 * An SVG whose longer side has so many pixels when it is drawn with `density`. A density that only enlarges would change the lengths in it that have
 * a unit: `width="24mm"` would be drawn 50 m wide, and a line of 1mm in a drawing of pixels too thick.
 */
async function enlarged(bytes: Buffer, longer: number): Promise<{ svg: Buffer; density: number }> {
  const text = bytes.toString('utf8');
  const [root] = svgTags(text);
  const size = root?.name === 'svg' ? sizeOf(root.attributes) : undefined;
  if (root && size) {
    const { x, y, inWidth, inHeight, outWidth, outHeight } = size;
    const scale = (longer * PLAIN_DPI) / CSS_DPI / Math.max(outWidth, outHeight);
    const sides = `width="${outWidth * scale}" height="${outHeight * scale}" viewBox="${x} ${y} ${inWidth} ${inHeight}"`;
    const rest = text.slice(root.from + '<svg'.length, root.to).replace(SIDES, '');
    return {
      svg: Buffer.from(`${text.slice(0, root.from)}<svg ${sides}${rest}${text.slice(root.to)}`),
      density: CSS_DPI,
    };
  }
  // One without a size is as large as what it draws.
  const { default: sharp } = await import('sharp');
  const { width = longer, height = longer } = await sharp(bytes).metadata();
  return { svg: bytes, density: Math.min(MAX_DPI, Math.max(1, (PLAIN_DPI * longer) / Math.max(width, height))) };
}

/** Attributes of an outermost tag that give its size. */
const SIDES = /\s(?:width|height|viewBox)\s*=\s*(?:"[^"]*"|'[^']*')/gu;

/** sharp takes no more. */
const MAX_DPI = 100_000;

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
