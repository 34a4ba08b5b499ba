import type { AttributedString } from '@react-pdf/textkit';
import * as textkit from '@react-pdf/textkit';
import type { Font as Opened } from 'fontkit';
import { runsByFont } from '../../font/runs-by-font.ts';

// What react-pdf sets text with, but that words are divided elsewhere, and that a deck's fonts stand in for one another. The
// renderer is given this in place of its own package: see `src/bundle.mjs`.
export * from '@react-pdf/textkit';
export { default } from '@react-pdf/textkit';
export { linebreaker } from './divide.ts';

/** A font, opened, that knows what sets the characters which it lacks. */
export interface Stacked {
  fallbacks?: readonly object[];
}

/** Which font sets what: the first that has a character of a text's own, of what the deck has for it, and of what the renderer has. */
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

/** It takes the font of what is before it; a letter that only the renderer's own fonts have is a fault that the inspection finds. */
const SOFT_HYPHEN = 0xad;

function hasGlyph(font: object, character: number): boolean {
  return character === SOFT_HYPHEN || (font as Opened).hasGlyphForCodePoint(character);
}

function fallbacksOf(font: object): readonly object[] {
  return (font as Stacked).fallbacks ?? [];
}
