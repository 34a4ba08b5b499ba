import type { AttributedString } from '@react-pdf/textkit';
import * as textkit from '@react-pdf/textkit';

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

function withFallbacks(text: AttributedString): AttributedString {
  const runs = text.runs.map((run) => {
    const font = run.attributes.font?.flatMap((one) => [one, ...(fallbacksOf(one) as (typeof one)[])]);
    return font ? { ...run, attributes: { ...run.attributes, font } } : run;
  });
  return { ...text, runs };
}

function fallbacksOf(font: object): readonly object[] {
  return (font as Stacked).fallbacks ?? [];
}
