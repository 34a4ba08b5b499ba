import * as fontkit from 'fontkit';
import type { Font } from '../model/theme.ts';

/**
 * No ligatures: one that has a character of its own (ﬁ, U+FB01) would stand as that character in the PDF, where nobody finds
 * “find” by searching for it.
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

/** A file's one font: files that hold several were refused when the deck was loaded. */
function single(font: fontkit.Font | fontkit.FontCollection): fontkit.Font {
  if (!('layout' in font)) throw new Error('a file with several fonts');
  return font;
}
