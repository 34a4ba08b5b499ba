import type { Keep } from '../../model/keep.ts';
import { error, warning } from '../../model/problem.ts';
import { didYouMean } from '../../model/suggest.ts';
import type { Font, Theme } from '../../model/theme.ts';
import type { Report } from '../../read/files.ts';
import { alike, cutInStyle, type FontCut, fontOfCut, isCut, nearestCut, type WeightAndSlant } from './font-cuts.ts';
import type { FontFile } from './font-file.ts';
import { type FontChoice, REQUIRED, type Role, type Tokens } from './tokens.ts';

/** What faces set each role in, where tokens.json says no weight. */
const USUAL: Readonly<Record<Role, WeightAndSlant>> = {
  text: { weight: 400, italic: false },
  strong: { weight: 700, italic: false },
  emphasis: { weight: 400, italic: true },
  label: { weight: 700, italic: false },
  display: { weight: 600, italic: false },
};

/** Names of CSS that stand for whatever a machine has: a deck brings its fonts along. */
const GENERIC = /^(serif|sans-serif|monospace|cursive|fantasy|system-ui|math|emoji|ui-[a-z]+)$/;

/** What is chosen for a role. */
interface Chosen {
  /** The one file that is named, or all of the family. */
  files: readonly FontFile[];
  family: string;
  wanted: WeightAndSlant;
  /** True where tokens.json names this weight or this file: it is that or nothing. */
  exact: boolean;
  /** Families that set what it lacks. */
  further: readonly string[];
}

/** The fonts of a theme. */
export type Fonts = Pick<Theme, 'font' | 'fonts'>;

/** Something that faces ask for: a family, a weight and a slant, and what gives it. */
interface Face extends WeightAndSlant {
  /** What it is for, as messages say it. */
  name: string;
  family: string;
  of: Chosen;
  cut: FontCut;
}

/**
 * The fonts that faces ask for, of what tokens.json names and what files there are. Text and display must be there; for other roles,
 * and weights that no file gives, the nearest stands in, which is said once.
 */
export async function fontsOf(tokens: Tokens, files: readonly FontFile[], keep: Keep, report: Report): Promise<Fonts> {
  const own = onceEach(files.filter((file) => Object.keys(file.axes).length === 0).map(asFont));
  const [display, text] = REQUIRED.map(({ role, message }) => {
    if (tokens.font[role]) return chosen(role, { tokens, files, report });
    return void report(error({ file: tokens.file, rule: 'tokens/missing', message, allowed: familiesOf(files) }));
  });
  const [strong, emphasis, label] = (['strong', 'emphasis', 'label'] as const).map((role) =>
    chosen(role, { tokens, files, report }),
  );
  if (!text || !display) return { font: { display: display?.family ?? '', text: text?.family ?? '' }, fonts: own };
  const faces = facesOf({ text, display, strong, emphasis, label }, files);
  tellStandIns(faces, tokens, report);
  tellFurther(tokens, files, report);
  const named = (name: Role) => faces.find((one) => one.name === name)?.family;
  const font = {
    display: named('display') ?? display.family,
    text: text.family,
    ...(label && { label: named('label') }),
    ...(strong && { strong: true as const }),
  };
  return { font, fonts: await withFaces(own, faces, { files, keep }) };
}

/** What fonts are chosen of, and with. */
interface Choosing {
  tokens: Tokens;
  files: readonly FontFile[];
  report: Report;
}

/** Of several files of one font, each for other characters, the first: the others set what it lacks. */
function onceEach(fonts: readonly Font[]): Font[] {
  return fonts.filter((font, at) => fonts.findIndex((one) => keyOf(one) === keyOf(font)) === at);
}

function asFont({ family, weight, italic, path, data }: FontFile): Font {
  return { family, weight, italic, path, data };
}

function familiesOf(files: readonly FontFile[]): string[] {
  return [...new Set(files.map(({ family }) => family))];
}

