import * as fontkit from 'fontkit';
import type { Font } from '../model/theme.ts';

/**
 * Letters stay apart: of a ligature that has a character of its own (ﬁ, U+FB01) a reader finds that one in the PDF, and not the
 * word as it is written.
 */
export const FEATURES: Readonly<Record<string, boolean>> = { liga: false, clig: false };

const known = new WeakMap<Uint8Array, fontkit.Font>();

/** A font of the deck, opened once: its letters are shaped again and again. */
export function openFont({ data }: Pick<Font, 'data'>): fontkit.Font {
  const font = known.get(data) ?? opened(data);
  known.set(data, font);
  return font;
}

/** A font of the deck, opened anew. */
export function opened(data: Uint8Array): fontkit.Font {
  return single(fontkit.create(Buffer.from(data)));
}

/** Load has refused files that hold several fonts. */
function single(font: fontkit.Font | fontkit.FontCollection): fontkit.Font {
  if (!('layout' in font)) throw new Error('a file with several fonts');
  return font;
}
