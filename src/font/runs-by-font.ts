/** A part of a text, and the font that sets it. */
export interface FontRun<Of> {
  text: string;
  of: Of;
}

/**
 * A text by the fonts that set it. A word is set in the first font that has all its letters: a font for English has μ too, but
 * among another font's Greek letters it would look strange. A word that no font has whole is set letter by letter, each in the
 * first font that has it; a letter that none has goes to the first font.
 *
 * @param fonts the first of which sets all that it can
 */
export function runsByFont<Of>(
  text: string,
  fonts: readonly [Of, ...Of[]],
  has: (font: Of, character: number) => boolean,
): FontRun<Of>[] {
  const [first] = fonts;
  const hasAll = (font: Of, word: string) => [...word].every((one) => has(font, one.codePointAt(0) ?? 0));
  const having = (part: string) => fonts.find((font) => hasAll(font, part));
  const runs: FontRun<Of>[] = [];
  const add = (part: string, of: Of) => {
    const last = runs.at(-1);
    if (last?.of === of) last.text += part;
    else runs.push({ text: part, of });
  };
  for (const part of text.split(/(\s+)/u).filter((one) => one !== '')) {
    const whole = having(part);
    if (whole !== undefined) add(part, whole);
    else for (const letter of part) add(letter, having(letter) ?? first);
  }
  return runs;
}