/** What tokens.json chooses for a role; undefined where it chooses nothing, or after saying what it lacks. */
function chosen(role: Role, { tokens, files, report }: Choosing): Chosen | undefined {
  const choice = tokens.font[role];
  if (!choice) return undefined;
  const [name, ...further] = choice.names;
  const named = files.find((one) => one.name === name);
  const own = named ? [named] : files.filter((one) => one.family === name);
  const [first] = own;
  if (!first) return void report(missing(role, choice, files));
  // A file is what it is; only a variable one must be told.
  const usual = named && !named.axes.wght ? named : USUAL[role];
  const slant = named && !named.axes.ital && !named.axes.slnt ? named : USUAL[role];
  const wanted = { weight: choice.weight ?? usual.weight, italic: choice.italic ?? slant.italic };
  const cut = nearestCut(own, wanted);
  const exact = named !== undefined || choice.weight !== undefined || choice.italic !== undefined;
  if (exact && cut && !isCut(cut, wanted)) return void report(notGiven(role, wanted, own, choice));
  return { files: own, family: first.family, wanted, exact, further: further.filter((one) => !GENERIC.test(one)) };
}

function missing(role: Role, { names: [name], file, place }: FontChoice, files: readonly FontFile[]) {
  const isFile = /\.(ttf|otf|woff2?)$/iu.test(name);
  const allowed = isFile ? files.map((one) => one.name) : familiesOf(files);
  const what = isFile ? `The file "${name}"` : `The font "${name}"`;
  const message = `${what} of "font.${role}" is not in the deck's fonts folder.${didYouMean(name, allowed)}`;
  const note = 'Put its .ttf, .otf, .woff or .woff2 files there, or name another.';
  return error({ file, place, rule: 'font/missing', message, allowed, note });
}

function notGiven(
  role: Role,
  wanted: WeightAndSlant,
  files: readonly FontFile[],
  { names: [name], file, place }: FontChoice,
) {
  const message = `No file gives "${name}" of "font.${role}" in ${shown(wanted)}.`;
  return error({ file, place, rule: 'font/missing', message, allowed: files.map(rangeOf) });
}

/** What a file gives, as people write it: `400 italic`, `100–900`. */
function rangeOf({ axes: { wght, ital, slnt }, ...file }: FontFile): string {
  const weight = wght ? `${wght.min}–${wght.max}` : String(file.weight);
  return `${weight}${ital || slnt ? ' and italic' : file.italic ? ' italic' : ''}`;
}

function shown({ weight, italic }: WeightAndSlant): string {
  return `${weight}${italic ? ' italic' : ''}`;
}

/** All that faces ask for. */
function facesOf({ text, display, ...roles }: Roles, files: readonly FontFile[]): Face[] {
  const family = files.filter((one) => one.family === text.family);
  const ofText = (wanted: WeightAndSlant): Chosen => ({ ...text, files: family, wanted, exact: false });
  const further = (of: Chosen) => (of.further.length > 0 ? of : { ...of, further: text.further });
  const [strong, emphasis] = [
    further(roles.strong ?? ofText(USUAL.strong)),
    further(roles.emphasis ?? ofText(USUAL.emphasis)),
  ];
  const half = { weight: 600, italic: false };
  const semiBold = family.some((file) => isCut(cutInStyle(file, half), half)) ? ofText(half) : strong;
  const faces = [
    faceOf('text', USUAL.text, text, text.family),
    faceOf('emphasis', USUAL.emphasis, emphasis, text.family),
    faceOf('weight 600', half, semiBold, text.family),
    faceOf('strong', USUAL.strong, strong, text.family),
  ];
  const label = roles.label && further(roles.label);
  const apart = [beside('display', display, faces), ...(label ? [beside('label', label, faces)] : [])];
  // Without italics a strong word in a text that has emphasis is strong still.
  const bold = { weight: 700, italic: true };
  const isUpright = !nearestCut(emphasis.files, USUAL.emphasis)?.italic && !nearestCut(family, bold)?.italic;
  const upright = isUpright
    ? [faceOf('', { ...half, italic: true }, semiBold, text.family), faceOf('', bold, strong, text.family)]
    : [];
  return [...faces, ...apart, ...upright].filter((one) => one !== undefined);
}

type Roles = Record<'text' | 'display', Chosen> & Partial<Record<Role, Chosen | undefined>>;

