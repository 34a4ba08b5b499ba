import type { Font, Theme } from '../model/theme.ts';

/** How a text is set, as far as that changes its width. */
export interface Type {
  theme: Theme;
  display?: boolean | undefined;
  /** A heading in capitals. */
  label?: boolean | undefined;
  weight?: 400 | 600 | 700 | undefined;
  italic?: boolean | undefined;
}

/** The deck's font for a type; where the family lacks the weight or slant, the nearest, which the renderer takes too. */
export function fontOf({ theme, display = false, label = false, weight = 400, italic = false }: Type): Font {
  const [family, wanted] = display ? [theme.font.display, 600] : [fontFamilyOf(theme, label), label ? 700 : weight];
  const off = (font: Font) =>
    (font.family === family ? 0 : 10_000) + (font.italic === italic ? 0 : 2000) + Math.abs(font.weight - wanted);
  const [first, ...others] = theme.fonts;
  if (first === undefined) throw new Error('a deck without fonts');
  return others.reduce((nearest, font) => (off(font) < off(nearest) ? font : nearest), first);
}

/** The family for text other than titles: headings in capitals may have one of their own. */
export function fontFamilyOf({ font }: Theme, label: boolean): string {
  return label ? (font.label ?? font.text) : font.text;
}
