import type { Cache } from '../../model/cache.ts';
import type { Font } from '../../model/theme.ts';
import type { FontFile } from './font-file.ts';

/** A weight and a slant. */
export interface WeightAndSlant {
  weight: number;
  italic: boolean;
}

/** What a file can give: itself, or a variable font at a place on its axes. */
export interface FontCut extends WeightAndSlant {
  file: FontFile;
}

/**
 * The cut of any file that is nearest to a weight and slant; of equally near ones that of normal width, where a family has condensed files
 * too, else the first. Undefined where there are no files.
 */
export function nearestCut(files: readonly FontFile[], wanted: WeightAndSlant): FontCut | undefined {
  const cuts = files.map((file) => cutInStyle(file, wanted));
  const [best] = cuts.sort(
    (a, b) => distance(a, wanted) - distance(b, wanted) || unusual(a) - unusual(b) || b.file.plain - a.file.plain,
  );
  return best;
}

/** How far a cut's letters are from those of normal width. */
function unusual({ file }: FontCut): number {
  return Math.abs(file.width - NORMAL);
}

const NORMAL = 5;

/** Whether a cut has exactly this weight and slant. */
export function isCut(cut: WeightAndSlant, { weight, italic }: WeightAndSlant): boolean {
  return cut.weight === weight && cut.italic === italic;
}

/** The same cut of the same family in other files: fonts for the web come in one file for each alphabet. */
export function alike(files: readonly FontFile[], { file, ...wanted }: FontCut): FontCut[] {
  const others = files.filter((one) => one !== file && one.family === file.family && one.width === file.width);
  return others.map((one) => cutInStyle(one, wanted)).filter((one) => isCut(one, wanted));
}

/** A file as near to a weight and a slant as it can be. */
export function cutInStyle(file: FontFile, { weight, italic }: WeightAndSlant): FontCut {
  const { wght, ital, slnt } = file.axes;
  return {
    file,
    weight: wght ? Math.min(Math.max(weight, wght.min), wght.max) : file.weight,
    italic: ital || slnt ? italic : file.italic,
  };
}

/** How far from what is wanted, by the rule that browsers and the renderer have (CSS Fonts 4, 5.2). */
function distance(cut: FontCut, { weight, italic }: WeightAndSlant): number {
  const slant = cut.italic === italic ? 0 : 10_000;
  const off = cut.weight - weight;
  if (weight > 500) return slant + (off >= 0 ? off : 1000 - off);
  if (off >= 0 && cut.weight <= 500) return slant + off;
  return slant + (off < 0 ? 1000 - off : 2000 + off);
}

/**
 * A cut as a font. Of a variable font a static one is made, with all axes fixed, since the renderer ignores axes. That takes a tenth of
 * a second, so the result is kept.
 */
export async function fontOfCut({ file, weight, italic }: FontCut, cache: Cache): Promise<Font> {
  const { family, path } = file;
  const axes = Object.entries(file.axes);
  if (axes.length === 0) return { family, weight, italic, path, data: file.data };
  const places = axes.map(([tag, axis]) => {
    if (tag === 'wght') return [tag, weight] as const;
    if (tag === 'ital') return [tag, italic ? axis.max : axis.min] as const;
    // Degrees to the left of upright: a font that leans both ways stands at 0.
    if (tag === 'slnt') return [tag, italic ? axis.min : Math.min(Math.max(0, axis.min), axis.max)] as const;
    return [tag, axis.default] as const;
  });
  const variationAxes = Object.fromEntries(places);
  const data = await cache.get(['font', JSON.stringify(variationAxes), file.data], async () => {
    const { default: subsetFont } = await import('subset-font');
    const whole = Buffer.from(file.data);
    return await subsetFont(whole, undefined, { keepAllGlyphs: true, targetFormat: 'sfnt', variationAxes });
  });
  return { family, weight, italic, path, data };
}
