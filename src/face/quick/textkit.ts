import type { AttributedString, Container, LayoutOptions, Paragraph } from '@react-pdf/textkit';
import * as textkit from '@react-pdf/textkit';

// What react-pdf lays text out with, quicker for the texts of a deck and the same for all: tests/face/quick/textkit.test.ts.
// The renderer is given this in place of its own package: see `src/bundle.mjs`.
export * from '@react-pdf/textkit';
export { linebreaker } from './divide.ts';

type Engine = ReturnType<typeof textkit.default>;
type Itemizer = (text: AttributedString) => AttributedString;

/** Texts that are longer are hardly ever there twice; in characters. */
const SHORT = 80;

/**
 * Lays out each short text once: four texts of ten on a deck's faces are there more than once, as labels, footers and
 * numbers. Whoever gets the lines only reads them.
 */
export default function quickEngine(engines: Parameters<typeof textkit.default>[0]): Engine {
  const layOut = textkit.default(engines);
  const kept = new WeakMap<object, Map<string, Paragraph[]>>();
  return (text, container, options = {}) => {
    if (text.string.length > SHORT || text.runs.some(({ attributes }) => attributes.attachment)) {
      return layOut(text, container, options);
    }
    // A callback that is made anew each time takes what was kept for it along when it goes.
    const by = options.hyphenationCallback ?? engines;
    const known = kept.get(by) ?? new Map<string, Paragraph[]>();
    kept.set(by, known);
    const key = keyOf(text, container, options);
    const lines = known.get(key) ?? layOut(text, container, options);
    known.set(key, lines);
    return lines;
  };
}

/** Everything that the lines of a text depend on. */
function keyOf({ string, runs }: AttributedString, container: Container, options: LayoutOptions): string {
  const styles = runs.map(({ start, end, attributes: { font = [], ...style } }) => {
    return [start, end, font.map(idOf), style];
  });
  return JSON.stringify([string, styles, container, { ...options, hyphenationCallback: undefined }]);
}

const ids = new Map<object, number>();

function idOf(font: object): number {
  const id = ids.get(font) ?? ids.size;
  ids.set(font, id);
  return id;
}

/** Letters and marks that set text running from right to left, and all beyond the first 65,536 characters (UAX 9). */
const MAY_TURN = /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufb1d-\ufdff\ufe70-\ufeff]/u;

/** Which way text runs. Without a letter that could turn it there is one answer for all of it. */
export function bidi(): Itemizer {
  const whole = textkit.bidi();
  return (text) => {
    const { string, runs } = text;
    if (string === '' || runs[0]?.attributes.direction !== 'ltr' || MAY_TURN.test(string)) return whole(text);
    return { string, runs: [{ start: 0, end: string.length, attributes: { bidiLevel: 0 } }] };
  };
}

/** Latin letters with and without accents, digits, punctuation, arrows and signs: of two letters none is of another script. */
const LATIN = /^[\0-\u024f\u2010-\u205e\u2190-\u22ff]*$/u;
const LETTER = /\p{Script=Latin}/u;

/** Which script text is in. It begins at the first letter: what is before it belongs to none. */
export function scriptItemizer(): Itemizer {
  const whole = textkit.scriptItemizer();
  return (text) => {
    const { string } = text;
    const start = string.search(LETTER);
    if (start < 0 || !LATIN.test(string)) return whole(text);
    return { string, runs: [{ start, end: string.length, attributes: { script: 'Latin' } }] };
  };
}

/** It takes the font of what is before it. */
const SOFT_HYPHEN = 0xad;

/** The characters of fonts that were asked for. */
const characters = new WeakMap<object, ReadonlySet<number>>();

/** Which font sets what. Where the first one has every character, it sets them all. */
export function fontSubstitution(): Itemizer {
  const whole = textkit.fontSubstitution();
  return (text) => {
    const { string, runs } = text;
    const [{ attributes: { font: [font] = [], fontSize } = {} } = {}] = runs;
    const same = runs.every(({ attributes }) => attributes.font?.[0] === font && attributes.fontSize === fontSize);
    if (!font || !fontSize || !same || !hasAll(font, string)) return whole(text);
    return {
      string,
      runs: [{ start: 0, end: string.length, attributes: { font: [font], scale: fontSize / font.unitsPerEm } }],
    };
  };
}

function hasAll(font: object, string: string): boolean {
  const has = charactersOf(font);
  for (let at = 0; at < string.length; at += 1) if (!has.has(string.charCodeAt(at))) return false;
  return string !== '';
}

function charactersOf(font: object & { characterSet?: readonly number[] }): ReadonlySet<number> {
  const known = characters.get(font) ?? new Set(font.characterSet?.filter((one) => one !== SOFT_HYPHEN) ?? []);
  characters.set(font, known);
  return known;
}
