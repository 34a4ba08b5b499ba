import type { CardView, Overview } from '../views.ts';
import { need } from './page-dom.ts';

/** Resolutions: a picture that comes at once, then one that is sharp on any screen. */
const DPI = [144, 320];

/** Tells the style sheet where trim and safe area lie on a picture. */
export function measure({ width, height, radius, bleed, safe }: Overview['size']): void {
  const [w, h] = [width + 2 * bleed, height + 2 * bleed];
  const share = (length: number, of: number) => `${((100 * length) / of).toFixed(3)}%`;
  const values = {
    '--page': `${w} / ${h}`,
    '--bleed-x': share(bleed, w),
    '--bleed-y': share(bleed, h),
    '--safe-x': share(bleed + safe, w),
    '--safe-y': share(bleed + safe, h),
    '--radius-x': share(radius, w),
    '--radius-y': share(radius, h),
    '--corner-x': share(radius, width),
    '--corner-y': share(radius, height),
  };
  for (const [name, value] of Object.entries(values)) need('faces').style.setProperty(name, value);
}

/** Shows both sides as soon as they have come; `isWanted` tells whether another card was asked for meanwhile. */
export async function showFaces(card: CardView, isWanted: () => boolean): Promise<void> {
  for (const side of ['front', 'back'] as const) need(side).hidden = !card.sides.includes(side);
  for (const dpi of DPI) {
    if (!isWanted()) return;
    await Promise.all(card.sides.map((side) => draw(card, side, dpi, isWanted)));
  }
}

async function draw(card: CardView, side: 'front' | 'back', dpi: number, isWanted: () => boolean): Promise<void> {
  const old = need(side).querySelector('img');
  const image = new Image();
  image.alt = `${card.title}, ${side}`;
  // A new address each time: for an address that it knows, a browser would show the old picture without a request.
  image.src = `/face/${card.id}.${side}.png?dpi=${dpi}&at=${performance.now()}`;
  // Exchanged once it can be painted, so that nothing flickers.
  await image.decode().catch(() => undefined);
  if (isWanted()) old?.replaceWith(image);
}
