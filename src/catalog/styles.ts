import { deserialize, serialize } from 'node:v8';
import { madeOf } from '../font/joined.ts';
import { type Cache, noCache } from '../model/cache.ts';
import { tint } from '../model/card-facts.ts';
import { contrast, mixed, readable } from '../model/contrast.ts';
import type { Deck } from '../model/deck.ts';
import type { Format } from '../model/faces.ts';
import { textOf } from '../model/noting.ts';
import type { Output } from '../model/output.ts';
import type { Font, Theme } from '../model/theme.ts';
import { lightAndDark } from '../model/white-paper.ts';
import { charactersOf, ENGLISH, subset } from './font-subset.ts';
import { hashedName } from './hashed.ts';
import { woff2 } from './woff.ts';

/**
 * The style sheet: the deck's tokens as custom properties, then the layouts' own rules.
 *
 * @param letters of `lettersOf`
 */
export function styleSheet(theme: Theme, format: Format, rules: string, letters = ''): string {
  const ground = groundsOf(theme);
  const tints = Object.entries(theme.colour).map(([name, value]) => ({ name: tint(name), value }));
  const [paper] = lightAndDark(theme);
  const light = tints.map(({ name, value }) => {
    const onAccent = contrast(paper, value) >= contrast(ground.ink, value) ? paper : ground.ink;
    const text = readable(value, ground.light, '#000000');
    return `.${name}{--accent:${value};--on-accent:${onAccent};--accent-text:${text}}`;
  });
  const dark = tints.map(({ name, value }) => `.${name}{--accent-text:${readable(value, ground.dark, '#ffffff')}}`);
  return [
    ...usedFonts(theme, letters).flatMap(fontFaces),
    `:root{${rootOf(theme, format).join(';')}}`,
    ...light,
    `@media screen and (prefers-color-scheme:dark){${dark.join('')}}`,
    rules,
  ].join('\n');
}

/** Fonts with more bytes are cut to the letters of the deck: Chinese and Japanese ones, of which a visitor would wait for 3 to 13 MB. */
const LARGE = 1_000_000;

/** The letters of a deck, each once, where one of its fonts is to be cut to them. */
export function lettersOf(deck: Deck): string {
  const fonts = deck.theme.fonts.flatMap((font) => [font, ...(font.fallbacks ?? [])]);
  if (!fonts.some(isLarge)) return '';
  const text = textOf(deck, () => '');
  return [...new Set(charactersOf(ENGLISH) + text + madeOf(text))].sort().join('');
}

function isLarge({ data }: Font): boolean {
  return data.length > LARGE;
}

/**
 * The deck's fonts for the web, each cut down to English, and whole for pages that show other characters.
 *
 * @param letters of `lettersOf`: the only ones of large fonts
 */
export async function fontFiles(theme: Theme, letters = '', cache: Cache = noCache): Promise<Output[]> {
  const fonts = [...new Map(usedFonts(theme, letters).map((used) => [used.file, used] as const)).values()];
  const about = JSON.stringify([ENGLISH, letters, fonts.map(({ file, further }) => [file, further])]);
  const key = ['web fonts', about, ...fonts.map(({ font }) => font.data)];
  return deserialize(await cache.get(key, async () => serialize(await packed(fonts, letters)))) as Output[];
}

async function packed(fonts: readonly Used[], letters: string): Promise<Output[]> {
  const files = fonts.flatMap(({ font, file, further }) => [
    { path: `site/${file}.woff2`, font: isLarge(font) ? cut(font, letters) : woff2(font.data, 'quick') },
    ...(further ? [] : [{ path: `site/${file}-english.woff2`, font: cut(font, charactersOf(ENGLISH)) }]),
  ]);
  return await Promise.all(files.map(async ({ path, font }) => ({ path, bytes: await font })));
}

async function cut({ data }: Font, letters: string): Promise<Uint8Array> {
  return await woff2(await subset(data, letters));
}

/** A font that the style sheet names, and its file in the site without an ending. */
interface Used {
  font: Font;
  file: string;
  /** True for a font that only stands in for characters that the deck's fonts lack. */
  further: boolean;
}

