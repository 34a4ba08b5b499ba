import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { textWidth } from '../font/lines.ts';
import { openFont } from '../font/open.ts';
import { fontOf, type Type } from '../font/type.ts';
import { type Cache, noCache } from '../model/cache.ts';
import { textOf } from '../model/noting.ts';
import type { Font, Theme } from '../model/theme.ts';
import type { ComposerWidths } from './client/composer-data.ts';

/** The blocks of Latin, Greek, Cyrillic and Vietnamese letters, with digits and signs: first and last number of each. */
const BLOCKS = [
  [0x20, 0x24f],
  [0x370, 0x52f],
  [0x1e00, 0x1eff],
] as const;

/** What people write in, and the marks of careful typing. */
const LETTERS = [
  ...BLOCKS.flatMap(([first, last]) => Array.from({ length: 1 + last - first }, (_, at) => first + at)).map((point) =>
    String.fromCodePoint(point),
  ),
  ...'–—‘’‚“”„…•€→₴₺₫',
  // Spaces: as wide as a figure, thin, and the one that French writes before `?`.
  ...'\u2007\u2009\u202f',
].filter((letter) => /[\p{L}\p{N}\p{P}\p{S} \u2007\u2009\u202f]/u.test(letter));

/** A sentence of usual words: budgets count characters as wide as its average. */
const USUAL = 'which three signals would tell our support team that a member is about to leave for good next month';

/** The widths, as they were measured in an earlier run of the same fonts: the letters of four cuts take as long as a hundred pages. */
export async function widthsOnce(theme: Theme, cache: Cache = noCache): Promise<ComposerWidths> {
  const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const key = ['letter widths', textOf([theme.font, theme.fonts.map(({ path: _, ...font }) => font)], digest)];
  return deserialize(await cache.get(key, async () => serialize(widthsOf(theme)))) as ComposerWidths;
}

/** The widths of those letters that the deck's own fonts, or what stands in for them, have in every cut. */
export function widthsOf(theme: Theme): ComposerWidths {
  const cuts: Record<'regular' | 'strong' | 'italic', Type> = {
    regular: { theme },
    strong: { theme, weight: 600 },
    italic: { theme, italic: true },
  };
  const sets = [...Object.values(cuts), { theme, display: true }].map(
    (cut) => new Set(withFallbacks(fontOf(cut)).flatMap((font) => openFont(font).characterSet)),
  );
  const letters = LETTERS.filter((letter) => sets.every((set) => set.has(letter.codePointAt(0) ?? 0)));
  // Between two letters, as a space or a mark at a line's end has no width.
  const width = (letter: string, cut: Type) => textWidth(`n${letter}n`, cut, 1000) - textWidth('nn', cut, 1000);
  const widths = (cut: Type) => letters.map((letter) => Math.ceil(width(letter, cut)));
  return {
    letters: letters.join(''),
    regular: widths(cuts.regular),
    strong: widths(cuts.strong),
    italic: widths(cuts.italic),
    usual: textWidth(USUAL, cuts.regular, 1000) / USUAL.length,
  };
}

function withFallbacks(font: Font): Font[] {
  return [font, ...(font.fallbacks ?? [])];
}
