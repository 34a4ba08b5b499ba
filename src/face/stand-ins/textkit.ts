import type { AttributedString } from '@react-pdf/textkit';
import * as textkit from '@react-pdf/textkit';
import type { Font as Opened } from 'fontkit';
import { runsByFont } from '../../font/runs-by-font.ts';

// The package that react-pdf sets text with, changed in two ways: where words may be divided, and that characters which a font lacks are
// set in the deck's other fonts. The renderer is given this in place of the package itself: see `src/bundle.mjs`.
export * from '@react-pdf/textkit';
export { default } from '@react-pdf/textkit';
export { linebreaker } from './divide.ts';

/** An opened font, with the fonts for characters that it lacks. */
export interface Stacked {
  /** Its file, not packed. */
  data?: Uint8Array;
  fallbacks?: readonly object[];
}

/** Gives each character the first font that has it: the text's own, then its fallbacks in the deck, then the renderer's. */
export function fontSubstitution(): (text: AttributedString) => AttributedString {
  const substitute = textkit.fontSubstitution();
  return (text) => substitute(withFallbacks(text));
}

function withFallbacks({ string, ...text }: AttributedString): AttributedString {
  const runs = text.runs.flatMap((run) => {
    const { font: [first, ...rest] = [] } = run.attributes;
    const fallbacks = (first ? fallbacksOf(first) : []) as (typeof rest)[number][];
    if (!first || fallbacks.length === 0) return [run];
    let { start } = run;
    return runsByFont(string.slice(run.start, run.end), [first, ...fallbacks], hasGlyph).map(({ text: part, of }) => {
      const own = { start, end: start + part.length, attributes: { ...run.attributes, font: [of, first, ...rest] } };
      start = own.end;
      return own;
    });
  });
  return { ...text, string, runs };
}

/** No font need have a soft hyphen: it takes the font of the letter before it. */
const SOFT_HYPHEN = 0xad;

function hasGlyph(font: object, character: number): boolean {
  return character === SOFT_HYPHEN || (font as Opened).hasGlyphForCodePoint(character);
}

function fallbacksOf(font: object): readonly object[] {
  return (font as Stacked).fallbacks ?? [];
}
