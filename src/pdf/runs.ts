import { lookUp } from '../model/look-up.ts';
import { inLabel } from '../model/spaces.ts';
import { widthOf } from './embed-font.ts';
import type { SlugFont } from './slug-font.ts';

/** A stretch of a text that is set in one font. */
export interface SlugFontRun {
  text: string;
  font: SlugFont;
}

/**
 * A text in one line, stretch by stretch, each character in the first of some fonts that has it. One that none has is left out: see `lacking`.
 */
export function fontRunsOf(text: string, fonts: readonly SlugFont[]): SlugFontRun[] {
  const runs: SlugFontRun[] = [];
  for (const character of inLabel(text)) {
    const font = fonts.find(({ glyphs }) => lookUp(glyphs, character));
    const last = runs.at(-1);
    if (font && last?.font === font) last.text += character;
    else if (font) runs.push({ text: character, font });
  }
  return runs;
}

/** A font, and what sets the characters that it lacks. */
export function fontsIn(font: SlugFont): readonly SlugFont[] {
  return [font, ...(font.others ?? [])];
}

/** Draws a text stretch by stretch; each begins so many em after the text itself. */
export function drawRuns(
  text: string,
  fonts: readonly SlugFont[],
  draw: (run: SlugFontRun, from: number) => string,
): string {
  let from = 0;
  const drawn = fontRunsOf(text, fonts).map((run) => {
    const own = draw(run, from);
    from += widthOf(run.text, run.font);
    return own;
  });
  return drawn.join('\n');
}

/** The characters of a text that none of some fonts has. */
export function lacking(text: string, fonts: readonly SlugFont[]): string[] {
  return [...new Set(inLabel(text))].filter((character) => !fonts.some(({ glyphs }) => lookUp(glyphs, character)));
}

/** A text's width in em, in those of some fonts that have its characters. */
export function widthIn(text: string, fonts: readonly SlugFont[]): number {
  return fontRunsOf(text, fonts).reduce((sum, run) => sum + widthOf(run.text, run.font), 0);
}