function faceOf(name: string, asked: WeightAndSlant, of: Chosen, family: string): Face | undefined {
  const cut = nearestCut(of.files, of.wanted);
  return cut && { name, family, ...asked, of, cut };
}

/** A face of a family beside the text's; it goes by another name where one of the text goes by its own and is another font. */
function beside(role: 'display' | 'label', of: Chosen, faces: readonly (Face | undefined)[]): Face | undefined {
  const face = faceOf(role, USUAL[role], of, of.family);
  const there = face && faces.find((one) => one && keyOf(one) === keyOf(face));
  if (!there) return face;
  const { cut } = there;
  const isOne = cut.file === face.cut.file && isCut(cut, face.cut) && String(there.of.further) === String(of.further);
  return isOne ? face : { ...face, family: `${of.family} (${role})` };
}

function keyOf({ family, weight, italic }: WeightAndSlant & { family: string }): string {
  return `${family}/${weight}/${italic}`;
}

/** Says once which font stands in for which; what tokens.json names itself stands in for nothing. */
function tellStandIns(faces: readonly Face[], { font, file }: Tokens, report: Report): void {
  const told = faces.flatMap(({ name, of, cut }) => {
    if (name === '' || of.exact || isCut(cut, of.wanted)) return [];
    return [`${name} is set in ${cut.file.family} ${shown(cut)}, for there is no ${shown(of.wanted)}`];
  });
  if (told.length === 0) return;
  const message = `Fonts stand in for others: ${told.join('; ')}.`;
  const note = 'Add the files, or say in tokens.json what you want: "strong": { "$value": "A-File.ttf" }.';
  report(warning({ file, place: font.text?.place, rule: 'font/stand-in', message, note }));
}

/** A further family that is not there can set nothing. */
function tellFurther({ font }: Tokens, files: readonly FontFile[], report: Report): void {
  const allowed = familiesOf(files);
  for (const [role, { names, file, place }] of Object.entries(font)) {
    for (const name of names.slice(1)) {
      if (GENERIC.test(name) || files.some((one) => one.family === name || one.name === name)) continue;
      const message = `"${name}", a further font of "font.${role}", is not in the deck's fonts folder.${didYouMean(name, allowed)}`;
      const note = 'It sets the characters that the first lacks; without it they are missing.';
      report(warning({ file, place, rule: 'font/further', message, allowed, note }));
    }
  }
}

/** A deck's own fonts, and each that faces ask for in its place among them or after them. */
async function withFaces(
  own: readonly Font[],
  faces: readonly Face[],
  { files, keep }: { files: readonly FontFile[]; keep: Keep },
): Promise<Font[]> {
  const made = new Map<string, Promise<Font>>();
  const fontFor = (cut: FontCut): Promise<Font> => {
    const key = `${cut.file.path} ${cut.weight} ${cut.italic}`;
    const font = own.find((one) => one.path === cut.file.path) ?? made.get(key) ?? fontOfCut(cut, keep);
    made.set(key, Promise.resolve(font));
    return Promise.resolve(font);
  };
  const fonts = [...own];
  for (const { family, weight, italic, cut, of } of faces) {
    const font = await fontFor(cut);
    const others = fallbacksFor(cut, of, files);
    const fallbacks = await Promise.all(others.map(fontFor));
    const face = { ...font, family, weight, italic, ...(fallbacks.length > 0 && { fallbacks }) };
    const at = fonts.findIndex((one) => keyOf(one) === keyOf(face));
    if (at < 0) fonts.push(face);
    else if (fonts[at]?.path !== face.path || fallbacks.length > 0) fonts[at] = face;
  }
  return fonts;
}

/** What sets the characters that a font lacks: other files of the same, and further families in its weight. */
function fallbacksFor(cut: FontCut, { further, wanted }: Chosen, files: readonly FontFile[]): FontCut[] {
  const others = further.flatMap((name) => {
    const named = files.filter((one) => one.family === name || one.name === name);
    const nearest = nearestCut(named, wanted);
    return nearest ? [nearest, ...alike(named, nearest)] : [];
  });
  return [...alike(files, cut), ...others];
}
