import type { Pt } from '../../src/model/units.ts';
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
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0;
    sum += widths[code - 32] ?? 500;
    if (code > 0xffff) at += 1;
  }
  return (sum * size) / 1000;
}

/** An estimate of how many lines a text fills. */
export function lineCount(text: string, typeface: Typeface, size: Pt, width: Pt): number {
  return wrap(measured(text, typeface, size), width).length;
}

/** A text's words by their widths, and the width of the space between them. */
function measured(text: string, typeface: Typeface, size: Pt): { words: Pt[]; space: Pt } {
  const words = text.trim().split(/[^\S\u00a0]+/);
  return { words: words.map((word) => textWidth(word, typeface, size)), space: textWidth(' ', typeface, size) };
}

/** An estimate of a text's lines by their widths, broken at spaces as late as they fit. */
function wrap({ words, space }: ReturnType<typeof measured>, width: Pt): Pt[] {
  const lines: Pt[] = [];
  let used = 0;
  for (const length of words) {
    if (used > 0 && used + space + length > width) {
      lines.push(used);
      used = length;
    } else {
      used += (used > 0 ? space : 0) + length;
    }
  }
  return [...lines, used];
}

/** Least share of the column that a paragraph's last line fills. */
const LAST_LINE = 0.3;

/**
 * The widest column, no wider than `width` and no narrower than four fifths of it, in which a text takes no line more
 * and does not end in a lonely word; `width` where there is none.
 */
export function evenWidth(text: string, typeface: Typeface, size: Pt, width: Pt): Pt {
  const words = measured(text, typeface, size);
  const lines = wrap(words, width);
  if (lines.length < 2) return width;
  for (let tried = width; tried >= width * 0.8; tried -= width * 0.02) {
    const now = wrap(words, tried);
    if (now.length > lines.length) return width;
    if ((now.at(-1) ?? 0) >= tried * LAST_LINE) return tried;
  }
  return width;
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

/**
 * The first size in which a text fits on one line, else on two balanced lines, else on three; at worst the smallest size.
 * `further` are the sizes for more than one line, where these have less room.
 */
export function fitted(
  text: string,
  typeface: Typeface,
  sizes: readonly Pt[],
  width: Pt,
  further: readonly Pt[] = sizes,
): Fitted {
  for (const count of [1, 2, 3]) {
    const lines = balance(text, typeface, count);
    const size = (count === 1 ? sizes : further).find((one) =>
      lines.every((line) => textWidth(line, typeface, one) <= width),
    );
    if (size !== undefined) return { lines, size };
  }
  return { lines: balance(text, typeface, 3), size: further.at(-1) ?? 0 };
}
