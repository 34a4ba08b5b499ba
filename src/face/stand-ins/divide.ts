import type { AttributedString, LayoutOptions } from '@react-pdf/textkit';
import * as textkit from '@react-pdf/textkit';
import { jointParts } from '../../font/breaks.ts';

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
      const parts = jointParts(part);
      if (parts.length === 1 || widthOf(text, start, start + part.length) <= narrowest) return [part];
      return parts.flatMap((one, at) => (at === 0 ? [one] : [JOINT, one]));
    });
    return breakLines({ ...text, syllables }, widths);
  };
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
