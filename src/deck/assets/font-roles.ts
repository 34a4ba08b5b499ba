import type { Cache } from '../../model/cache.ts';
import { error, warning } from '../../model/problem.ts';
import { didYouMean } from '../../model/suggest.ts';
import type { Font, Theme } from '../../model/theme.ts';
import type { Report } from '../../read/files.ts';
import { type AskedFont, askedFonts, keyOf } from './asked-fonts.ts';
import { type ChosenFont, chosenFont, familiesOf, GENERIC_FAMILY, weightAndSlant } from './chosen-fonts.ts';
import { alike, type FontCut, fontOfCut, isCut, nearestCut } from './font-cuts.ts';
import type { FontFile } from './font-file.ts';
import { REQUIRED, type Role, type Tokens } from './tokens.ts';

/** The fonts of a theme. */
export type Fonts = Pick<Theme, 'font' | 'fonts'>;

/**
 * The fonts that faces ask for, chosen from the files by what tokens.json names. Text and display must be there; for other roles, and
 * for weights that no file has, the nearest font stands in, which one warning tells.
 */
export async function fontsOf(
  tokens: Tokens,
  files: readonly FontFile[],
  cache: Cache,
  report: Report,
): Promise<Fonts> {
  const own = onceEach(files.filter((file) => Object.keys(file.axes).length === 0).map(asFont));
  const [display, text] = REQUIRED.map(({ role, message }) => {
    if (tokens.font[role]) return chosenFont(role, { tokens, files, report });
    return void report(error({ file: tokens.file, rule: 'tokens/missing', message, allowed: familiesOf(files) }));
  });
  const [strong, emphasis, label] = (['strong', 'emphasis', 'label'] as const).map((role) =>
    chosenFont(role, { tokens, files, report }),
  );
  if (!text || !display) return { font: { display: display?.family ?? '', text: text?.family ?? '' }, fonts: own };
  const asked = askedFonts({ text, display, strong, emphasis, label }, files);
  tellStandIns(asked, tokens, report);
  tellFurther(tokens, files, report);
  const named = (name: Role) => asked.find((one) => one.name === name)?.family;
  const font = {
    display: named('display') ?? display.family,
    text: text.family,
    ...(label && { label: named('label') }),
    ...(strong && { strong: true as const }),
  };
  return { font, fonts: await withAsked(own, asked, { files, cache }) };
}

/** Without further files of the same font, which hold its other characters: they become fallbacks of the first. */
function onceEach(fonts: readonly Font[]): Font[] {
  return fonts.filter((font, at) => fonts.findIndex((one) => keyOf(one) === keyOf(font)) === at);
}

function asFont({ family, weight, italic, path, data }: FontFile): Font {
  return { family, weight, italic, path, data };
}

/** One warning for all fonts that stand in for others; a font that tokens.json names is what was asked for. */
function tellStandIns(asked: readonly AskedFont[], { font, file }: Tokens, report: Report): void {
  const told = asked.filter(({ name, of, cut }) => name !== '' && !of.exact && !isCut(cut, of.wanted));
  if (told.length === 0) return;
  const ways = told.map(({ name, of, cut }) => {
    return `${name} is set in ${cut.file.family} ${weightAndSlant(cut)}, as there is no ${weightAndSlant(of.wanted)}`;
  });
  const message = `Fonts stand in for others: ${ways.join('; ')}.`;
  // Half bold is no role: it is set as strong is, where that is named.
  const byRole = new Map(told.map(({ name, cut }) => [name.startsWith('weight') ? 'strong' : name, cut]));
  const named = [...byRole].map(([role, cut]) => `"${role}": { "$value": ${asValue(cut)} }`);
  const note = `Add the files, or name what you want in tokens.json, as it is set now: ${named.join(', ')}.`;
  report(warning({ file, place: font.text?.place, rule: 'font/stand-in', message, note }));
}

/** How tokens.json names a cut: by its file, of a variable one with the weight. */
function asValue({ file: { name, axes }, weight }: FontCut): string {
  return axes.wght ? `{ "fontFamily": ${JSON.stringify(name)}, "fontWeight": ${weight} }` : JSON.stringify(name);
}

/** Warns of further families that no file has: they can set nothing. */
function tellFurther({ font }: Tokens, files: readonly FontFile[], report: Report): void {
  const allowed = familiesOf(files);
  for (const [role, { names, file, place }] of Object.entries(font)) {
    for (const name of names.slice(1)) {
      if (GENERIC_FAMILY.test(name) || files.some((one) => one.family === name || one.name === name)) continue;
      const message = `"${name}", a further font of "font.${role}", is not in the deck's fonts folder.${didYouMean(name, allowed)}`;
      const note = 'It sets the characters that the first lacks; without it they are missing.';
      report(warning({ file, place, rule: 'font/further', message, allowed, note }));
    }
  }
}

/** A deck's static fonts, and those that faces ask for: each in the place of one with the same name, else after them. */
async function withAsked(
  own: readonly Font[],
  asked: readonly AskedFont[],
  { files, cache }: { files: readonly FontFile[]; cache: Cache },
): Promise<Font[]> {
  const made = new Map<string, Promise<Font>>();
  const fontFor = (cut: FontCut): Promise<Font> => {
    const key = `${cut.file.path} ${cut.weight} ${cut.italic}`;
    const font = own.find((one) => one.path === cut.file.path) ?? made.get(key) ?? fontOfCut(cut, cache);
    made.set(key, Promise.resolve(font));
    return Promise.resolve(font);
  };
  const fonts = [...own];
  for (const { family, weight, italic, cut, of } of asked) {
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

/** The fonts for characters that a cut lacks: other files of the same font, then further families in its weight. */
function fallbacksFor(cut: FontCut, { further, wanted }: ChosenFont, files: readonly FontFile[]): FontCut[] {
  const others = further.flatMap((name) => {
    const named = files.filter((one) => one.family === name || one.name === name);
    const nearest = nearestCut(named, wanted);
    return nearest ? [nearest, ...alike(named, nearest)] : [];
  });
  return [...alike(files, cut), ...others];
}
