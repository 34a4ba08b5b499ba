import { Font } from '@react-pdf/renderer';
import { softParts } from '../font/breaks.ts';
import { FEATURES } from '../font/open.ts';
import type { Font as DeckFont } from '../model/theme.ts';

// A word is divided where its author says; to look for other places would take a quarter of the time.
Font.registerHyphenationCallback(softParts);

/** Gives the renderer a deck's fonts, those that it has from an earlier deck apart, and waits until it can set text in all. */
export async function registerFonts(fonts: readonly DeckFont[]): Promise<void> {
  const known = new Set(sources().map(({ src }) => src));
  for (const { family, weight, italic, path } of fonts) {
    if (known.has(path)) continue;
    Font.register({ family, src: path, fontWeight: weight, fontStyle: italic ? 'italic' : 'normal' });
  }
  await ready(new Set(fonts.map(({ path }) => path)));
}

function sources() {
  return Object.values(Font.getRegisteredFonts()).flatMap((family) => family.sources);
}

/** fontkit reads these from a font's tables whenever they are asked for, which is at every letter. */
const METRICS = ['unitsPerEm', 'ascent', 'descent', 'lineGap', 'capHeight', 'xHeight'] as const;

/**
 * Loads fonts, and makes each glyph from its character first. fontkit keeps the first object that it makes of a glyph, and one
 * made as a part of another (the dot of a colon) knows no character: the dot would be printed, but not found, copied or read
 * aloud. A word is found as it is written: letters are not joined.
 */
async function ready(paths: ReadonlySet<string>): Promise<void> {
  for (const source of sources().filter(({ src }) => paths.has(src))) {
    await source.load();
    const font = source.data;
    if (!font) continue;
    const layout = font.layout.bind(font);
    font.layout = (text, given, ...rest) => layout(text, { ...FEATURES, ...asked(given) }, ...rest);
    for (const name of METRICS) Object.defineProperty(font, name, { value: font[name] });
    for (const character of font.characterSet) font.glyphForCodePoint(character);
  }
}

/** Features of a style, which are names or names with what is wanted. */
function asked(given: string[] | Record<string, boolean> = {}): Record<string, boolean> {
  return Array.isArray(given) ? Object.fromEntries(given.map((name) => [name, true])) : given;
}
