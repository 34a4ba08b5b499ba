import { px } from '../model/units.ts';
import type { Screen } from '../raster/screen.ts';
import type { DrawnPicture } from './draw-item.ts';
import type { Kept } from './studio-state.ts';

/** A picture that is asked for: one of an item's, at a resolution. */
interface Asked {
  id: string;
  name: string;
  dpi: number;
}

/** Pictures of items as PNG. Those of one item are kept, of which pictures were asked for last. */
export interface Pictures {
  /** One of a drawing's pictures; undefined where it has none of that name. */
  of(kept: Kept, asked: Asked): Promise<Uint8Array> | undefined;
  /** Begins with those that will be asked for once an item is drawn anew: of the item that is looked at, what was asked for at once. */
  ahead(id: string, kept: Kept): void;
  close(): void;
}

/** What was painted of an item's drawing. */
interface Painted {
  id: string;
  kept: Kept;
  pictures: Map<string, Asked & { png: Promise<Uint8Array> }>;
}

export function openPictures(screen: Screen): Pictures {
  let last: Painted | undefined;

  function of(kept: Kept, asked: Asked): Promise<Uint8Array> | undefined {
    const found = kept.pictures.find(({ name }) => name === asked.name);
    if (!found) return undefined;
    if (last?.kept !== kept) last = { id: asked.id, kept, pictures: new Map() };
    const key = `${asked.name} ${asked.dpi}`;
    const known = last.pictures.get(key);
    if (known) return known.png;
    const png = screen.picture(found.pdf, found.page, sizeOf(found, asked.dpi));
    last.pictures.set(key, { ...asked, png });
    return png;
  }

  return {
    of,
    ahead(id, kept) {
      if (last?.id !== id || last.kept === kept) return;
      const asked = [...last.pictures.values()];
      // The page asks for the coarsest first, and for finer ones once they are shown.
      const first = Math.min(...asked.map(({ dpi }) => dpi));
      // What fails fails again for whoever asks.
      for (const one of asked.filter(({ dpi }) => dpi === first)) of(kept, one)?.catch(() => undefined);
    },
    close: () => screen.close(),
  };
}

/** How large a page is, with its bleed, in pixels. */
function sizeOf({ size: { width, height, bleed } }: DrawnPicture, dpi: number) {
  return { width: px(width + 2 * bleed, dpi), height: px(height + 2 * bleed, dpi) };
}
