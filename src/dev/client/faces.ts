import type { ItemView, PictureView } from '../views.ts';
import { make, need } from './page-dom.ts';

/** Resolutions of a card: a picture that comes at once, then one that is sharp on any screen. Of what is larger, less is as sharp. */
const DPI = { card: [144, 320], paper: [72, 144] };

/** The longest side of a card, in mm; what is longer is a sheet of paper. */
const LONGEST_CARD = 150;

/** Shows all pictures as soon as they have come; `isWanted` tells whether something else was asked for meanwhile. */
export async function showPictures(item: ItemView, isWanted: () => boolean): Promise<void> {
  const figures = item.pictures.map((picture) => figureOf(picture));
  need('faces').replaceChildren(...figures);
  need('faces').classList.toggle('many', figures.length > 2);
  for (const step of [0, 1]) {
    if (!isWanted()) return;
    await Promise.all(item.pictures.map((picture) => draw(item, picture, step, isWanted)));
  }
}

/** The figure of a picture: the one that is there, so that nothing flickers, else a new one. */
function figureOf({ name, label, size }: PictureView): HTMLElement {
  const figure = document.querySelector<HTMLElement>(`figure[id="${name}"]`) ?? newFigure(name);
  const caption = figure.querySelector('figcaption');
  if (caption) caption.textContent = label;
  measure(figure, size);
  return figure;
}

function newFigure(name: string): HTMLElement {
  const lines = ['trim', 'safe'].map((line) => make('i', { class: `line ${line}` }));
  const face = make('div', { class: 'face' }, make('img', { alt: '' }), ...lines);
  return make('figure', { id: name }, face, make('figcaption', {}));
}

/** Tells the style sheet where trim and safe area lie on a picture. */
function measure(figure: HTMLElement, { width, height, radius, bleed, safe }: PictureView['size']): void {
  const [w, h] = [width + 2 * bleed, height + 2 * bleed];
  const share = (length: number, of: number) => `${((100 * length) / of).toFixed(3)}%`;
  const values = {
    '--page': `${w} / ${h}`,
    '--wide': String(w / h),
    '--bleed-x': share(bleed, w),
    '--bleed-y': share(bleed, h),
    '--safe-x': share(bleed + safe, w),
    '--safe-y': share(bleed + safe, h),
    '--radius-x': share(radius, w),
    '--radius-y': share(radius, h),
    '--corner-x': share(radius, width),
    '--corner-y': share(radius, height),
  };
  for (const [name, value] of Object.entries(values)) figure.style.setProperty(name, value);
}

async function draw(item: ItemView, { name, label, size }: PictureView, step: number, isWanted: () => boolean) {
  const old = document.querySelector(`figure[id="${name}"] img`);
  const image = new Image();
  image.alt = `${item.title}, ${label.toLowerCase()}`;
  const dpi = (Math.max(size.width, size.height) > LONGEST_CARD ? DPI.paper : DPI.card)[step];
  // A new address each time: for an address that it knows, a browser would show the old picture without a request.
  image.src = `/picture/${item.id}.${name}.png?dpi=${dpi}&at=${performance.now()}`;
  // Exchanged once it can be painted, so that nothing flickers.
  await image.decode().catch(() => undefined);
  if (isWanted()) old?.replaceWith(image);
}
