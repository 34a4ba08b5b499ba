import type { AttributedString, LayoutOptions } from '@react-pdf/textkit';
import * as textkit from '@react-pdf/textkit';
import { jointParts, unspacedParts } from '../../font/breaks.ts';
import { isUnspaced } from '../../model/unspaced.ts';

type Breaker = (text: AttributedString, widths: number[]) => AttributedString[];

/** What it costs to end a line at a soft hyphen: more than a loose line, less than one that is half empty. */
const HYPHEN_PENALTY = 100;

/** A part of no letters: a line may end before it, without a hyphen. */
const JOINT = '';

/**
 * Breaks lines between words, and inside them where `breaks.ts` allows it. A word in two styles, like `**Mature**,`, stays one word: the
 * renderer itself would divide it there, with a hyphen.
 */
export function linebreaker(options: LayoutOptions): Breaker {
  const breakLines = textkit.linebreaker({ ...options, hyphenationPenalty: HYPHEN_PENALTY });
  return (given, widths) => {
    const text = withoutNewline(given);
    const narrowest = Math.min(...widths);
    const words = wholeWords(text);
    const syllables = words.flatMap(({ part, start }) => {
      if (isUnspaced(part)) return joined(unspacedParts(part));
      const parts = jointParts(part);
      return widthOf(text, start, start + part.length) <= narrowest ? [part] : joined(parts);
    });
    const isFilled = isUnspaced(text.string);
    return breakLines({ ...text, syllables: isFilled ? filled(text, syllables, narrowest) : syllables }, widths);
  };
}

function joined(parts: readonly string[]): string[] {
  return parts.flatMap((one, at) => (at === 0 ? [one] : [JOINT, one]));
}

/** Room for the hyphen of a word that is divided, in points: as much as textkit leaves. */
const HYPHEN = 5;

/**
 * Parts joined to lines, each as full as can be, with what is between lines. textkit evens out the spaces of a paragraph: where there are
 * next to none, as in Chinese and Japanese, it would leave lines half empty.
 */
function filled(text: AttributedString, parts: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let line = { text: '', start: 0 };
  // Between the line and the next part; undefined where that goes on with a word, after a hyphen.
  let gap: string | undefined;
  let end = 0;
  for (const [at, part] of parts.entries()) {
    const start = end;
    end += part.length;
    if (isGap(part)) {
      gap = (gap ?? '') + part;
      continue;
    }
    const hyphen = at === parts.length - 1 || isGap(parts[at + 1] ?? '') ? 0 : HYPHEN;
    if (line.text === '' || widthOf(text, line.start, end) + hyphen <= width) line.text += (gap ?? '') + part;
    else {
      lines.push(line.text, ...(gap === undefined ? [] : [gap]));
      line = { text: part, start };
    }
    gap = undefined;
  }
  return [...lines, line.text, ...(gap ? [gap] : [])];
}

/** Whether a part is between two words: spaces, or a joint. */
function isGap(part: string): boolean {
  return part.trim() === '';
}

/** A part of a word, and where it begins in the text. */
interface Placed {
  part: string;
  start: number;
}

/** The parts of a text between soft hyphens. Parts on both sides of a change of style are joined into one. */
function wholeWords({ syllables = [], runs }: AttributedString): Placed[] {
  const styles = new Set(runs.map(({ start }) => start));
  const words: Placed[] = [];
  let start = 0;
  for (const part of syllables) {
    const last = words.at(-1);
    if (last && last.part.trim() !== '' && part.trim() !== '' && styles.has(start)) last.part += part;
    else words.push({ part, start });
    start += part.length;
  }
  return words;
}

/** A text without its last newline: no font has that character, so it is set in a fallback, which may make the line higher. */
function withoutNewline(text: AttributedString): AttributedString {
  const { string, syllables = [], runs } = text;
  const end = string.length - 1;
  if (!string.endsWith('\n') || end === 0) return text;
  const last = syllables.at(-1) ?? '';
  return {
    ...text,
    string: string.slice(0, end),
    syllables: last === '\n' ? syllables.slice(0, -1) : [...syllables.slice(0, -1), last.slice(0, -1)],
    runs: runs.filter(({ start }) => start < end).map((run) => (run.end > end ? cut(run, end) : run)),
  };
}

function cut(run: AttributedString['runs'][number], end: number): AttributedString['runs'][number] {
  const { glyphs, positions, glyphIndices, stringIndices } = run;
  return {
    ...run,
    end,
    ...(glyphs && { glyphs: glyphs.slice(0, -1) }),
    ...(positions && { positions: positions.slice(0, -1) }),
    ...(glyphIndices && { glyphIndices: glyphIndices.slice(0, -1) }),
    ...(stringIndices && { stringIndices: stringIndices.slice(0, -1) }),
  };
}

/** How wide the letters between two places of a text are set. */
function widthOf({ runs }: AttributedString, start: number, end: number): number {
  return runs.reduce((sum, { start: from, end: to, positions = [], stringIndices = [] }) => {
    const [first, last] = [Math.max(start, from) - from, Math.min(end, to) - from];
    if (first >= last) return sum;
    const set = positions.slice(stringIndices[first] ?? 0, stringIndices[last] ?? positions.length);
    return sum + set.reduce((width, { xAdvance }) => width + xAdvance, 0);
  }, 0);
}
