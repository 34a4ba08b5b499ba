import { lettersOf } from '../model/accents.ts';
import { inLabel } from '../model/spaces.ts';
import { encode, type Shown, widthOf } from './embed-font.ts';
import { hasLetter } from './has-letter.ts';
import type { SlugFont } from './slug-font.ts';

/** A stretch of a text that is set in one font. */
export interface SlugFontRun {
  text: string;
  font: SlugFont;
}

/**
 * A text in one line, stretch by stretch, each letter in the first of some fonts that has it, with its accents. One that none has is left out: see `lacking`.
 */
export function fontRunsOf(text: string, fonts: readonly SlugFont[]): SlugFontRun[] {
  const runs: SlugFontRun[] = [];
  for (const letter of lettersOf(inLabel(text))) {
    const font = fonts.find((one) => hasLetter(one, letter));
    const last = runs.at(-1);
    if (font && last?.font === font) last.text += letter;
    else if (font) runs.push({ text: letter, font });
  }
  return runs;
}

/** A font, and what sets the characters that it lacks. */
export function fontsIn(font: SlugFont): readonly SlugFont[] {
  return [font, ...(font.others ?? [])];
}

/** Draws a text stretch by stretch; each begins so many em after the text itself, and above its line. */
export function drawRuns(
  text: string,
  fonts: readonly SlugFont[],
  draw: (shown: Shown & { font: SlugFont }) => string,
): string {
  let from = 0;
  const drawn = fontRunsOf(text, fonts).flatMap((run) => {
    const own = encode(run.text, run.font).map((one) => draw({ ...one, along: from + one.along, font: run.font }));
    from += widthOf(run.text, run.font);
    return own;
  });
  return drawn.join('\n');
}

/** The letters of a text that none of some fonts has, each with its accents. */
export function lacking(text: string, fonts: readonly SlugFont[]): string[] {
  return [...new Set(lettersOf(inLabel(text)))].filter((letter) => !fonts.some((one) => hasLetter(one, letter)));
}

/** A text's width in em, in those of some fonts that have its characters. */
export function widthIn(text: string, fonts: readonly SlugFont[]): number {
  return fontRunsOf(text, fonts).reduce((sum, run) => sum + widthOf(run.text, run.font), 0);
}
