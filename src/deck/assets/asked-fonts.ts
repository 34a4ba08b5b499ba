import { type ChosenFont, USUAL_CUT } from './chosen-fonts.ts';
import { cutInStyle, type FontCut, isCut, nearestCut, type WeightAndSlant } from './font-cuts.ts';
import type { FontFile } from './font-file.ts';
import type { Role } from './tokens.ts';

/** A family, weight and slant that faces ask the renderer for, and the font that answers. */
export interface AskedFont extends WeightAndSlant {
  /** What it sets, as messages call it: `display`, `weight 600`. */
  name: string;
  family: string;
  of: ChosenFont;
  cut: FontCut;
}

/** Every font that faces ask for, with what it is set in. */
export function askedFonts({ text, display, ...roles }: Roles, files: readonly FontFile[]): AskedFont[] {
  const family = files.filter((one) => one.family === text.family);
  const ofText = (wanted: WeightAndSlant): ChosenFont => ({ ...text, files: family, wanted, exact: false });
  const further = (of: ChosenFont) => (of.further.length > 0 ? of : { ...of, further: text.further });
  const [strong, emphasis] = [
    further(roles.strong ?? ofText(USUAL_CUT.strong)),
    further(roles.emphasis ?? ofText(USUAL_CUT.emphasis)),
  ];
  const half = { weight: 600, italic: false };
  const semiBold = family.some((file) => isCut(cutInStyle(file, half), half)) ? ofText(half) : strong;
  const textFonts = [
    askedFont('text', USUAL_CUT.text, text, text.family),
    askedFont('emphasis', USUAL_CUT.emphasis, emphasis, text.family),
    askedFont('weight 600', half, semiBold, text.family),
    askedFont('strong', USUAL_CUT.strong, strong, text.family),
  ];
  const label = roles.label && further(roles.label);
  const apart = [askedApart('display', display, textFonts), ...(label ? [askedApart('label', label, textFonts)] : [])];
  // In a deck without italics, strong words inside emphasis ask for a bold italic: upright bold is nearer than italic regular.
  const bold = { weight: 700, italic: true };
  const isUpright = !nearestCut(emphasis.files, USUAL_CUT.emphasis)?.italic && !nearestCut(family, bold)?.italic;
  const upright = isUpright
    ? [askedFont('', { ...half, italic: true }, semiBold, text.family), askedFont('', bold, strong, text.family)]
    : [];
  return [...textFonts, ...apart, ...upright, ...slanted(family, ofText)].filter((one) => one !== undefined);
}

/** Bold italics that the text's family has as files: for the web each comes in several, one for each alphabet. */
function slanted(family: readonly FontFile[], ofText: (wanted: WeightAndSlant) => ChosenFont) {
  const files = family.filter(({ axes }) => Object.keys(axes).length === 0);
  return [600, 700].flatMap((weight) => {
    const wanted = { weight, italic: true };
    const [first] = files.filter((file) => isCut(file, wanted));
    return first ? [askedFont('', wanted, ofText(wanted), first.family)] : [];
  });
}

type Roles = Record<'text' | 'display', ChosenFont> & Partial<Record<Role, ChosenFont | undefined>>;

function askedFont(name: string, asked: WeightAndSlant, of: ChosenFont, family: string): AskedFont | undefined {
  const cut = nearestCut(of.files, of.wanted);
  return cut && { name, family, ...asked, of, cut };
}

/**
 * The font of a role that has a family of its own. Where a font of the text already has that family, weight and slant but another file, this
 * one gets a name of its own, `Lato (display)`: the renderer would print the first of two fonts with one name.
 */
function askedApart(
  role: 'display' | 'label',
  of: ChosenFont,
  textFonts: readonly (AskedFont | undefined)[],
): AskedFont | undefined {
  const font = askedFont(role, USUAL_CUT[role], of, of.family);
  const there = font && textFonts.find((one) => one && keyOf(one) === keyOf(font));
  if (!there) return font;
  const { cut } = there;
  const isOne = cut.file === font.cut.file && isCut(cut, font.cut) && String(there.of.further) === String(of.further);
  return isOne ? font : { ...font, family: `${of.family} (${role})` };
}

/** How the renderer tells fonts apart. */
export function keyOf({ family, weight, italic }: WeightAndSlant & { family: string }): string {
  return `${family}/${weight}/${italic}`;
}
