import type { Mm } from '../../src/model/units.ts';

/** The size of a picture's file. */
export interface Pixels {
  width: number;
  height: number;
}

/** The largest share of a back's height for a picture that has words beside it. */
export const MOST_OF_BACK = 0.6;

/** The size in which a whole picture is shown: as wide as its column, narrower where it would be higher than `tallest`. */
export function shownSize({ width, height }: Pixels, w: Mm, tallest: Mm): { w: Mm; h: Mm } {
  const h = Math.min(tallest, (w * height) / width);
  return { w: Math.min(w, (h * width) / height), h };
}

export type Fit = 'cover' | 'contain';

/** The parts of a picture that can be kept where it is cropped. */
export const FOCUSES = [
  'center',
  'top',
  'bottom',
  'left',
  'right',
  'top left',
  'top right',
  'bottom left',
  'bottom right',
] as const;
export type Focus = (typeof FOCUSES)[number];

/** The place of a whole picture relative to the box that shows it: `left` and `top` are negative where it is cropped there. */
export function placed(picture: Pixels, box: { w: Mm; h: Mm }, fit: Fit, focus: Focus) {
  const scales = [box.w / picture.width, box.h / picture.height];
  const scale = fit === 'cover' ? Math.max(...scales) : Math.min(...scales);
  const [w, h] = [picture.width * scale, picture.height * scale];
  const share = (least: string, most: string) => (focus.includes(least) ? 0 : focus.includes(most) ? 1 : 0.5);
  return { left: (box.w - w) * share('left', 'right'), top: (box.h - h) * share('top', 'bottom'), w, h };
}
