import type { Pt } from '../../src/units.ts';
import { WIDTHS } from './widths.ts';

/** A typeface of the deck as far as layouts tell them apart. */
export type Typeface = keyof typeof WIDTHS;

/**
 * An estimate of a text's width. Layouts choose sizes and line breaks before react-pdf sets the text; the widths are those of the
 * deck's own fonts, so that with another brand's font the choice is rougher but nothing is lost: the renderer still wraps.
 */
export function textWidth(text: string, typeface: Typeface, size: Pt): Pt {
  const widths = WIDTHS[typeface];
  let sum = 0;
  for (const char of text) sum += widths[(char.codePointAt(0) ?? 0) - 32] ?? 500;
  return (sum * size) / 1000;
}

/** An estimate of how many lines a text fills, broken at spaces as early as the renderer breaks them. */
export function lineCount(text: string, typeface: Typeface, size: Pt, width: Pt): number {
  const space = textWidth(' ', typeface, size);
  let [lines, used] = [1, 0];
  for (const word of text.split(/\s+/)) {
    const length = textWidth(word, typeface, size);
    if (used > 0 && used + space + length > width) {
      lines += 1;
      used = length;
    } else {
      used += (used > 0 ? space : 0) + length;
    }
  }
  return lines;
}

/** A text cut into exactly `count` lines at spaces so that the longest is as short as can be; fewer where it has fewer words. */
export function balance(text: string, typeface: Typeface, count: number): string[] {
  const words = text.split(/\s+/);
  if (count <= 1 || words.length <= 1) return [words.join(' ')];
  let best: { lines: string[]; longest: number } | undefined;
  for (let cut = 1; cut < words.length; cut += 1) {
    const lines = [words.slice(0, cut).join(' '), ...balance(words.slice(cut).join(' '), typeface, count - 1)];
    const longest = Math.max(...lines.map((line) => textWidth(line, typeface, 1)));
    if (best === undefined || longest < best.longest) best = { lines, longest };
  }
  return best?.lines ?? [text];
}

/** A text with its lines and the size they are set in. */
export interface Fitted {
  lines: readonly string[];
  size: Pt;
}

/** The first size in which a text fits on one line, else on two balanced lines, else on three; at worst the smallest size. */
export function fitted(text: string, typeface: Typeface, sizes: readonly Pt[], width: Pt): Fitted {
  for (const count of [1, 2, 3]) {
    const lines = balance(text, typeface, count);
    const size = sizes.find((one) => lines.every((line) => textWidth(line, typeface, one) <= width));
    if (size !== undefined) return { lines, size };
  }
  return { lines: balance(text, typeface, 3), size: sizes.at(-1) ?? 0 };
}