/** The fonts that the style sheet names; the deck may have more. Where one font stands in for another, both rules name one file. */
function usedFonts(theme: Theme, letters: string): Used[] {
  const used = theme.fonts.filter((font) => isUsed(font, theme));
  const fallbacks = used.flatMap((font) => (font.fallbacks ?? []).map((one, at) => standIn(font, one, at)));
  const files = new Map<Uint8Array, Used>();
  return [...used, ...fallbacks].map((font, at) => {
    const taken = [...files.values()].map(({ file }) => file);
    const known = files.get(font.data) ?? { font, file: fileOf(font, taken, letters), further: at >= used.length };
    files.set(font.data, known);
    return { ...known, font };
  });
}

function isUsed(font: Font, { font: { display, text, label, strong } }: Theme): boolean {
  if (font.family === display || font.family === label) return true;
  return font.family === text && (font.weight !== 700 || strong === true);
}

/** The font that stands in for characters that another lacks, as a family of its own: browsers take the first in the list that has one. */
function standIn({ family, weight, italic }: Font, { data, path }: Font, at: number): Font {
  return { family: furtherName(family, at), weight, italic, data, path };
}

function furtherName(family: string, at: number): string {
  return `${family} +${at + 1}`;
}

function rootOf(theme: Theme, format: Format): string[] {
  const ground = groundsOf(theme);
  return [
    `--paper:${ground.light}`,
    `--night:${ground.dark}`,
    `--ink:${ground.ink}`,
    `--display:${stackOf(theme.font.display, theme)},Georgia,serif`,
    `--text:${stackOf(theme.font.text, theme)},system-ui,sans-serif`,
    ...(theme.font.strong ? ['--strong:700'] : []),
    ...(theme.font.label === undefined ? [] : [`--label:${stackOf(theme.font.label, theme)},var(--text)`]),
    `--card-width:${format.width}mm`,
    `--card-height:${format.height}mm`,
    `--card-ratio:${format.width}/${format.height}`,
    `--card-radius:${percent(format.radius / format.width)}/${percent(format.radius / format.height)}`,
  ];
}

/** A family as CSS names it, followed by the one for characters that it lacks. */
function stackOf(family: string, { fonts }: Theme): string {
  const most = Math.max(
    0,
    ...fonts.filter((font) => font.family === family).map((font) => font.fallbacks?.length ?? 0),
  );
  const further = Array.from({ length: most }, (_, at) => furtherName(family, at));
  return [family, ...further].map((name) => `"${name}"`).join();
}

/** The grounds that text stands on, in the light and in the dark style. */
function groundsOf(theme: Theme): { light: string; dark: string; ink: string } {
  const [paper, ink] = lightAndDark(theme);
  return { light: mixed(paper, '#ffffff', 0.35), dark: mixed(ink, '#000000', 0.35), ink };
}

/** Two rules a font, the whole one first: the later wins for its range, so a page in English loads the small one alone. */
function fontFaces({ font, file, further }: Used): string[] {
  const face = (path: string, range: string) =>
    `@font-face{font-family:"${font.family}";font-weight:${font.weight};font-style:${font.italic ? 'italic' : 'normal'};font-display:swap;src:url(${path}) format("woff2")${range}}`;
  const whole = face(`${file}.woff2`, '');
  return further ? [whole] : [whole, face(`${file}-english.woff2`, `;unicode-range:${ENGLISH}`)];
}

function fileOf(font: Font, taken: readonly string[], letters: string): string {
  const name = font.family.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const file = `fonts/${name}-${font.weight}${font.italic ? '-italic' : ''}`;
  const same = taken.filter((one) => one.startsWith(`${file}.`) || one.startsWith(`${file}-v`)).length;
  // The packed files depend on nothing else.
  const content = isLarge(font) ? Buffer.concat([font.data, Buffer.from(letters)]) : font.data;
  return hashedName(`${same > 0 ? `${file}-v${same + 1}` : file}.woff2`, content).replace(/\.woff2$/u, '');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
