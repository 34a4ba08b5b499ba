import { Font as Renderer } from '@react-pdf/renderer';
import type { GlyphRun, Font as Opened } from 'fontkit';
import { softParts } from '../font/breaks.ts';
import { isJoined, joined } from '../font/joined.ts';
import { FEATURES, opened } from '../font/open.ts';
import { lookUp } from '../model/look-up.ts';
import type { Font } from '../model/theme.ts';
import type { Stacked } from './stand-ins/textkit.ts';

// Words are divided only at the author's soft hyphens: looking for other places took a quarter of the time.
Renderer.registerHyphenationCallback(softParts);

/** fontkit reads these from a font's tables whenever they are asked for, which is at every letter. */
const METRICS = ['unitsPerEm', 'ascent', 'descent', 'lineGap', 'capHeight', 'xHeight'] as const;

/** The metrics that place letters in a line. */
const OF_LINES = ['ascent', 'descent', 'lineGap'] as const;

/** A font as the renderer asks for it: `family/weight/style`. */
export function nameOfFont({ family, weight, italic }: Font): string {
  return `${family}/${weight}/${italic ? 'italic' : 'normal'}`;
}

/** Gives the renderer the deck's fonts, opened. Once in a thread: a thread has the fonts of one deck. */
export function registerFonts(fonts: readonly Font[]): void {
  const known = new Set(
    Object.values(Renderer.getRegisteredFonts()).flatMap(({ sources }) => sources.map(({ src }) => src)),
  );
  const open = opener();
  for (const font of fonts) {
    const src = nameOfFont(font);
    if (known.has(src)) continue;
    known.add(src);
    const { family, weight, italic } = font;
    Renderer.register({ family, src, fontWeight: weight, fontStyle: italic ? 'italic' : 'normal' });
    const source = lookUp(Renderer.getRegisteredFonts(), family)?.sources.find((one) => one.src === src);
    // Not read again by the renderer: the file may be packed, a variable font, or have changed since.
    if (source) Object.assign(source, { data: open(font), loadResultPromise: Promise.resolve() });
  }
}

/** The opened fonts of this thread, with those that stand in for them, by their PostScript names. */
export function fontsByName(): ReadonlyMap<string, Opened> {
  const sources = Object.values(Renderer.getRegisteredFonts()).flatMap((family) => family.sources);
  const fonts = sources.flatMap(({ data }) => (data && data.type !== 'STANDARD' ? [data as unknown as Opened] : []));
  const all = fonts.flatMap((font) => [font, ...(((font as Stacked).fallbacks ?? []) as Opened[])]);
  return new Map(all.map((font) => [font.postscriptName, font]));
}

/**
 * Opens fonts, each with its fallbacks. Of two fonts with one PostScript name the renderer would print the first for both, so each gets
 * a name of its own. A font that is asked for in two weights is opened, and embedded, once.
 */
function opener(): (font: Font) => Opened {
  const made = new Map<string, Opened>();
  const names = new Map<string, number>();
  const ids = new Map<Uint8Array, number>();
  const idOf = ({ data }: Font) => {
    if (!ids.has(data)) ids.set(data, ids.size);
    return String(ids.get(data));
  };
  const open = (font: Font, first?: Opened): Opened => {
    const opened = readied(font, first);
    const count = (names.get(opened.postscriptName) ?? 0) + 1;
    names.set(opened.postscriptName, count);
    if (count > 1) Object.defineProperty(opened, 'postscriptName', { value: `${opened.postscriptName}-${count}` });
    return opened;
  };
  return (font) => {
    const { fallbacks = [] } = font;
    const key = [font, ...fallbacks].map(idOf).join();
    const known = made.get(key) ?? open(font);
    made.set(key, known);
    (known as Stacked).fallbacks ??= fallbacks.map((one) => open(one, known));
    return known;
  };
}

/**
 * A font, opened, with each glyph made from its character first. fontkit keeps the first object that it makes of a glyph, and
 * one made as a part of another (the dot of a colon) knows no character: the dot would be printed, but not found, copied or
 * read aloud. Ligatures are off, so that words are found as they are written.
 *
 * @param first the font that this one is a fallback of: it takes that font's ascent and descent, so that lines keep their height
 */
function readied({ data }: Font, first?: Opened): Opened {
  const font = opened(data);
  (font as Stacked).data = data;
  const layout = font.layout.bind(font);
  font.layout = (text, given, ...rest) =>
    typeof text === 'string' && isJoined(text)
      ? (joined(text, font, data) as GlyphRun)
      : layout(text, { ...FEATURES, ...asked(given) }, ...rest);
  for (const name of METRICS) Object.defineProperty(font, name, { value: font[name], configurable: true });
  for (const name of first ? OF_LINES : []) {
    const value = ((first?.[name] ?? 0) / (first?.unitsPerEm ?? 1)) * font.unitsPerEm;
    Object.defineProperty(font, name, { value });
  }
  for (const character of inOrder(font.characterSet)) font.glyphForCodePoint(character);
  return font;
}

/** Characters that share glyphs with the ideographs that texts are written in: parts of ideographs, by which dictionaries are sorted. */
const RADICALS = { from: 0x2e80, to: 0x2fdf };

/** A font's characters, those last of which no text is written: of the characters that share a glyph the first is found in a PDF. */
function inOrder(characters: readonly number[]): number[] {
  const isRadical = (one: number) => one >= RADICALS.from && one <= RADICALS.to;
  return [...characters.filter((one) => !isRadical(one)), ...characters.filter(isRadical)];
}

/** OpenType features as a style gives them, a list of names or `{ name: wanted }`, in the second form. */
function asked(given: string[] | Record<string, boolean> = {}): Record<string, boolean> {
  return Array.isArray(given) ? Object.fromEntries(given.map((name) => [name, true])) : given;
}
