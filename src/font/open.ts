import * as fontkit from 'fontkit';
import type { Font } from '../model/theme.ts';

/**
 * Letters stay apart: of a ligature that has a character of its own (ﬁ, U+FB01) a reader finds that one in the PDF, and not the
 * word as it is written.
 */
export const FEATURES: Readonly<Record<string, boolean>> = { liga: false, clig: false };

const opened = new WeakMap<Font, fontkit.Font>();

/** A font of the deck, opened once: its letters are shaped again and again. */
export function openFont(font: Font): fontkit.Font {
  const known = opened.get(font) ?? single(fontkit.create(Buffer.from(font.data)));
  opened.set(font, known);
  return known;
}

/** Load has refused files that hold several fonts. */
function single(font: fontkit.Font | fontkit.FontCollection): fontkit.Font {
  if (!('layout' in font)) throw new Error('a file with several fonts');
  return font;
}
